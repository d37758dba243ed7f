import type { Database } from '#platform/db/database.ts';
import type { Clock } from '#platform/clock.ts';
import type { MembershipCard, MembershipDirectory } from '#modules/accounts/index.ts';
import { findMembership, listMemberships } from '#modules/network/index.ts';
import type { NamedMembership } from '#modules/network/index.ts';
import { membershipHolds } from '#modules/network/pure.ts';

/** The role under which one acts, as it is shown on every professional page. */
export const ROLE_LABELS: Readonly<Record<NamedMembership['role'], string>> = {
  adviser: 'Conseil',
  manager: 'Responsable de structure',
  referent: 'Référent ou référente de site',
  coordinator: 'Coordination',
  administrator: 'Administration de l’installation',
};

/** `accounts` asks which roles someone holds now; `network` knows. They do not know each other. */
export function membershipDirectory(db: Database, clock: Clock): MembershipDirectory {
  return {
    listMemberships: async (personId) => {
      const memberships = await db.inInstallation((tx) => listMemberships(tx, personId));
      return memberships.filter((one) => membershipHolds(one, clock.now())).map(cardOf);
    },
    findMembership: async (personId, membershipId) => {
      const membership = await db.inInstallation((tx) => findMembership(tx, membershipId));
      const holds = membership?.personId === personId && membershipHolds(membership, clock.now());
      return membership && holds ? cardOf(membership) : null;
    },
  };
}

function cardOf(membership: NamedMembership): MembershipCard {
  const where = membership.organisationName ?? membership.networkName;
  const label = ROLE_LABELS[membership.role];
  return {
    membershipId: membership.id,
    role: membership.role,
    scope: membership.scope,
    label: where ? `${label}, ${where}` : label,
  };
}
