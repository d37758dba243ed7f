import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSiret } from './siret.ts';

describe('SIRET (SM-112)', () => {
  test.each([
    ['307 336 636 000 39', '30733663600039'],
    ['21470157500018', '21470157500018'],
    ['214.701.575-00018', '21470157500018'],
    // La Poste: head office keeps Luhn's key, the others a digit sum that is a multiple of 5.
    ['356 000 000 00048', '35600000000048'],
    ['35600000049837', '35600000049837'],
  ])('%s is %s', (typed, siret) => {
    expect(parseSiret(typed)).toBe(siret);
  });

  test.each([
    '',
    '3073366360003',
    '307336636000390',
    '30733663600038',
    '3073366360003A',
    '35600000049838',
  ])('%j is none', (typed) => {
    expect(parseSiret(typed)).toBeNull();
  });

  test('one digit changed is always seen', () => {
    fc.assert(
      fc.property(fc.nat(13), fc.integer({ min: 1, max: 9 }), (index, by) => {
        const digits = Array.from('21470157500018');
        digits[index] = String((Number(digits[index]) + by) % 10);
        expect(parseSiret(digits.join(''))).toBeNull();
      }),
    );
  });
});
