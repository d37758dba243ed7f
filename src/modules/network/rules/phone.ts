/**
 * A telephone number as it is kept (E.164: `+33555000001`), typed with or without spaces, dots or hyphens; null when it
 * is not one. Ten digits from 0 are French.
 */
export function parsePhone(text: string): string | null {
  const digits = text.replaceAll(/[\s.\-()\u00a0\u202f]/gu, '');
  // Ten digits that begin with two zeros are a French number mistyped, not one from abroad.
  const plain = digits.replace(/^00(?=\d{9})/, '+');
  if (/^0[1-9]\d{8}$/.test(plain)) return `+33${plain.slice(1)}`;
  // « +33 (0)5 55… »: the zero in brackets is not dialled.
  const whole = plain.replace(/^\+330(?=[1-9]\d{8}$)/, '+33');
  return /^\+[1-9]\d{5,14}$/.test(whole) ? whole : null;
}
