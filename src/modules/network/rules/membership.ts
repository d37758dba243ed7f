import type {
  MembershipId,
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
  ProfessionalRole,
  Scope,
} from '#platform/kernel/actor.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import type { Dated } from './dated.ts';
import { holdsOn } from './dated.ts';

/** A person's role somewhere, between two dates. */
export interface Membership extends Dated {
  readonly id: MembershipId;
  readonly personId: PersonId;
  readonly role: ProfessionalRole;
  readonly scope: Scope;
  /** What the contact page calls this person's site; null mostly. */
  readonly title: string | null;
}

/** A membership with the words needed to choose under which one to act. */
export interface NamedMembership extends Membership {
  /** The zone in which its dates are local days. */
  readonly zone: string;
  readonly networkSlug: string | null;
  readonly networkName: string | null;
  readonly organisationName: string | null;
  readonly placeName: string | null;
}

/** Whether one may act under it at that instant. */
export function membershipHolds(membership: NamedMembership, at: Temporal.Instant): boolean {
  return holdsOn(membership, localDateAt(at, membership.zone));
}

/** Where each role holds (kernel `Scope`): an adviser or a referent for a place or an organisation, and so on. */
export function roleFitsScope(role: ProfessionalRole, scope: Scope): boolean {
  switch (role) {
    case 'administrator':
      return scope.kind === 'installation';
    case 'coordinator':
      return scope.kind === 'network';
    case 'manager':
      return scope.kind === 'organisation';
    case 'adviser':
    case 'referent':
      return scope.kind === 'organisation' || scope.kind === 'place';
  }
}

/** How an adviser is shown to young people in one network. */
export interface AdviserProfile {
  readonly networkId: NetworkId;
  readonly personId: PersonId;
  readonly displayName: string;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly presentation: string | null;
}

/** Who answers for a site of the network, for its contact page (SM-14). */
export interface Referent {
  readonly membershipId: MembershipId;
  readonly personId: PersonId;
  /** What the site is called: the membership's title, or the place's or the organisation's name. */
  readonly site: string;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly placeId: PlaceId | null;
  readonly communeCode: string | null;
  /** Of the place, or else of the organisation. */
  readonly phone: string | null;
}
