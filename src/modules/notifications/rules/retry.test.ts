import { expect, it } from 'vitest';
import { MINUTE_MS } from '#platform/kernel/time.ts';
import { MOST_ATTEMPTS, waitAfterFailure } from './retry.ts';

it.each([
  [1, 1],
  [2, 2],
  [6, 32],
  [7, 60],
])('after %i failed tries waits %i minutes', (attempts, minutes) => {
  expect(waitAfterFailure(attempts)).toBe(minutes * MINUTE_MS);
});

it('gives up at the last try, not before', () => {
  expect(waitAfterFailure(MOST_ATTEMPTS - 1)).not.toBeNull();
  expect(waitAfterFailure(MOST_ATTEMPTS)).toBeNull();
});
