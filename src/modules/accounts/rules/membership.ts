import type { MembershipId, PersonId, ProfessionalRole, Scope } from '#platform/kernel/actor.ts';

/** A membership in force, as its owner (module `network`) shows it to whoever chooses a role. */
export interface MembershipCard {
  readonly membershipId: MembershipId;
  readonly role: ProfessionalRole;
  readonly scope: Scope;
  /** In French, to be read in a list: « Conseillère, Mission locale de Guéret ». */
  readonly label: string;
}

/** What `accounts` asks of `network`, which knows it and not the reverse: the app fills it. Only memberships in force now. */
export interface MembershipDirectory {
  listMemberships(personId: PersonId): Promise<readonly MembershipCard[]>;
  /** Null when it is not this person's or not in force. */
  findMembership(personId: PersonId, membershipId: MembershipId): Promise<MembershipCard | null>;
}
