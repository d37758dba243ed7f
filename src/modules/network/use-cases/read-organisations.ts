import type { ReadFrom } from '#platform/db/reading.ts';
import { readInstallation } from '#platform/db/reading.ts';
import type { NetworkId, OrganisationId, PlaceId } from '#platform/kernel/actor.ts';
import {
  findOrganisationRow,
  listAffiliationRows,
  listOrganisationRows,
} from '../data/organisations.ts';
import type { PlaceFilter } from '../data/places.ts';
import { findPlaceRow, listPlaceRows } from '../data/places.ts';
import type { Affiliation } from '../rules/affiliation.ts';
import type { Organisation } from '../rules/organisation.ts';
import type { Place, PlaceWithOrganisations } from '../rules/place.ts';

export function findOrganisation(from: ReadFrom, id: OrganisationId): Promise<Organisation | null> {
  return readInstallation(from, (tx) => findOrganisationRow(tx, id));
}

/** Those of these ids that exist, by name. */
export function listOrganisations(
  from: ReadFrom,
  ids: readonly OrganisationId[],
): Promise<readonly Organisation[]> {
  return readInstallation(from, (tx) => listOrganisationRows(tx, ids));
}

/** The affiliations of a network, past ones included, oldest first. */
export function listAffiliations(
  from: ReadFrom,
  networkId: NetworkId,
): Promise<readonly Affiliation[]> {
  return readInstallation(from, (tx) => listAffiliationRows(tx, { networkId }));
}

export function findPlace(from: ReadFrom, id: PlaceId): Promise<Place | null> {
  return readInstallation(from, (tx) => findPlaceRow(tx, id));
}

/** Places by name with the organisations that are or will be there; links that ended before `from` do not count. */
export function listPlaces(
  from: ReadFrom,
  filter: PlaceFilter,
): Promise<readonly PlaceWithOrganisations[]> {
  return readInstallation(from, (tx) => listPlaceRows(tx, filter));
}
