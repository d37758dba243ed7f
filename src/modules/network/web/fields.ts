import { z } from 'zod';
import type { FormValues } from '#platform/http/forms.ts';
import { oneValue } from '#platform/http/forms.ts';
import { parseDate, parseEmail, parseSite } from '../rules/import-cells.ts';
import { parsePhone } from '../rules/phone.ts';

/** What a field of the form `name` needs: its value as typed and its error. */
export interface FieldState {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
}

export function fieldStates(
  values: FormValues,
  errors: Readonly<Record<string, string>>,
): (name: string) => FieldState {
  return (name) => ({ name, value: oneValue(values, name), error: errors[name] });
}

export function requiredText(message: string) {
  return z.string({ error: message }).trim().min(1, message).max(300, '300 caractères au plus.');
}

export const optionalText = z
  .string()
  .trim()
  .max(600, '600 caractères au plus.')
  .default('')
  .transform((text) => (text === '' ? null : text));

function parsedOrNull<Value>(parse: (text: string) => Value | null, message: string) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, context): Value | null => {
      if (text === '') return null;
      const value = parse(text);
      if (value === null) context.addIssue({ code: 'custom', message });
      return value;
    });
}

export const optionalPhone = parsedOrNull(parsePhone, 'Donnez un numéro de téléphone complet.');
export const optionalEmail = parsedOrNull(parseEmail, 'Donnez une adresse électronique complète.');
export const optionalSite = parsedOrNull(
  parseSite,
  'Donnez l’adresse d’un site, par exemple exemple.fr.',
);
export const optionalDate = parsedOrNull(
  parseDate,
  'Donnez une date qui existe, par exemple 12/03/2026.',
);

export function requiredDate(message: string) {
  return z
    .string({ error: message })
    .trim()
    .transform((text, context) => {
      const date = parseDate(text);
      if (date) return date;
      context.addIssue({
        code: 'custom',
        message: text === '' ? message : 'Donnez une date qui existe, par exemple 12/03/2026.',
      });
      return z.NEVER;
    });
}

export const requiredEmail = z
  .string({ error: 'Donnez une adresse électronique.' })
  .trim()
  .transform((text, context) => {
    const email = parseEmail(text);
    if (email) return email;
    context.addIssue({ code: 'custom', message: 'Donnez une adresse électronique complète.' });
    return z.NEVER;
  });
