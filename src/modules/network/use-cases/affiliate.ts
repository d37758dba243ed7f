import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { violatedConstraint } from '#platform/db/errors.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Id } from '#platform/kernel/id.ts';
import { findNetworkRow } from '../data/networks.ts';
import { findOrganisationRow, saveAffiliation } from '../data/organisations.ts';
import type { Affiliation } from '../rules/affiliation.ts';
import { mayCoordinate } from '../rules/authority.ts';

export type AffiliateRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'not-non-profit'
  | 'already-affiliated'
  | 'ends-before-start';

/** SM-25: only a non-profit organisation receives young people; a partner need not be one. */
export async function affiliate(
  ctx: Ctx,
  input: Omit<Affiliation, 'id'>,
): Promise<Decision<AffiliateRefusal, Id<'Affiliation'>>> {
  const { networkId, organisationId, from, until } = input;
  if (!mayCoordinate(ctx.actor, networkId)) return refuse('not-allowed');
  if (until && Temporal.PlainDate.compare(until, from) < 0) return refuse('ends-before-start');
  const id = ctx.newId<'Affiliation'>();
  try {
    return await ctx.db.inInstallation(async (tx) => {
      const organisation = await findOrganisationRow(tx, organisationId);
      if (!organisation || !(await findNetworkRow(tx, networkId))) return refuse('not-found');
      if (input.kind !== 'partner' && !organisation.nonProfit) return refuse('not-non-profit');
      await saveAffiliation(tx, { ...input, id });
      await record(ctx, tx, {
        verb: 'network.affiliate',
        networkId,
        subject: { kind: 'organisation', id: organisationId },
        facts: { kind: input.kind, from: from.toString(), until: until?.toString() ?? null },
      });
      return accept(id);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'affiliation_once') return refuse('already-affiliated');
    throw error;
  }
}
