import { hashToken } from '#platform/chance.ts';
import { record } from '#platform/audit/record.ts';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { countTry, forgetTries } from '../data/attempts.ts';
import { findLoginById } from '../data/logins.ts';
import { PASSWORD_LIMIT } from '../rules/attempts.ts';
import { signInNow } from './accounts.ts';
import { openSession } from './visit.ts';
import type { SetCookies, Visit } from './visit.ts';

export interface SignInOutcome {
  readonly cookies: SetCookies;
  readonly actor: Actor;
}

interface PasswordInput {
  readonly email: string;
  readonly password: string;
  readonly remember: boolean;
}

/** A password opens one's own space, or leaves a professional `unproven`: the second factor comes next. */
export async function signInWithPassword(
  visit: Visit,
  { email, password, remember }: PasswordInput,
): Promise<Decision<'wrong' | 'too-many', SignInOutcome>> {
  const { ctx } = visit;
  const checked = await checkPassword(visit, { email, password });
  if (!checked.ok) return checked;
  const { loginId, personId } = checked.value;
  const memberships = await visit.accounts.directory.listMemberships(personId);
  const acting = {
    space: memberships.length > 0 ? ('professional' as const) : ('own' as const),
    membershipId: memberships.length === 1 ? (memberships[0]?.membershipId ?? null) : null,
    proof: null,
    enrolmentUntil: null,
    remembered: remember,
  };
  const opened = await openSession(visit, { loginId, acting });
  if (!opened) return refuse('wrong');
  await ctx.db.inInstallation((tx) =>
    record(ctx, tx, {
      verb: 'accounts.sign-in-with-password',
      networkId: null,
      subject: { kind: 'person', id: personId },
    }),
  );
  const actor: Actor =
    acting.space === 'own' ? { kind: 'youth', personId } : { kind: 'unproven', personId };
  return accept({ cookies: opened.cookies, actor });
}

interface Known {
  readonly loginId: string;
  readonly personId: PersonId;
}

/** Counts the try first, known address or not, and takes as long for both: the answer teaches nothing. */
export async function checkPassword(
  visit: Visit,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Decision<'wrong' | 'too-many', Known>> {
  const { accounts, ctx } = visit;
  const subject = `password:${hashToken(email.toLowerCase())}`;
  const now = signInNow();
  const isAllowed = await ctx.db.inInstallation((tx) =>
    countTry(tx, { subject, limit: PASSWORD_LIMIT, now }),
  );
  if (!isAllowed) return refuse('too-many');
  const context = await accounts.identity.$context;
  const found = await context.internalAdapter.findUserByEmail(email.toLowerCase(), {
    includeAccounts: true,
  });
  const hash = found?.accounts.find((each) => each.providerId === 'credential')?.password;
  if (!found || !hash) {
    await context.password.hash(password);
    return refuse('wrong');
  }
  if (!(await context.password.verify({ hash, password }))) return refuse('wrong');
  return ctx.db.inInstallation(async (tx) => {
    const login = await findLoginById(tx, found.user.id);
    if (!login?.personId || login.closed) return refuse('wrong');
    await forgetTries(tx, subject);
    return accept({ loginId: login.loginId, personId: login.personId });
  });
}
