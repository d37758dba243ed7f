import { expect, test } from 'vitest';
import { staleDays } from './staleness.ts';

const loadedAt = Temporal.Instant.from('2027-03-01T08:00:00Z');

test('said from the eighth day on', () => {
  expect(staleDays(loadedAt, Temporal.Instant.from('2027-03-09T07:59:59Z'))).toBeNull();
  expect(staleDays(loadedAt, Temporal.Instant.from('2027-03-09T08:00:00Z'))).toBe(8);
  expect(staleDays(null, loadedAt)).toBeNull();
});
