/** An e-mail address as it is compared and kept: trimmed, in lower case; null when it cannot be one. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  if (email.length > 254) return null;
  return /^[^\s@<>(),;:"]{1,64}@(?:[^\s@.<>(),;:"]+\.)+[^\s@.<>(),;:"]{2,}$/u.test(email)
    ? email
    : null;
}

/** Overseas country codes of the numbers that a French phone dials with ten digits, by their beginning. */
const TEN_DIGIT_OVERSEAS: readonly (readonly [prefix: RegExp, code: string])[] = [
  [/^0(?:590|690|691)/, '590'],
  [/^0(?:596|696|697)/, '596'],
  [/^0(?:594|694)/, '594'],
  [/^0(?:262|263|692|693)/, '262'],
  [/^0(?:269|639)/, '262'],
];

/** What follows each country code, trunk 0 dropped. Premium and short numbers (08, 3xxx) reach nobody in particular. */
const NATIONAL_FORMS: Readonly<Record<string, RegExp>> = {
  '33': /^[1-79]\d{8}$/,
  '590': /^(?:590|690|691)\d{6}$/,
  '594': /^(?:594|694)\d{6}$/,
  '596': /^(?:596|696|697)\d{6}$/,
  '262': /^(?:262|263|269|639|692|693)\d{6}$/,
  '508': /^\d{6}$/,
  '687': /^\d{6}$/,
  '689': /^\d{8}$/,
  '681': /^\d{6}$/,
};

/**
 * A French phone number, overseas included, in E.164 form; null when it is none. Ten digits are enough but for the Pacific, whose
 * numbers need their country code (+687, +689, +681).
 */
export function normalisePhone(text: string): string | null {
  const typed = text
    .trim()
    .replaceAll('(0)', '')
    .replaceAll(/[\s.\-/()\u00A0\u202F]/gu, '');
  const international = /^(?:\+|00)(\d+)$/.exec(typed)?.[1];
  if (international !== undefined) return fromInternational(international);
  return /^0\d{9}$/.test(typed) ? fromTenDigits(typed) : null;
}

function fromInternational(digits: string): string | null {
  for (const [code, form] of Object.entries(NATIONAL_FORMS)) {
    if (!digits.startsWith(code)) continue;
    const national = digits.slice(code.length).replace(/^0(?=\d{9}$)/, '');
    // "+33 6 90 …" and "+33 5 90 …" are overseas numbers dialled through the mainland's code.
    if (code === '33' && /^\d{9}$/.test(national)) return fromTenDigits(`0${national}`);
    if (form.test(national)) return `+${code}${national}`;
  }
  return null;
}

function fromTenDigits(digits: string): string | null {
  if (digits.startsWith('0508')) return `+508${digits.slice(4)}`;
  const overseas = TEN_DIGIT_OVERSEAS.find(([prefix]) => prefix.test(digits));
  const code = overseas?.[1] ?? '33';
  const national = digits.slice(1);
  return NATIONAL_FORMS[code]?.test(national) === true ? `+${code}${national}` : null;
}

const MOBILE =
  /^\+(?:33[67]|590(?:690|691)|594694|596(?:696|697)|262(?:639|692|693)|50855|687[789]|6898[79]|6818)/;

/** Whether a number in E.164 form is a mobile one, that can receive an SMS. */
export function mayReceiveSms(phone: string): boolean {
  return MOBILE.test(phone);
}
