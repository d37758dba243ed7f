import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { violatedConstraint } from '#platform/db/errors.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor, MembershipId, Scope } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { saveAdviserProfile, saveMembership } from '../data/memberships.ts';
import { listAffiliationRows } from '../data/organisations.ts';
import { servesFrom } from '../data/places.ts';
import { mayAdminister, mayCoordinate, mayManageStaff } from '../rules/authority.ts';
import { endedBefore } from '../rules/dated.ts';
import type { Membership } from '../rules/membership.ts';
import { roleFitsScope } from '../rules/membership.ts';

export interface NewMember extends Omit<Membership, 'id' | 'title'> {
  readonly title?: string;
  /** How an adviser is shown to young people; asked for the role adviser, unless the person has it already. */
  readonly profile?: {
    readonly displayName: string;
    readonly languages: readonly string[];
    readonly presentation: string | null;
  };
}

export type AddMemberRefusal =
  | 'not-allowed'
  | 'role-does-not-fit-scope'
  | 'ends-before-start'
  | 'not-affiliated'
  | 'not-at-place'
  | 'already-member';

/**
 * Gives a person a role somewhere between two local days (SM-66, SM-68, SM-93). A manager adds advisers of the own
 * structure; a coordinator whoever works in the network; other coordinators and administrators are the installation's to name.
 */
export async function addMember(
  ctx: Ctx,
  input: NewMember,
): Promise<Decision<AddMemberRefusal, MembershipId>> {
  const { profile, title, ...member } = input;
  const refusal = refusalBefore(ctx.actor, input);
  if (refusal) return refuse(refusal);
  const id = ctx.newId<'Membership'>();
  try {
    return await ctx.db.inInstallation(async (tx) => {
      const notThere = await refusalOfScope(tx, input);
      if (notThere) return refuse(notThere);
      await saveMembership(tx, { ...member, id, title: title ?? null }, ctx.now());
      if (profile && member.scope.kind !== 'installation') {
        await saveAdviserProfile(tx, {
          ...profile,
          networkId: member.scope.networkId,
          personId: member.personId,
        });
      }
      await record(ctx, tx, {
        verb: 'network.add-member',
        networkId: member.scope.kind === 'installation' ? null : member.scope.networkId,
        subject: { kind: 'membership', id },
        facts: { role: member.role, from: member.from.toString() },
      });
      return accept(id);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'membership_once') return refuse('already-member');
    throw error;
  }
}

function refusalBefore(actor: Actor, input: NewMember): AddMemberRefusal | null {
  if (!mayName(actor, input)) return 'not-allowed';
  if (!roleFitsScope(input.role, input.scope)) return 'role-does-not-fit-scope';
  return endedBefore(input, input.from) ? 'ends-before-start' : null;
}

function mayName(
  actor: Actor,
  { role, scope }: { role: Membership['role']; scope: Scope },
): boolean {
  if (role === 'administrator' || role === 'coordinator' || !('organisationId' in scope)) {
    return mayAdminister(actor);
  }
  return role === 'adviser' ? mayManageStaff(actor, scope) : mayCoordinate(actor, scope.networkId);
}

async function refusalOfScope(
  tx: Tx,
  { scope, from }: NewMember,
): Promise<AddMemberRefusal | null> {
  if (scope.kind === 'installation' || scope.kind === 'network') return null;
  const affiliations = await listAffiliationRows(tx, scope);
  if (affiliations.every((one) => endedBefore(one, from))) return 'not-affiliated';
  if (scope.kind === 'place' && !(await servesFrom(tx, scope, from))) return 'not-at-place';
  return null;
}
