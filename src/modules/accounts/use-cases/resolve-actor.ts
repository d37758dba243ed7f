import type { Actor } from '#platform/kernel/actor.ts';
import { actorOf } from '../rules/standing.ts';
import { signInNow } from './accounts.ts';
import type { Accounts } from './accounts.ts';
import { findSignedIn, signInHeaders } from './visit.ts';
import type { RequestHeaders, SignedIn } from './visit.ts';

/**
 * Who sends a request: `visitor`, `youth`, `unproven` or `professional`. A request without our cookie costs no query.
 * The membership is read again each time: one that has ended opens nothing from the next request on.
 */
export async function resolveActor(accounts: Accounts, headers: RequestHeaders): Promise<Actor> {
  const signedIn = await findSignedIn(accounts, signInHeaders(headers));
  return signedIn ? actorOfSession(accounts, signedIn) : { kind: 'visitor' };
}

export async function actorOfSession(accounts: Accounts, signedIn: SignedIn): Promise<Actor> {
  const { personId, membershipId } = signedIn;
  const membership = membershipId
    ? await accounts.directory.findMembership(personId, membershipId)
    : null;
  return actorOf({ ...signedIn, membership, now: signInNow() });
}
