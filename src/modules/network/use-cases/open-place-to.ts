import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { violatedConstraint } from '#platform/db/errors.ts';
import type { OrganisationId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { findOrganisationRow } from '../data/organisations.ts';
import { findPlaceRow, savePlaceOrganisation } from '../data/places.ts';
import { mayRegister } from '../rules/authority.ts';

export type OpenPlaceRefusal = 'not-allowed' | 'not-found' | 'already-there' | 'ends-before-start';

/** Another organisation is in that place too, from a local day on, until another when it is known. */
export async function openPlaceTo(
  ctx: Ctx,
  input: {
    readonly placeId: PlaceId;
    readonly organisationId: OrganisationId;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate | null;
  },
): Promise<Decision<OpenPlaceRefusal>> {
  if (!mayRegister(ctx.actor)) return refuse('not-allowed');
  if (input.until && Temporal.PlainDate.compare(input.until, input.from) < 0) {
    return refuse('ends-before-start');
  }
  try {
    return await ctx.db.inInstallation(async (tx) => {
      const known =
        (await findPlaceRow(tx, input.placeId)) &&
        (await findOrganisationRow(tx, input.organisationId));
      if (!known) return refuse('not-found');
      await savePlaceOrganisation(tx, { ...input, id: ctx.newId<'PlaceOrganisation'>() });
      await record(ctx, tx, {
        verb: 'network.open-place-to',
        networkId: null,
        subject: { kind: 'place', id: input.placeId },
        facts: { organisationId: input.organisationId, from: input.from.toString() },
      });
      return accept();
    });
  } catch (error) {
    if (violatedConstraint(error) === 'place_organisation_once') return refuse('already-there');
    throw error;
  }
}
