import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { blankForgottenNotes } from '../data/forgetting.ts';

/** What advisers and young people wrote about interviews goes when the file's time is over; in the caller's transaction. */
export function forgetNotes(
  tx: Tx,
  limit: { readonly networkId: NetworkId; readonly before: Temporal.Instant },
): Promise<number> {
  return blankForgottenNotes(tx, limit);
}
