import { record } from '#platform/audit/record.ts';
import type { Actor, MembershipId, PersonId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { addLogin, findLoginOfPerson } from '../data/logins.ts';
import { lockPerson } from '../data/people.ts';
import type { MembershipCard } from '../rules/membership.ts';
import { actorOf } from '../rules/standing.ts';
import { signInNow } from './accounts.ts';
import { openSession } from './visit.ts';
import type { SetCookies, Visit } from './visit.ts';

interface DemonstrationInput {
  readonly personId: PersonId;
  /** Without it: the person's only role, the choice between several, or a young person's space. */
  readonly membershipId: MembershipId | null;
}

export interface DemonstrationSignIn {
  readonly cookies: SetCookies;
  /** `unproven` when several roles are to be chosen from. */
  readonly actor: Actor;
}

/** One click, second factor taken as done: on the demonstration only, whose people are invented. */
export async function signInDemonstration(
  visit: Visit,
  input: DemonstrationInput,
): Promise<Decision<'not-a-demonstration' | 'not-found', DemonstrationSignIn>> {
  const { accounts, ctx } = visit;
  if (!accounts.demonstration) return refuse('not-a-demonstration');
  const memberships = await accounts.directory.listMemberships(input.personId);
  const membership = chosenOf(memberships, input.membershipId);
  if (input.membershipId && !membership) return refuse('not-found');
  const loginId = await ensureLogin(visit, input.personId);
  if (!loginId) return refuse('not-found');
  const acting = {
    space: memberships.length > 0 ? ('professional' as const) : ('own' as const),
    proof: { at: signInNow(), kind: 'demonstration' as const },
    enrolmentUntil: null,
    remembered: true,
  };
  const opened = await openSession(visit, {
    loginId,
    acting: { ...acting, membershipId: membership?.membershipId ?? null },
  });
  if (!opened) return refuse('not-found');
  await ctx.db.inInstallation((tx) =>
    record(ctx, tx, {
      verb: 'accounts.sign-in-demonstration',
      networkId: null,
      subject: { kind: 'person', id: input.personId },
    }),
  );
  return accept({
    cookies: opened.cookies,
    actor: actorOf({ ...acting, personId: input.personId, membership, now: signInNow() }),
  });
}

function chosenOf(
  memberships: readonly MembershipCard[],
  asked: MembershipId | null,
): MembershipCard | null {
  if (asked) return memberships.find((each) => each.membershipId === asked) ?? null;
  return memberships.length === 1 ? (memberships[0] ?? null) : null;
}

function ensureLogin({ ctx }: Visit, personId: PersonId): Promise<string | null> {
  return ctx.db.inInstallation(async (tx) => {
    // Two clicks at once make one login.
    const person = await lockPerson(tx, personId);
    if (!person || person.closedAt) return null;
    const existing = await findLoginOfPerson(tx, personId);
    if (existing) return existing.loginId;
    const email = `${personId}@demonstration.invalid`;
    return addLogin(tx, {
      loginId: ctx.newId<'Login'>(),
      personId,
      email,
      name: person.givenName,
      at: signInNow(),
    });
  });
}
