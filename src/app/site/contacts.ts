import type { Ctx } from '#platform/context.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { listPeople } from '#modules/accounts/index.ts';
import { listPlaces, listReferents } from '#modules/network/index.ts';
import type { Network, PlaceWithOrganisations } from '#modules/network/index.ts';
import { findCommunes } from '#modules/territories/index.ts';
import type { Commune } from '#modules/territories/index.ts';
import { distanceKm } from '#modules/territories/pure.ts';

/** Who answers for a site (SM-14). */
export interface SiteContact {
  readonly site: string;
  readonly name: string;
  readonly phone: string | null;
  readonly communeName: string | null;
  readonly distanceKm: number | null;
}

export interface PlaceContact {
  readonly place: PlaceWithOrganisations;
  readonly departement: string;
  readonly distanceKm: number | null;
}

export interface Contacts {
  /** The nearest first when a commune is said, else in the order in which they were named. */
  readonly sites: readonly SiteContact[];
  readonly places: readonly PlaceContact[];
}

/** The referents of a network's sites and its places, seen from a commune or from nowhere. */
export async function readContacts(
  ctx: Ctx,
  network: Network,
  from: Commune | null,
): Promise<Contacts> {
  const day = localDateAt(ctx.now(), network.settings.timeZone);
  const referents = await listReferents(ctx, { networkId: network.id, day });
  const people = await ctx.db.inInstallation((tx) =>
    listPeople(
      tx,
      referents.map((one) => one.personId),
    ),
  );
  const places = await listPlaces(ctx, { networkId: network.id, from: day });
  const communes = await findCommunes(ctx, [
    ...places.map((place) => place.communeCode),
    ...referents.flatMap((referent) => referent.communeCode ?? []),
  ]);
  const sites = referents.map((referent): SiteContact => {
    const person = people.find((one) => one.id === referent.personId);
    const commune = referent.communeCode ? (communes.get(referent.communeCode) ?? null) : null;
    return {
      site: referent.site,
      name: person ? `${person.givenName} ${person.familyName ?? ''}`.trim() : '',
      phone: referent.phone,
      communeName: commune?.name ?? null,
      distanceKm: between(from, commune),
    };
  });
  const seen = places.map((place): PlaceContact => {
    const commune = communes.get(place.communeCode) ?? null;
    return {
      place,
      departement: commune?.departement.name ?? '',
      distanceKm: between(from, commune),
    };
  });
  return from ? { sites: nearest(sites), places: nearest(seen) } : { sites, places: seen };
}

function between(a: Commune | null, b: Commune | null): number | null {
  return a?.centre && b?.centre ? distanceKm(a.centre, b.centre) : null;
}

function nearest<Item extends { readonly distanceKm: number | null }>(
  items: readonly Item[],
): Item[] {
  return items.toSorted((a, b) => (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity));
}
