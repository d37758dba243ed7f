export type { Affiliation } from './rules/affiliation.ts';
export type { AttestationStanding, RoomItems } from './rules/attestation.ts';
export type {
  BookingFact,
  BookingFactKind,
  BookingFacts,
  RecordedFact,
} from './rules/booking-facts.ts';
export type { Dated } from './rules/dated.ts';
export type { AdviserProfile, Membership, NamedMembership, Referent } from './rules/membership.ts';
export type { Network, NetworkTerritory } from './rules/network.ts';
export type { LegalForm, Organisation, Representative } from './rules/organisation.ts';
export type { Place, PlaceWithOrganisations } from './rules/place.ts';
export type { NetworkPreset, NetworkSettings } from './rules/settings.ts';
export type { BookableAdviser, SupplyPlace } from './rules/supply.ts';

export { findNetwork, findNetworkBySlug, listNetworks } from './use-cases/read-networks.ts';
export {
  findOrganisation,
  findPlace,
  listAffiliations,
  listOrganisations,
  listPlaces,
} from './use-cases/read-organisations.ts';
export {
  findMembership,
  listAdviserProfiles,
  listMemberships,
  listNetworkMemberships,
  listReferents,
} from './use-cases/read-memberships.ts';
export { listBookableSupply } from './use-cases/list-bookable-supply.ts';

export { createNetwork } from './use-cases/create-network.ts';
export { changeNetworkSettings } from './use-cases/change-network-settings.ts';
export { registerOrganisation } from './use-cases/register-organisation.ts';
export { registerPlace } from './use-cases/register-place.ts';
export { openPlaceTo } from './use-cases/open-place-to.ts';
export { affiliate } from './use-cases/affiliate.ts';
export { endAffiliation } from './use-cases/end-affiliation.ts';
export { addMember } from './use-cases/add-member.ts';
export { endMembership } from './use-cases/end-membership.ts';
export { recordBookingFact } from './use-cases/record-booking-fact.ts';
export { attestRoom } from './use-cases/attest-room.ts';
export { personalData } from './use-cases/personal-data.ts';
