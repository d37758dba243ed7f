import { record } from '#platform/audit/record.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { deleteSession, deleteSessions } from '../data/sessions.ts';
import { findSignedIn } from './visit.ts';
import type { Visit } from './visit.ts';

/** Ends one session of one's own, or every other one. That of someone else is not found. */
export async function endSession(
  visit: Visit,
  which: { readonly kind: 'one'; readonly sessionId: string } | { readonly kind: 'others' },
): Promise<Decision<'not-signed-in' | 'not-found'>> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return refuse('not-signed-in');
  const { personId } = signedIn;
  return ctx.db.inInstallation(async (tx) => {
    const ended =
      which.kind === 'others'
        ? await deleteSessions(tx, { personId, but: signedIn.sessionId })
        : Number(await deleteSession(tx, { personId, sessionId: which.sessionId }));
    if (which.kind === 'one' && ended === 0) return refuse('not-found');
    await record(ctx, tx, {
      verb: 'accounts.end-session',
      networkId: null,
      subject: { kind: 'person', id: personId },
      facts: { ended },
    });
    return accept();
  });
}
