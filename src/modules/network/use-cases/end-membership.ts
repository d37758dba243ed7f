import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Actor, MembershipId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { lockMembership, markMembershipEnded } from '../data/memberships.ts';
import { mayAdminister, mayCoordinate, mayManageStaff } from '../rules/authority.ts';
import type { Membership } from '../rules/membership.ts';

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
    if (!mayEnd(ctx.actor, membership)) return refuse('not-allowed');
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

function mayEnd(actor: Actor, { role, scope }: Membership): boolean {
  if (mayAdminister(actor)) return true;
  if (!('organisationId' in scope)) return false;
  return role === 'adviser' ? mayManageStaff(actor, scope) : mayCoordinate(actor, scope.networkId);
}
