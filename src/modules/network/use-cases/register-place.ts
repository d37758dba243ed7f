import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { OrganisationId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { findOrganisationRow } from '../data/organisations.ts';
import { savePlace, savePlaceOrganisation } from '../data/places.ts';
import { mayRegister } from '../rules/authority.ts';
import type { Place } from '../rules/place.ts';
import { isTimeZone } from '../rules/settings.ts';

export interface NewPlace extends Omit<Place, 'id'> {
  /** The first organisation to be there, from that local day on. */
  readonly organisationId: OrganisationId;
  readonly from: Temporal.PlainDate;
}

export type RegisterPlaceRefusal = 'not-allowed' | 'unknown-zone' | 'unknown-organisation';

/** A place exists once in the installation; others join it with `openPlaceTo`. */
export async function registerPlace(
  ctx: Ctx,
  input: NewPlace,
): Promise<Decision<RegisterPlaceRefusal, PlaceId>> {
  if (!mayRegister(ctx.actor)) return refuse('not-allowed');
  if (!isTimeZone(input.timeZone)) return refuse('unknown-zone');
  const { organisationId, from, ...place } = input;
  const id = ctx.newId<'Place'>();
  return ctx.db.inInstallation(async (tx) => {
    if (!(await findOrganisationRow(tx, organisationId))) return refuse('unknown-organisation');
    await savePlace(tx, { ...place, id }, ctx.now());
    await savePlaceOrganisation(tx, {
      id: ctx.newId<'PlaceOrganisation'>(),
      placeId: id,
      organisationId,
      from,
      until: null,
    });
    await record(ctx, tx, {
      verb: 'network.register-place',
      networkId: null,
      subject: { kind: 'place', id },
      facts: { organisationId, rooms: place.rooms },
    });
    return accept(id);
  });
}
