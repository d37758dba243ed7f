import type { z } from 'zod';

/** What was typed, by field, to be shown again as it was. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One sentence by field, in the order of the form. The key is the field's `name`. */
export type FormErrors = Readonly<Record<string, string>>;

export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value; readonly values: FormValues }
  | { readonly ok: false; readonly values: FormValues; readonly errors: FormErrors };

export const noErrors: FormErrors = {};

/** The fields of a posted form or of an address; a name given several times becomes a list. Anything else is empty. */
export function valuesOf(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  const entries = Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
    if (typeof value === 'string') return [[name, value]];
    if (Array.isArray(value)) return [[name, value.filter((item) => typeof item === 'string')]];
    return [];
  });
  return Object.fromEntries(entries);
}

/** One value of a field: the first when it was given several times, '' when it was not. */
export function oneValue(values: FormValues, name: string): string {
  const value = values[name];
  if (typeof value === 'string') return value;
  return value?.[0] ?? '';
}

/** Every value of a field. */
export function allValues(values: FormValues, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Reads a form with a zod schema whose messages are the sentences shown beside the fields. The first error of a field is kept. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): FormReading<z.output<Schema>> {
  const values = valuesOf(body);
  const reading = schema.safeParse(values);
  if (reading.success) return { ok: true, value: reading.data, values };
  const errors: Record<string, string> = {};
  for (const issue of reading.error.issues) {
    const field = issue.path.map(String).join('.') || 'form';
    errors[field] ??= issue.message;
  }
  return { ok: false, values, errors };
}
