import { findLoginById } from '../data/logins.ts';
import { listPasskeys } from '../data/second-factors.ts';
import type { PasskeyRow } from '../data/second-factors.ts';
import { listSessions } from '../data/sessions.ts';
import type { SessionRow } from '../data/sessions.ts';
import type { MembershipCard } from '../rules/membership.ts';
import { isSecondFactorRecent } from '../rules/standing.ts';
import { mayEnrolNow } from './enrol-application.ts';
import { signInNow } from './accounts.ts';
import { findSignedIn } from './visit.ts';
import type { SignedIn, Visit } from './visit.ts';

/** How one's own account is kept: what the pages about it show. */
export interface Security {
  readonly signedIn: SignedIn;
  readonly memberships: readonly MembershipCard[];
  readonly hasPassword: boolean;
  readonly hasApplication: boolean;
  readonly passkeys: readonly PasskeyRow[];
  readonly sessions: readonly SessionRow[];
  /** The second factor given in this session still holds. */
  readonly isProven: boolean;
  readonly mayEnrol: boolean;
}

export async function readSecurity(visit: Visit): Promise<Security | null> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return null;
  const now = signInNow();
  const { personId, loginId } = signedIn;
  const kept = await ctx.db.inInstallation(async (tx) => ({
    login: await findLoginById(tx, loginId),
    passkeys: await listPasskeys(tx, loginId),
    sessions: await listSessions(tx, { personId, now }),
  }));
  return {
    signedIn,
    memberships: await accounts.directory.listMemberships(personId),
    hasPassword: kept.login?.hasPassword ?? false,
    hasApplication: kept.login?.hasApplication ?? false,
    passkeys: kept.passkeys,
    sessions: kept.sessions,
    isProven: isSecondFactorRecent({ ...signedIn, now }),
    mayEnrol: await mayEnrolNow(visit, signedIn),
  };
}
