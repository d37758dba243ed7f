/** How a young person can be reached. `value` is normalised: e-mail in lower case, telephone in E.164. */
export interface Contact {
  readonly channel: 'email' | 'phone';
  readonly value: string;
}

export interface YouthContact extends Contact {
  /** Typed when the file was opened, added by a professional, or typed later by someone who has proved nothing. */
  readonly origin: 'opening' | 'professional' | 'unproven';
  readonly verifiedAt: Temporal.Instant | null;
}

/** An e-mail address in the form in which two writings of it are equal, or null when it is not one. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && /^[^\s@<>"(),:;\\]+@[^\s@.<>"(),:;\\]+(\.[^\s@.<>"(),:;\\]+)+$/.test(email) ? email : null;
}

/** Prefixes of the overseas départements' own numbering, written 0690…, 0692… at home (plan of ARCEP). */
const OVERSEAS: Readonly<Record<string, string>> = {
  '0262': '262', '0263': '262', '0269': '262', '0639': '262', '0692': '262', '0693': '262', '0976': '262',
  '0590': '590', '0690': '590', '0691': '590', '0594': '594', '0694': '594', '0596': '596', '0696': '596',
  '0697': '596', '0508': '508', '0708': '508',
};

/** A telephone number in E.164, or null. A number without a country is French, overseas included; `00` stands for `+`. */
export function normalisePhone(text: string): string | null {
  const digits = text.trim().replaceAll(/[\s.\-/\u00a0\u202f]|\(0\)|[()]/gu, '');
  const international = digits.replace(/^00/, '+').replace(/^\+33(0\d{9})$/, '$1');
  if (/^0[1-9]\d{8}$/.test(international)) {
    return `+${OVERSEAS[international.slice(0, 4)] ?? '33'}${international.slice(1)}`;
  }
  if (international.startsWith('+33')) return /^\+33[1-9]\d{8}$/.test(international) ? international : null;
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : null;
}

/**
 * Whether holding this contact says that the file is one's own. What someone typed later without proving anything
 * neither finds a file nor lets anybody take it up.
 */
export function speaksForFile(contact: YouthContact): boolean {
  return contact.origin !== 'unproven' || contact.verifiedAt !== null;
}
