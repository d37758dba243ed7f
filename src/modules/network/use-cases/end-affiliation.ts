import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Id } from '#platform/kernel/id.ts';
import { lockAffiliation, markAffiliationEnded } from '../data/organisations.ts';
import { mayCoordinate } from '../rules/authority.ts';

export type EndAffiliationRefusal = 'not-allowed' | 'not-found' | 'ends-before-start';

/** `until` is the last local day of the link; slots stop the day after. */
export async function endAffiliation(
  ctx: Ctx,
  input: {
    readonly affiliationId: Id<'Affiliation'>;
    readonly until: Temporal.PlainDate;
    readonly reason: string;
  },
): Promise<Decision<EndAffiliationRefusal>> {
  return ctx.db.inInstallation(async (tx) => {
    const affiliation = await lockAffiliation(tx, input.affiliationId);
    if (!affiliation) return refuse('not-found');
    if (!mayCoordinate(ctx.actor, affiliation.networkId)) return refuse('not-allowed');
    if (Temporal.PlainDate.compare(input.until, affiliation.from) < 0) {
      return refuse('ends-before-start');
    }
    await markAffiliationEnded(tx, affiliation.id, input.until);
    await record(ctx, tx, {
      verb: 'network.end-affiliation',
      networkId: affiliation.networkId,
      subject: { kind: 'organisation', id: affiliation.organisationId },
      reason: input.reason,
      facts: { until: input.until.toString() },
    });
    return accept();
  });
}
