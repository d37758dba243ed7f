import { deleteAttemptsBefore, deleteUsedCodesBefore } from '../data/attempts.ts';
import { deleteMessagesBefore } from '../data/messages.ts';
import { deleteExpiredSessions } from '../data/sessions.ts';
import { signInNow } from './accounts.ts';
import type { Accounts } from './accounts.ts';

/** Forgets what can serve no more: ended sessions, tries, used codes, requests of messages older than a month. */
export async function sweepExpiredSignIns({ services }: Accounts): Promise<void> {
  const now = signInNow();
  await services.db.inInstallation(async (tx) => {
    await deleteExpiredSessions(tx, now);
    await deleteAttemptsBefore(tx, now.subtract({ hours: 24 }));
    await deleteUsedCodesBefore(tx, now.subtract({ hours: 1 }));
    await deleteMessagesBefore(tx, now.subtract({ hours: 24 * 30 }));
  });
}
