import type { Commune } from '#modules/territories/index.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId, OrganisationId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { listAffiliationRows } from '../data/organisations.ts';
import { listPlaceRowsIn } from '../data/places.ts';
import { mayCoordinate } from '../rules/authority.ts';
import { endedBefore } from '../rules/dated.ts';
import { placeKey } from '../rules/import-contradictions.ts';
import type { Place } from '../rules/place.ts';
import type { OpenPlaceRefusal } from './open-place-to.ts';
import { openPlaceTo } from './open-place-to.ts';
import { locate } from './place-location.ts';
import type { RegisterPlaceRefusal } from './register-place.ts';
import { registerPlace } from './register-place.ts';
import { withinTransaction } from './within-transaction.ts';

export interface AddedPlace {
  readonly networkId: NetworkId;
  readonly organisationId: OrganisationId;
  readonly place: Pick<Place, 'name' | 'address' | 'accessNotes' | 'stepFree' | 'rooms' | 'phone'>;
  readonly commune: Commune;
  /** A place of that name and address is there: said first, then shared when asked again. */
  readonly ifKnown: 'refuse' | 'join';
}

export type AddPlaceRefusal =
  | RegisterPlaceRefusal
  | OpenPlaceRefusal
  | 'not-affiliated'
  | 'known'
  | 'commune-without-centre';

/** A structure of the network receives somewhere from today on: in a new place, or in one that others use already. */
export async function addPlace(
  ctx: Ctx,
  { networkId, organisationId, place, commune, ifKnown }: AddedPlace,
): Promise<Decision<AddPlaceRefusal, PlaceId>> {
  if (!mayCoordinate(ctx.actor, networkId)) return refuse('not-allowed');
  const location = locate(commune);
  if (!location) return refuse('commune-without-centre');
  const from = localDateAt(ctx.now(), location.timeZone);
  return ctx.db.inInstallation(async (tx) => {
    const inside = withinTransaction(ctx, tx);
    const links = await listAffiliationRows(tx, { networkId, organisationId });
    if (links.every((link) => endedBefore(link, from))) return refuse('not-affiliated');
    const known = (await listPlaceRowsIn(tx, commune.code)).find(
      (one) => placeKey(one) === placeKey(place),
    );
    if (!known) return registerPlace(inside, { ...place, ...location, organisationId, from });
    if (ifKnown === 'refuse') return refuse('known');
    const opened = await openPlaceTo(inside, {
      placeId: known.id,
      organisationId,
      from,
      until: null,
    });
    return opened.ok ? accept(known.id) : refuse(opened.refusal);
  });
}
