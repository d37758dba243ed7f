import { MINUTE_MS } from '#platform/kernel/time.ts';

/** After so many tries the notice has failed and its subject's page says so. */
export const MOST_ATTEMPTS = 8;

/** A claim older than this belongs to a process that died: someone else takes the notice up. */
export const CLAIM_MINUTES = 3;

/** Milliseconds to wait after the nth failed try (1, 2, 4 … 60 minutes); null: give up. */
export function waitAfterFailure(attempts: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return Math.min(2 ** (attempts - 1), 60) * MINUTE_MS;
}
