import { record } from '#platform/audit/record.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { markInvitationAccepted } from '../data/invitations.ts';
import { findLoginById } from '../data/logins.ts';
import { findPendingSecret, markEnrolmentBegun } from '../data/second-factors.ts';
import { base32Of } from '../rules/base32.ts';
import { mayEnrol } from '../rules/standing.ts';
import { addMessage } from './ask-for-message.ts';
import { signInNow } from './accounts.ts';
import { answersYes } from './identity/answers.ts';
import { secretOf } from './identity/secret.ts';
import { checkCode } from './prove-second-factor.ts';
import { renewSession } from './renew-session.ts';
import type { SignInOutcome } from './sign-in-with-password.ts';
import { findSignedIn } from './visit.ts';
import type { SignedIn, Visit } from './visit.ts';

export type EnrolmentRefusal = 'not-signed-in' | 'not-allowed' | 'already' | 'wrong-password';

/** Whether this session may set a second factor up: see `mayEnrol`. */
export async function mayEnrolNow(visit: Visit, signedIn: SignedIn): Promise<boolean> {
  const isProfessional = await isProfessionalLogin(visit, signedIn);
  return mayEnrol({ ...signedIn, isProfessional, now: signInNow() });
}

/** A password comes by invitation only: it tells a professional whose role has not begun, or has just ended. */
export async function isProfessionalLogin(
  { accounts, ctx }: Visit,
  signedIn: SignedIn,
): Promise<boolean> {
  const login = await ctx.db.inInstallation((tx) => findLoginById(tx, signedIn.loginId));
  if (login?.hasPassword) return true;
  return (await accounts.directory.listMemberships(signedIn.personId)).length > 0;
}

/** Prepares a secret and recovery codes; nothing is asked of them until `confirmApplication`. */
export async function beginApplication(
  visit: Visit,
  { password }: { readonly password: string | null },
): Promise<Decision<EnrolmentRefusal>> {
  const { accounts, ctx, headers } = visit;
  const signedIn = await findSignedIn(accounts, headers);
  if (!signedIn) return refuse('not-signed-in');
  if (!(await mayEnrolNow(visit, signedIn))) return refuse('not-allowed');
  const login = await ctx.db.inInstallation((tx) => findLoginById(tx, signedIn.loginId));
  if (login?.hasApplication) return refuse('already');
  const body = { method: 'totp' as const, ...(password === null ? {} : { password }) };
  if (!(await answersYes(accounts.identity.api.enableTwoFactor({ body, headers })))) {
    return refuse('wrong-password');
  }
  await ctx.db.inInstallation((tx) => markEnrolmentBegun(tx, signedIn.loginId));
  return accept();
}

export interface PendingApplication {
  /** `otpauth://totp/…`, for a QR code or a link on the same phone. */
  readonly uri: string;
  /** The same secret to be typed, in groups of four. */
  readonly groups: readonly string[];
}

/** What an application needs, until the first code has been given; null when nothing is being set up. */
export async function findPendingApplication(visit: Visit): Promise<PendingApplication | null> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn || !(await mayEnrolNow(visit, signedIn))) return null;
  const data = await ctx.db.inInstallation((tx) => findPendingSecret(tx, signedIn.loginId));
  if (!data) return null;
  const { appName } = await accounts.identity.$context;
  const secret = base32Of(await secretOf(accounts.identity, data));
  const label = `${encodeURIComponent(appName)}:${encodeURIComponent(signedIn.email)}`;
  const query = new URLSearchParams({ secret, issuer: appName, digits: '6', period: '30' });
  return {
    uri: `otpauth://totp/${label}?${query.toString()}`,
    groups: secret.match(/.{1,4}/g) ?? [],
  };
}

/** The first code proves that the application holds the secret: it counts as the second factor, ends the invitation. */
export async function confirmApplication(
  visit: Visit,
  { code }: { readonly code: string },
): Promise<Decision<'not-signed-in' | 'not-allowed' | 'wrong' | 'too-many', SignInOutcome>> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return refuse('not-signed-in');
  if (!(await findPendingApplication(visit))) return refuse('not-allowed');
  const checked = await checkCode(visit, signedIn, { kind: 'totp', code });
  if (!checked.ok) return checked;
  const outcome = await renewSession(visit, signedIn, { at: signInNow(), kind: 'totp' });
  if (!outcome) return refuse('not-signed-in');
  await ctx.db.inInstallation(async (tx) => {
    await markInvitationAccepted(tx, signedIn.personId, ctx.now());
    await addMessage(ctx, tx, {
      email: signedIn.email,
      kind: 'second-factor-changed',
      invitationId: null,
    });
    await record(ctx, tx, {
      verb: 'accounts.confirm-application',
      networkId: null,
      subject: { kind: 'person', id: signedIn.personId },
    });
  });
  return accept(outcome);
}
