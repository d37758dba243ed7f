import { sql } from 'drizzle-orm';
import type { Database } from '#platform/db/database.ts';
import type { MembershipId, PersonId, ProfessionalRole } from '#platform/kernel/actor.ts';
import { listMemberships } from '#modules/network/index.ts';
import type { NamedMembership } from '#modules/network/index.ts';
import { membershipHolds } from '#modules/network/pure.ts';

export interface DemonstrationPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly roles: readonly DemonstrationRole[];
}

export interface DemonstrationRole {
  readonly membershipId: MembershipId;
  readonly role: ProfessionalRole;
  /** « Conseil » */
  readonly word: string;
  /** « Conseil, Info Jeunes Pau » */
  readonly label: string;
  readonly where: string;
}

const ROLE_WORDS: Readonly<Record<ProfessionalRole, string>> = {
  administrator: 'Administration',
  coordinator: 'Coordination',
  referent: 'Référence de site',
  manager: 'Responsable',
  adviser: 'Conseil',
};

/** The invented people that one click may become, in the order of the alphabet. */
export async function listDemonstrationPeople(
  db: Database,
  at: Temporal.Instant,
): Promise<readonly DemonstrationPerson[]> {
  return db.inInstallation(async (tx) => {
    const { rows } = await tx.execute<{
      id: PersonId;
      given_name: string;
      family_name: string | null;
    }>(
      sql`select id, given_name, family_name from accounts.person where closed_at is null order by given_name, family_name, id`,
    );
    const people: DemonstrationPerson[] = [];
    for (const row of rows) {
      const memberships = await listMemberships(tx, row.id);
      const roles = memberships.filter((membership) => membershipHolds(membership, at)).map(roleOf);
      if (roles.length === 0) continue;
      people.push({
        personId: row.id,
        name: `${row.given_name} ${row.family_name ?? ''}`.trim(),
        roles,
      });
    }
    return people;
  });
}

function roleOf(membership: NamedMembership): DemonstrationRole {
  const { id, role, placeName, organisationName, networkName } = membership;
  const where = placeName ?? organisationName ?? networkName ?? 'Cairn';
  return {
    membershipId: id,
    role,
    where,
    word: ROLE_WORDS[role],
    label: `${ROLE_WORDS[role]}, ${where}`,
  };
}
