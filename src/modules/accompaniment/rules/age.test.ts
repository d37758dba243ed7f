import { expect, test } from 'vitest';
import { ageOn, needsGuardian } from './age.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  ['2000-06-15', '2036-06-14', 35],
  ['2000-06-15', '2036-06-15', 36],
  ['2008-02-29', '2027-02-28', 18],
  ['2008-02-29', '2027-03-01', 19],
  ['2008-02-29', '2028-02-29', 20],
])('born on %s, on %s: %i', (birth, on, age) => {
  expect(ageOn(day(birth), day(on))).toBe(age);
});

test('a parent agrees until the day before the 15th birthday', () => {
  expect(needsGuardian(day('2011-11-03'), day('2026-11-02'))).toBe(true);
  expect(needsGuardian(day('2011-11-03'), day('2026-11-03'))).toBe(false);
});
