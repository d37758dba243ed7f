import type { ReadFrom } from '#platform/db/reading.ts';
import { readInstallation } from '#platform/db/reading.ts';
import type { MembershipId, NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { MembershipFilter } from '../data/memberships.ts';
import {
  findMembershipRow,
  listAdviserProfileRows,
  listMembershipRows,
  listMembershipRowsOf,
} from '../data/memberships.ts';
import { listReferentRows } from '../data/referents.query.ts';
import type { AdviserProfile, NamedMembership, Referent } from '../rules/membership.ts';

/** Every role a person has had, oldest first: `membershipHolds` says under which one may act. */
export function listMemberships(
  from: ReadFrom,
  personId: PersonId,
): Promise<readonly NamedMembership[]> {
  return readInstallation(from, (tx) => listMembershipRowsOf(tx, personId));
}

export function findMembership(from: ReadFrom, id: MembershipId): Promise<NamedMembership | null> {
  return readInstallation(from, (tx) => findMembershipRow(tx, id));
}

/** The memberships of a network, or of some of its organisations, or of one role, past ones included. */
export function listNetworkMemberships(
  from: ReadFrom,
  filter: MembershipFilter,
): Promise<readonly NamedMembership[]> {
  return readInstallation(from, (tx) => listMembershipRows(tx, filter));
}

/** How these advisers are called and which languages they speak, in that network. */
export function listAdviserProfiles(
  from: ReadFrom,
  where: { readonly networkId: NetworkId; readonly personIds: readonly PersonId[] },
): Promise<readonly AdviserProfile[]> {
  return readInstallation(from, (tx) => listAdviserProfileRows(tx, where));
}

/** Who answers for each site on that day, for the contact page (SM-14). The person's name and address are read from accounts. */
export function listReferents(
  from: ReadFrom,
  where: { readonly networkId: NetworkId; readonly day: Temporal.PlainDate },
): Promise<readonly Referent[]> {
  return readInstallation(from, (tx) => listReferentRows(tx, where));
}
