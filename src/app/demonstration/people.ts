import { sql } from 'drizzle-orm';
import type { Database } from '#platform/db/database.ts';
import type { MembershipId, PersonId } from '#platform/kernel/actor.ts';
import { listMemberships } from '#modules/network/index.ts';
import { membershipHolds } from '#modules/network/pure.ts';

export interface DemonstrationPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly roles: readonly { readonly membershipId: MembershipId; readonly label: string }[];
}

const ROLE_WORDS = {
  adviser: 'conseil',
  manager: 'responsable',
  referent: 'référence de site',
  coordinator: 'coordination',
  administrator: 'administration',
} as const;

/** The invented people that one click may become, those who coordinate first. */
export async function listDemonstrationPeople(
  db: Database,
  at: Temporal.Instant,
): Promise<readonly DemonstrationPerson[]> {
  return db.inInstallation(async (tx) => {
    const { rows } = await tx.execute<{ id: PersonId; given_name: string; family_name: string | null }>(
      sql`select id, given_name, family_name from accounts.person where closed_at is null order by created_at, id`,
    );
    const people: DemonstrationPerson[] = [];
    for (const row of rows) {
      const memberships = await listMemberships(tx, row.id);
      const roles = memberships
        .filter((membership) => membershipHolds(membership, at))
        .map((membership) => ({
          membershipId: membership.id,
          label: `${ROLE_WORDS[membership.role]}, ${membership.organisationName ?? membership.networkName ?? 'installation'}`,
        }));
      if (roles.length > 0) people.push({ personId: row.id, name: `${row.given_name} ${row.family_name ?? ''}`.trim(), roles });
    }
    return people;
  });
}
