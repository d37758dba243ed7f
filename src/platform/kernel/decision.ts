/** An expected answer of a rule or of a verb: yes with what it gives, or no with a code that a text puts into words. */
export type Decision<Refusal extends string, Value = undefined> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

const plainYes = { ok: true, value: undefined } as const;

export function accept(): { readonly ok: true; readonly value: undefined };
export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value };
export function accept(value?: unknown): { readonly ok: true; readonly value: unknown } {
  return value === undefined ? plainYes : { ok: true, value };
}

export function refuse<Refusal extends string>(
  refusal: Refusal,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
