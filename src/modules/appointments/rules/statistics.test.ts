import { describe, expect, test } from 'vitest';
import { ageBandOf, countedOutcome, countOutcomes, presenceRate, tallyBy } from './statistics.ts';
import type { CountedInterview } from './statistics.ts';

describe('age bands', () => {
  test.each([
    [0, 'under-18'],
    [17, 'under-18'],
    [18, '18-25'],
    [25, '18-25'],
    [26, '26-30'],
    [30, '26-30'],
    [31, '31-35'],
    [35, '31-35'],
    [36, 'over-35'],
    [null, 'unknown'],
  ] as const)('%s years: %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band);
  });
});

describe('outcomes', () => {
  const facts = { status: 'booked', start: 0, end: 100, cancelledBy: null } as const;
  test('a booked one waits for its outcome from its end on', () => {
    expect(countedOutcome(facts, 99)).toBe('to-come');
    expect(countedOutcome(facts, 100)).toBe('to-record');
  });
  test('who cancelled is told apart', () => {
    expect(countedOutcome({ ...facts, status: 'cancelled', cancelledBy: 'youth' }, 0)).toBe(
      'cancelled-youth',
    );
    expect(countedOutcome({ ...facts, status: 'cancelled', cancelledBy: 'structure' }, 0)).toBe(
      'cancelled-structure',
    );
    expect(countedOutcome({ ...facts, status: 'absent' }, 0)).toBe('absent');
  });
});

describe('tallies', () => {
  const one: CountedInterview = {
    month: '2026-11',
    departement: '23',
    mode: 'phone',
    ageBand: '18-25',
    outcome: 'held',
  };
  const all = [
    one,
    { ...one, month: '2026-09', outcome: 'absent' },
    { ...one, departement: null, mode: 'in-person', ageBand: 'under-18' },
    { ...one, departement: '16', outcome: 'to-come' },
  ] as const;

  test('every interview is counted once whatever the dimension', () => {
    for (const dimension of ['month', 'departement', 'mode', 'ageBand', 'outcome'] as const) {
      expect(tallyBy(all, dimension).reduce((sum, { total }) => sum + total, 0)).toBe(4);
    }
  });

  test('in the order of reading', () => {
    expect(tallyBy(all, 'month').map(({ key }) => key)).toEqual(['2026-09', '2026-11']);
    expect(tallyBy(all, 'departement').map(({ key }) => key)).toEqual(['', '16', '23']);
    expect(tallyBy(all, 'mode').map(({ key }) => key)).toEqual(['in-person', 'phone']);
    expect(tallyBy(all, 'ageBand').map(({ key }) => key)).toEqual(['under-18', '18-25']);
    expect(tallyBy(all, 'outcome').map(({ key, total }) => [key, total])).toEqual([
      ['held', 2],
      ['absent', 1],
      ['to-come', 1],
    ]);
  });

  test('presence counts those awaited only', () => {
    expect(presenceRate(countOutcomes(all))).toBeCloseTo(2 / 3);
    expect(presenceRate(countOutcomes([]))).toBeNull();
  });
});
