import { describe, expect, test } from 'vitest';
import { ageOn } from '#modules/accompaniment/pure.ts';
import { decideEligibility } from './eligibility.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const soMobilite = { minimumAge: null, maximumAge: 35, residence: 'required' } as const;
const boussole = { minimumAge: 16, maximumAge: 30, residence: 'free' } as const;

function facts(birth: string, day: string, today = '2026-05-01') {
  return {
    birthDate: date(birth),
    appointmentDay: date(day),
    today: date(today),
    livesInTerritory: true,
    parentAgrees: false,
  };
}

describe('age', () => {
  test.each([
    ['2000-06-15', '2036-06-14', 35],
    ['2000-06-15', '2036-06-15', 36],
    ['2000-02-29', '2035-02-28', 34],
    ['2000-02-29', '2035-03-01', 35],
    ['2000-02-29', '2036-02-29', 36],
  ])('born %s, on %s: %d', (birth, day, age) => {
    expect(ageOn(date(birth), date(day))).toBe(age);
  });
});

describe('eligibility', () => {
  const ok = { ok: true, value: undefined };
  const no = (refusal: string) => ({ ok: false, refusal });

  test('SM-20, X-02: born 2000-06-15, 2036-06-14 accepted, 2036-06-15 refused, whatever the day of booking', () => {
    const on = (day: string) =>
      decideEligibility(facts('2000-06-15', day, '2036-06-10'), soMobilite);
    expect(on('2036-06-14')).toEqual(ok);
    expect(on('2036-06-15')).toEqual(no('too-old'));
  });

  test('BJ-01, AU-20: 15 y 364 d refused, 16 accepted, 30 y 364 d accepted, 31 refused', () => {
    const born = (birth: string) => decideEligibility(facts(birth, '2026-06-15'), boussole);
    expect(born('2010-06-16')).toEqual(no('too-young'));
    expect(born('2010-06-15')).toEqual(ok);
    expect(born('1995-06-16')).toEqual(ok);
    expect(born('1995-06-15')).toEqual(no('too-old'));
  });

  test('SM-21: outside the region refused where residence is required only', () => {
    const away = { ...facts('2005-01-01', '2026-06-15'), livesInTerritory: false };
    expect(decideEligibility(away, soMobilite)).toEqual(no('outside-territory'));
    expect(decideEligibility(away, boussole)).toEqual(ok);
  });

  test('under 15 on the day of the form, a parent agrees too (loi 78-17 art. 45)', () => {
    const young = facts('2011-05-02', '2026-05-15');
    expect(decideEligibility(young, soMobilite)).toEqual(no('parent-agreement-missing'));
    expect(decideEligibility({ ...young, parentAgrees: true }, soMobilite)).toEqual(ok);
    expect(decideEligibility(facts('2011-05-01', '2026-05-15'), soMobilite)).toEqual(ok);
  });

  test('a birth date to come or of another century is refused', () => {
    expect(decideEligibility(facts('2026-05-02', '2026-06-01'), soMobilite)).toEqual(
      no('birth-date-impossible'),
    );
    expect(decideEligibility(facts('1899-01-01', '2026-06-01'), soMobilite)).toEqual(
      no('birth-date-impossible'),
    );
  });
});
