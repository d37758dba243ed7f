import { HOUR_MS, MINUTE_MS } from '#platform/kernel/time.ts';

export interface TryLimit {
  readonly tries: number;
  readonly windowMs: number;
}

/** Of one address, whether it has an account or not: the answer teaches nothing (ASVS 2.4.1, 6.3.1). */
export const PASSWORD_LIMIT: TryLimit = { tries: 10, windowMs: 15 * MINUTE_MS };
/** Of one login: 5 in a million, three valid codes at a time, each quarter of an hour. */
export const CODE_LIMIT: TryLimit = { tries: 5, windowMs: 15 * MINUTE_MS };
/** Messages of one kind to one address: nobody's mailbox is filled from here. */
export const MESSAGE_LIMIT: TryLimit = { tries: 5, windowMs: HOUR_MS };
