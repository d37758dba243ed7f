import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { Interval } from '#platform/kernel/time.ts';
import type { Appointment } from './appointments.ts';
import { appointment } from './schema.ts';

export interface InterviewsWanted {
  readonly networkId: NetworkId;
  readonly personId: PersonId;
  /** Those that touch it. */
  readonly window: Interval;
  readonly statuses: readonly Appointment['status'][];
}

/** The interviews of one adviser in the network of the transaction, in order of time. */
export async function listAdviserInterviews(
  tx: Tx,
  wanted: InterviewsWanted,
): Promise<readonly Appointment[]> {
  const { networkId, personId, window, statuses } = wanted;
  return tx
    .select()
    .from(appointment)
    .where(
      sql`${appointment.networkId} = ${networkId} and ${appointment.personId} = ${personId}
        and ${appointment.status} = any(${sql.param([...statuses])}::text[])
        and ${appointment.period} && tstzrange(to_timestamp(${window.start / 1000}::float8), to_timestamp(${window.end / 1000}::float8))`,
    )
    .orderBy(sql`lower(${appointment.period})`, appointment.id);
}
