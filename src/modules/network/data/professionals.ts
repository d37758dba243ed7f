import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { membershipTable } from './schema.ts';

/** Everyone who has or had a role somewhere in the installation. */
export async function listProfessionalIds(tx: Tx): Promise<PersonId[]> {
  const rows = await tx
    .selectDistinct({ personId: membershipTable.personId })
    .from(membershipTable);
  return rows.map((row) => row.personId);
}

/** Whoever adds people waits for the others, until the end of the transaction: nobody is added twice. */
export async function lockProfessionals(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('network.professionals'))`);
}
