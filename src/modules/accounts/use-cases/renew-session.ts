import { deleteSession } from '../data/sessions.ts';
import type { SecondFactorProof } from '../rules/standing.ts';
import { actorOfSession } from './resolve-actor.ts';
import type { SignInOutcome } from './sign-in-with-password.ts';
import { openSession } from './visit.ts';
import type { SignedIn, Visit } from './visit.ts';

/** The same session with its second factor given and a new token; the old token opens nothing any more (ASVS 7.2.4). */
export async function renewSession(
  visit: Visit,
  signedIn: SignedIn,
  proof: SecondFactorProof,
): Promise<SignInOutcome | null> {
  const { accounts, ctx } = visit;
  const { loginId, personId, remembered } = signedIn;
  const memberships = await accounts.directory.listMemberships(personId);
  const only = memberships.length === 1 ? (memberships[0]?.membershipId ?? null) : null;
  const acting = {
    space: memberships.length > 0 ? ('professional' as const) : ('own' as const),
    membershipId: memberships.length > 0 ? (signedIn.membershipId ?? only) : null,
    proof,
    enrolmentUntil: null,
    remembered,
  };
  const opened = await openSession(visit, { loginId, acting });
  if (!opened) return null;
  await ctx.db.inInstallation((tx) =>
    deleteSession(tx, { personId, sessionId: signedIn.sessionId }),
  );
  const actor = await actorOfSession(accounts, {
    ...signedIn,
    ...acting,
    sessionId: opened.sessionId,
  });
  return { cookies: opened.cookies, actor };
}
