/** An e-mail address in the form in which two writings of it are equal, or null when it is not one. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  const looksRight = /^[^\s@<>"(),:;\\]{1,64}@(?:[^\s@.<>"(),:;\\]+\.)+[^\s@.<>"(),:;\\]{2,}$/.test(
    email,
  );
  return email.length <= 254 && looksRight ? email : null;
}

/** Country codes of overseas numbers that a French telephone dials with ten digits (ARCEP's numbering plan). */
const OVERSEAS: readonly (readonly [beginning: RegExp, code: string])[] = [
  [/^0(?:590|690|691)/, '590'],
  [/^0(?:594|694)/, '594'],
  [/^0(?:596|696|697)/, '596'],
  [/^0(?:262|263|269|639|692|693)/, '262'],
];

/** Numbers kept for fiction by ARCEP stand in the middle of Mayotte's and are the mainland's. */
const FICTION = /^063998/;

/**
 * A telephone number in E.164, or null. A number without a country is French, overseas included; `00` stands for `+`;
 * premium numbers (08) reach nobody in particular and are refused. A foreign number is kept as it is.
 */
export function normalisePhone(text: string): string | null {
  const typed = text
    .trim()
    .replaceAll(/\(0\)|[\s.\-/()\u00a0\u202f]/gu, '')
    .replace(/^00/, '+');
  const french = /^(?:\+330?|0)([1-79]\d{8})$/.exec(typed)?.[1];
  if (french) return fromTenDigits(`0${french}`);
  return /^\+(?!33)[1-9]\d{6,14}$/.test(typed)
    ? typed.replace(/^(\+(?:590|594|596|262))0(\d{9})$/, '$1$2')
    : null;
}

function fromTenDigits(digits: string): string {
  if (digits.startsWith('0508')) return `+508${digits.slice(4)}`;
  const overseas = FICTION.test(digits)
    ? undefined
    : OVERSEAS.find(([beginning]) => beginning.test(digits));
  return `+${overseas?.[1] ?? '33'}${digits.slice(1)}`;
}

const MOBILE =
  /^\+(?:33[67]|590(?:690|691)|594694|596(?:696|697)|262(?:639|692|693)|50855|687[789]|6898[79]|6818)/;

const FRENCH = /^\+(?:33|590|594|596|262|508|687|689|681)/;

/** Whether a number in E.164 form can receive an SMS: a mobile one; of a foreign number nothing can be said, it is tried. */
export function mayReceiveSms(phone: string): boolean {
  return MOBILE.test(phone) || !FRENCH.test(phone);
}
