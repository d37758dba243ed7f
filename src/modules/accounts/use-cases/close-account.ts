import { record } from '#platform/audit/record.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { deleteLogins } from '../data/logins.ts';
import { lockPerson, markPersonClosed } from '../data/people.ts';
import { findSignedIn } from './visit.ts';
import type { Visit } from './visit.ts';

/**
 * Closes one's own account: every session and way to sign in goes, the history stays. Someone who still holds a role
 * has it ended first by who gave it, so that nobody waits for an adviser who is gone.
 */
export async function closeAccount(visit: Visit): Promise<Decision<'not-signed-in' | 'has-roles'>> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return refuse('not-signed-in');
  const { personId } = signedIn;
  const memberships = await accounts.directory.listMemberships(personId);
  if (memberships.length > 0) return refuse('has-roles');
  return ctx.db.inInstallation(async (tx) => {
    await lockPerson(tx, personId);
    await markPersonClosed(tx, personId, ctx.now());
    await deleteLogins(tx, personId);
    await record(ctx, tx, {
      verb: 'accounts.close-account',
      networkId: null,
      subject: { kind: 'person', id: personId },
    });
    return accept();
  });
}
