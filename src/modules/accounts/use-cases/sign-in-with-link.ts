import { record } from '#platform/audit/record.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { findLoginById, linkLogin, listPeopleToClaim, lockLogin } from '../data/logins.ts';
import { insertPerson } from '../data/people.ts';
import { saveActing } from '../data/sessions.ts';
import { signInNow } from './accounts.ts';
import { answerOrNull } from './identity/answers.ts';
import type { SetCookies, Visit } from './visit.ts';

interface LinkInput {
  readonly token: string;
  /** What a newcomer wants to be called; kept only when nobody stands behind the address yet. */
  readonly givenName: string | null;
}

/**
 * The link of a message, once. It proves the mailbox: it opens one's own space and, whoever the person is, never a
 * professional membership.
 */
export async function signInWithLink(
  visit: Visit,
  { token, givenName }: LinkInput,
): Promise<Decision<'expired', { readonly cookies: SetCookies }>> {
  const { ctx } = visit;
  const verified = await verifyLink(visit, token);
  if (!verified) return refuse('expired');
  const { sessionId, loginId, cookies } = verified;
  await ctx.db.inInstallation(async (tx) => {
    const personId = await ensurePerson(visit, tx, { loginId, givenName });
    await saveActing(tx, sessionId, {
      space: 'own',
      membershipId: null,
      proof: null,
      enrolmentUntil: null,
      remembered: true,
    });
    await record(ctx, tx, {
      verb: 'accounts.sign-in-with-link',
      networkId: null,
      subject: { kind: 'person', id: personId },
    });
  });
  return accept({ cookies });
}

interface Verified {
  readonly sessionId: string;
  readonly loginId: string;
  readonly cookies: SetCookies;
}

async function verifyLink({ accounts, headers }: Visit, token: string): Promise<Verified | null> {
  // A link that is unknown, used, expired, or of a closed account: better-auth redirects, we refuse.
  const answer = await answerOrNull(
    accounts.identity.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }),
  );
  if (!answer) return null;
  const { session, user } = answer.response;
  return { sessionId: session.id, loginId: user.id, cookies: answer.headers.getSetCookie() };
}

interface Newcomer {
  readonly loginId: string;
  readonly givenName: string | null;
}

/** Links the login to the one person whose contact address it is, or to a new one. */
async function ensurePerson(
  { ctx }: Visit,
  tx: Tx,
  { loginId, givenName }: Newcomer,
): Promise<PersonId> {
  await lockLogin(tx, loginId);
  const login = await findLoginById(tx, loginId);
  if (!login) throw new Error('the login of a link that was just verified is not there');
  if (login.personId) return login.personId;
  const [first, ...others] = await listPeopleToClaim(tx, login.email);
  const at = signInNow();
  if (first && others.length === 0) {
    await linkLogin(tx, { loginId, personId: first, at });
    return first;
  }
  const personId = ctx.newId<'Person'>();
  await insertPerson(tx, {
    id: personId,
    givenName: givenName?.trim() || 'Prénom à compléter',
    familyName: null,
    email: null,
    phone: null,
    createdAt: ctx.now(),
  });
  await linkLogin(tx, { loginId, personId, at });
  return personId;
}
