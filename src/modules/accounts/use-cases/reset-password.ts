import { record } from '#platform/audit/record.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { findLoginById } from '../data/logins.ts';
import { findPerson } from '../data/people.ts';
import { decidePassword } from '../rules/password.ts';
import type { PasswordRefusal } from '../rules/password.ts';
import { signInNow } from './accounts.ts';
import { addMessage } from './ask-for-message.ts';
import { answersYes } from './identity/answers.ts';
import type { Visit } from './visit.ts';

/**
 * A new password by the link of a message, once. Every session of the login ends; the second factor stays and is asked
 * at the next sign-in: a mailbox alone opens nothing professional (ASVS 6.4.3).
 */
export async function resetPassword(
  visit: Visit,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Decision<'expired' | PasswordRefusal>> {
  const { accounts, ctx } = visit;
  const context = await accounts.identity.$context;
  const waiting = await context.internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (!waiting || waiting.expiresAt.getTime() <= signInNow().epochMilliseconds)
    return refuse('expired');
  const owner = await ctx.db.inInstallation(async (tx) => {
    const login = await findLoginById(tx, waiting.value);
    if (!login?.personId || login.closed) return null;
    return { login, person: await findPerson(tx, login.personId) };
  });
  if (!owner) return refuse('expired');
  const { login, person } = owner;
  const about = [login.email, person?.givenName ?? null, person?.familyName ?? null];
  const decision = decidePassword({ password, about });
  if (!decision.ok) return decision;
  const body = { newPassword: password, token };
  if (!(await answersYes(accounts.identity.api.resetPassword({ body })))) return refuse('expired');
  await ctx.db.inInstallation(async (tx) => {
    await addMessage(ctx, tx, { email: login.email, kind: 'password-changed', invitationId: null });
    await record(ctx, tx, {
      verb: 'accounts.reset-password',
      networkId: null,
      subject: { kind: 'person', id: login.personId },
    });
  });
  return accept();
}
