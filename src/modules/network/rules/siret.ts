const LA_POSTE = '356000000';

/**
 * The fourteen digits of a SIRET typed with or without spaces, dots or hyphens, or null when it is not one (SM-112).
 * Its key is Luhn's. La Poste (SIREN 356 000 000) opened more establishments than Luhn's key allows: those have a digit
 * sum that is a multiple of 5 instead.
 */
export function parseSiret(text: string): string | null {
  const digits = text.replaceAll(/[\s.\-\u00a0\u202f]/gu, '');
  if (!/^\d{14}$/.test(digits)) return null;
  if (luhnSum(digits) % 10 === 0) return digits;
  return digits.startsWith(LA_POSTE) && plainSum(digits) % 5 === 0 ? digits : null;
}

function luhnSum(digits: string): number {
  return [...digits].reduce((sum, character, index) => {
    const digit = Number(character);
    if ((digits.length - index) % 2 === 1) return sum + digit;
    return sum + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
}

function plainSum(digits: string): number {
  return [...digits].reduce((sum, character) => sum + Number(character), 0);
}
