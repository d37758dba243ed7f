import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, YouthFileId } from '#platform/kernel/actor.ts';
import type { Appointment } from './appointments.ts';
import { appointment } from './schema.ts';

/** The interviews of these files, those to come first, then the past ones, latest first; at most 50. */
export async function listOfFiles(
  tx: Tx,
  where: { readonly networkId: NetworkId; readonly youthFileIds: readonly YouthFileId[] },
): Promise<readonly Appointment[]> {
  if (where.youthFileIds.length === 0) return [];
  return tx
    .select()
    .from(appointment)
    .where(
      sql`${appointment.networkId} = ${where.networkId} and ${appointment.status} <> 'on_hold'
        and ${appointment.youthFileId} = any(${sql.param(where.youthFileIds)}::uuid[])`,
    )
    .orderBy(sql`lower(${appointment.period}) desc`)
    .limit(50);
}
