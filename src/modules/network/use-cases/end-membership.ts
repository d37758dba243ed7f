import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { MembershipId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { lockMembership, markMembershipEnded } from '../data/memberships.ts';
import { mayEndMembership } from '../rules/authority.ts';

export type EndMembershipRefusal = 'not-allowed' | 'not-found' | 'ends-before-start';

/** SM-93: `until` is the last local day of the role; from the next, no slot is shown and no one may act under it. */
export async function endMembership(
  ctx: Ctx,
  input: {
    readonly membershipId: MembershipId;
    readonly until: Temporal.PlainDate;
    readonly reason: string;
  },
): Promise<Decision<EndMembershipRefusal>> {
  return ctx.db.inInstallation(async (tx) => {
    const membership = await lockMembership(tx, input.membershipId);
    if (!membership) return refuse('not-found');
    if (!mayEndMembership(ctx.actor, membership)) return refuse('not-allowed');
    if (Temporal.PlainDate.compare(input.until, membership.from) < 0)
      return refuse('ends-before-start');
    await markMembershipEnded(tx, membership.id, input.until);
    await record(ctx, tx, {
      verb: 'network.end-membership',
      networkId: membership.scope.kind === 'installation' ? null : membership.scope.networkId,
      subject: { kind: 'membership', id: membership.id },
      reason: input.reason,
      facts: { role: membership.role, until: input.until.toString() },
    });
    return accept();
  });
}
