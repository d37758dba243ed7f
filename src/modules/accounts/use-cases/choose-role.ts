import { record } from '#platform/audit/record.ts';
import type { Actor, MembershipId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { saveActing } from '../data/sessions.ts';
import { actorOfSession } from './resolve-actor.ts';
import { findSignedIn } from './visit.ts';
import type { Visit } from './visit.ts';

export type RoleChoice =
  | { readonly kind: 'own' }
  | { readonly kind: 'membership'; readonly membershipId: MembershipId };

/** One acts under one role at a time. Without a recent second factor the answer is `unproven`: the code comes next. */
export async function chooseRole(
  visit: Visit,
  choice: RoleChoice,
): Promise<Decision<'not-signed-in' | 'not-found', Actor>> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return refuse('not-signed-in');
  const membershipId = choice.kind === 'membership' ? choice.membershipId : null;
  const found = membershipId
    ? await accounts.directory.findMembership(signedIn.personId, membershipId)
    : null;
  if (membershipId && !found) return refuse('not-found');
  const space = membershipId ? ('professional' as const) : ('own' as const);
  const acting = { ...signedIn, space, membershipId };
  await ctx.db.inInstallation(async (tx) => {
    await saveActing(tx, signedIn.sessionId, acting);
    await record(ctx, tx, {
      verb: 'accounts.choose-role',
      networkId: found && found.scope.kind !== 'installation' ? found.scope.networkId : null,
      subject: { kind: 'membership', id: membershipId },
      facts: { role: found?.role ?? null },
    });
  });
  return accept(await actorOfSession(accounts, acting));
}
