import { inviteProfessional } from '#modules/accounts/index.ts';
import type { InvitationRefusal } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/context.ts';
import type { MembershipId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { findMembershipRow, listMembershipRowsOf } from '../data/memberships.ts';
import { endedBefore } from '../rules/dated.ts';

/** Sends whoever holds this membership the link by which they set their account up; their roles past are left out. */
export async function inviteMember(
  ctx: Ctx,
  membershipId: MembershipId,
): Promise<Decision<InvitationRefusal>> {
  const memberships = await ctx.db.inInstallation(async (tx) => {
    const membership = await findMembershipRow(tx, membershipId);
    return membership ? listMembershipRowsOf(tx, membership.personId) : [];
  });
  const [one] = memberships;
  if (!one) return refuse('not-found');
  const decision = await inviteProfessional(ctx, {
    personId: one.personId,
    memberships: memberships
      .filter((each) => !endedBefore(each, localDateAt(ctx.now(), each.zone)))
      .map((each) => ({
        membershipId: each.id,
        role: each.role,
        scope: each.scope,
        label: each.organisationName ?? each.networkName ?? '',
      })),
  });
  return decision.ok ? accept() : refuse(decision.refusal);
}
