import type { Id } from './id.ts';

export type PersonId = Id<'Person'>;
export type NetworkId = Id<'Network'>;
export type OrganisationId = Id<'Organisation'>;
export type PlaceId = Id<'Place'>;
export type MembershipId = Id<'Membership'>;
export type YouthFileId = Id<'YouthFile'>;

/** Roles that a membership can give; one acts under one at a time (design §5). */
export type ProfessionalRole = 'adviser' | 'manager' | 'referent' | 'coordinator' | 'administrator';

/** Where a role holds. A manager answers for an organisation, a referent for a place, a coordinator for a network. */
export type Scope =
  | { readonly kind: 'installation' }
  | { readonly kind: 'network'; readonly networkId: NetworkId }
  | {
      readonly kind: 'organisation';
      readonly networkId: NetworkId;
      readonly organisationId: OrganisationId;
    }
  | {
      readonly kind: 'place';
      readonly networkId: NetworkId;
      readonly organisationId: OrganisationId;
      readonly placeId: PlaceId;
    };

/** Who acts. A professional whose second factor is not done is `unproven` and may only prove it. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'link-holder'; readonly networkId: NetworkId; readonly tokenId: string }
  | { readonly kind: 'youth'; readonly personId: PersonId }
  | { readonly kind: 'unproven'; readonly personId: PersonId }
  | {
      readonly kind: 'professional';
      readonly personId: PersonId;
      readonly membershipId: MembershipId;
      readonly role: ProfessionalRole;
      readonly scope: Scope;
    }
  | { readonly kind: 'system'; readonly job: string };
