import { record } from '#platform/audit/record.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { markInvitationAccepted } from '../data/invitations.ts';
import { deletePasskey } from '../data/second-factors.ts';
import { deleteSession, saveActing } from '../data/sessions.ts';
import type { Acting } from '../data/sessions.ts';
import type { SecondFactorProof } from '../rules/standing.ts';
import { addMessage } from './ask-for-message.ts';
import { signInNow } from './accounts.ts';
import { isProfessionalLogin, mayEnrolNow } from './enrol-application.ts';
import { answerOrNull } from './identity/answers.ts';
import { withCeremony } from './identity/identity.ts';
import { renewSession } from './renew-session.ts';
import { actorOfSession } from './resolve-actor.ts';
import type { SignInOutcome } from './sign-in-with-password.ts';
import { findSignedIn } from './visit.ts';
import type { SetCookies, SignedIn, Visit } from './visit.ts';

interface PasskeyAnswer {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
}

/** What the browser hands back when a key signs in, in the JSON of WebAuthn §5.1.8; bytes in base64url. */
export interface PasskeyAssertion extends PasskeyAnswer {
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
  };
}

/** The same when a key is made. */
export interface PasskeyAttestation extends PasskeyAnswer {
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    /** How the key can be reached, as the browser says. */
    readonly transports: readonly string[];
  };
}

interface Challenge {
  /** For `navigator.credentials`, in JSON. */
  readonly options: unknown;
  /** Holds the challenge's name: the answer must come from the same browser, within five minutes. */
  readonly cookies: SetCookies;
}

export async function askPasskeyToSignIn({ accounts, headers }: Visit): Promise<Challenge> {
  const api = accounts.identity.api;
  const answer = await api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true });
  return { options: answer.response, cookies: answer.headers.getSetCookie() };
}

/**
 * A passkey opens one's own space. When it also recognised its user (finger, face, code) it is both factors at once,
 * and a professional goes on to their role.
 */
export async function signInWithPasskey(
  visit: Visit,
  { response }: { readonly response: PasskeyAssertion },
): Promise<Decision<'refused', SignInOutcome>> {
  const { accounts, ctx, headers } = visit;
  const before = await findSignedIn(accounts, headers);
  const presented = await verifyPasskey(visit, response);
  if (!presented) return refuse('refused');
  const { signedIn, cookies, proof } = presented;
  const replaced = before?.loginId === signedIn.loginId ? before : null;
  const acting = await actingOf(visit, { signedIn, proof, replaced });
  await ctx.db.inInstallation(async (tx) => {
    await saveActing(tx, signedIn.sessionId, acting);
    if (replaced)
      await deleteSession(tx, { personId: replaced.personId, sessionId: replaced.sessionId });
    await record(ctx, tx, {
      verb: 'accounts.sign-in-with-passkey',
      networkId: null,
      subject: { kind: 'person', id: signedIn.personId },
      facts: { userVerified: proof !== null },
    });
  });
  return accept({ cookies, actor: await actorOfSession(accounts, { ...signedIn, ...acting }) });
}

interface Presented {
  readonly signedIn: SignedIn;
  /** Null when the key was there but did not recognise its user. */
  readonly proof: SecondFactorProof | null;
}

/** Null for an unknown key, a wrong signature, an old challenge, a closed account: the answer is the same. */
async function verifyPasskey(
  { accounts, headers }: Visit,
  response: PasskeyAssertion,
): Promise<(Presented & { readonly cookies: SetCookies }) | null> {
  const body = { response: { ...response, clientExtensionResults: {} } };
  const verify = () =>
    accounts.identity.api.verifyPasskeyAuthentication({ body, headers, returnHeaders: true });
  const answer = await answerOrNull(withCeremony('preferred', verify));
  if (!answer) return null;
  const cookies = answer.result.headers.getSetCookie();
  const signedIn = await findSignedIn(accounts, new Headers({ cookie: cookieHeaderOf(cookies) }));
  if (!signedIn) return null;
  return {
    signedIn,
    cookies,
    proof: answer.userVerified ? { at: signInNow(), kind: 'passkey' } : null,
  };
}

/** The key takes the place of the session in which it was asked for, role and device's memory included. */
async function actingOf(
  { accounts }: Visit,
  { signedIn, proof, replaced }: Presented & { readonly replaced: SignedIn | null },
): Promise<Acting> {
  const kept = { proof, enrolmentUntil: null, remembered: replaced?.remembered ?? false };
  const memberships = await accounts.directory.listMemberships(signedIn.personId);
  if (!proof || memberships.length === 0) return { ...kept, space: 'own', membershipId: null };
  const [only, ...others] = memberships;
  const alone = others.length === 0 ? (only?.membershipId ?? null) : null;
  return { ...kept, space: 'professional', membershipId: replaced?.membershipId ?? alone };
}

function cookieHeaderOf(cookies: SetCookies): string {
  return cookies.map((line) => line.split(';')[0] ?? '').join('; ');
}

export async function askPasskeyToRegister(
  visit: Visit,
): Promise<Decision<'not-signed-in' | 'not-allowed', Challenge>> {
  const { accounts, headers } = visit;
  const signedIn = await findSignedIn(accounts, headers);
  if (!signedIn) return refuse('not-signed-in');
  if (!(await mayEnrolNow(visit, signedIn))) return refuse('not-allowed');
  const answer = await accounts.identity.api.generatePasskeyRegistrationOptions({
    headers,
    returnHeaders: true,
  });
  return accept({ options: answer.response, cookies: answer.headers.getSetCookie() });
}

interface Registration {
  readonly response: PasskeyAttestation;
  /** How its owner will recognise it in the list. */
  readonly name: string;
}

/** Adds a passkey. A professional's must recognise its user; set up by invitation, it counts as the second factor. */
export async function registerPasskey(
  visit: Visit,
  { response, name }: Registration,
): Promise<
  Decision<'not-signed-in' | 'not-allowed' | 'refused', { readonly cookies: SetCookies }>
> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return refuse('not-signed-in');
  if (!(await mayEnrolNow(visit, signedIn))) return refuse('not-allowed');
  const isProfessional = await isProfessionalLogin(visit, signedIn);
  if (!(await keepPasskey(visit, { response, name }, isProfessional ? 'required' : 'preferred'))) {
    return refuse('refused');
  }
  await ctx.db.inInstallation(async (tx) => {
    if (signedIn.enrolmentUntil) await markInvitationAccepted(tx, signedIn.personId, ctx.now());
    await addMessage(ctx, tx, {
      email: signedIn.email,
      kind: 'second-factor-changed',
      invitationId: null,
    });
    await record(ctx, tx, {
      verb: 'accounts.register-passkey',
      networkId: null,
      subject: { kind: 'person', id: signedIn.personId },
    });
  });
  return accept({ cookies: await afterEnrolment(visit, signedIn) });
}

async function keepPasskey(
  { accounts, headers }: Visit,
  { response, name }: Registration,
  userVerification: 'required' | 'preferred',
): Promise<boolean> {
  const body = { name, response: { ...response, clientExtensionResults: {} } };
  const verify = () => accounts.identity.api.verifyPasskeyRegistration({ body, headers });
  return (await answerOrNull(withCeremony(userVerification, verify))) !== null;
}

async function afterEnrolment(visit: Visit, signedIn: SignedIn): Promise<SetCookies> {
  if (!signedIn.enrolmentUntil) return [];
  const outcome = await renewSession(visit, signedIn, { at: signInNow(), kind: 'passkey' });
  return outcome?.cookies ?? [];
}

/** Removes one of one's own passkeys. */
export async function removePasskey(
  visit: Visit,
  { passkeyId }: { readonly passkeyId: string },
): Promise<Decision<'not-signed-in' | 'not-allowed' | 'not-found'>> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return refuse('not-signed-in');
  if (!(await mayEnrolNow(visit, signedIn))) return refuse('not-allowed');
  return ctx.db.inInstallation(async (tx) => {
    if (!(await deletePasskey(tx, { loginId: signedIn.loginId, passkeyId })))
      return refuse('not-found');
    await record(ctx, tx, {
      verb: 'accounts.remove-passkey',
      networkId: null,
      subject: { kind: 'person', id: signedIn.personId },
    });
    return accept();
  });
}
