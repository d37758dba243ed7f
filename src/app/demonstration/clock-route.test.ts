import { describe, expect, test } from 'vitest';
import { aimOf } from './clock-route.tsx';

// Saturday, 20:30 in Paris, the night before the clocks go forward.
const now = Temporal.Instant.from('2027-03-27T19:30:00Z');
const aim = (step: string, date = '') => aimOf(step, date, now).toString();

describe('where a step leads', () => {
  test('an hour; tomorrow at eight, two days, by the clock on the wall', () => {
    expect(aim('heure')).toBe('2027-03-27T20:30:00Z');
    expect(aim('demain')).toBe('2027-03-28T06:00:00Z');
    expect(aim('deux-jours')).toBe('2027-03-29T18:30:00Z');
  });

  test('a date: from tomorrow, thirty-one days at most', () => {
    expect(aim('date', '2027-03-28')).toBe('2027-03-28T06:00:00Z');
    expect(aim('date', '2027-04-27')).toBe('2027-04-27T06:00:00Z');
    expect(aim('date', '2027-03-27')).toContain('à partir de demain');
    expect(aim('date', '2027-04-28')).toContain('31');
  });

  test.each(['', 'demain', '2027-02-30', '28/03/2027'])('« %s » is no date', (date) => {
    expect(aim('date', date)).toBe('Choisis un jour.');
  });
});
