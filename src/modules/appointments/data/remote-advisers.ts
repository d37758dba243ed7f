import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { EpochDay, Interval } from '#platform/kernel/time.ts';
import type { AppointmentMode } from '../rules/calendar.ts';
import { inWindowOf } from './supply.ts';

export interface RemoteAdvisersWanted {
  readonly networkId: NetworkId;
  readonly window: Interval;
  readonly mode: AppointmentMode;
  /** Changes the order: each day others come first. */
  readonly seed: EpochDay;
  readonly limit: number;
  readonly offset: number;
}

interface Row extends Record<string, unknown> {
  readonly person_id: PersonId;
  readonly total: number;
}

/** Those who have an opening of that mode in the window, in an order drawn for the day; `total` counts them all. */
export async function listRemoteAdvisers(
  tx: Tx,
  { networkId, window, mode, seed, limit, offset }: RemoteAdvisersWanted,
): Promise<{ readonly personIds: readonly PersonId[]; readonly total: number }> {
  const { rows } = await tx.execute<Row>(sql`
    select person_id, count(*) over ()::int as total
    from (
      select distinct o.person_id from appointments.opening o
      where o.network_id = ${networkId} and o.ended_at is null and ${mode} = any (o.modes)
        and (${inWindowOf(window)} or exists (select from appointments.opening_exception m where m.opening_id = o.id and m.kind = 'moved'))
    ) found
    order by hashtextextended(person_id::text, ${seed}), person_id
    limit ${limit} offset ${offset}`);
  return { personIds: rows.map((row) => row.person_id), total: rows[0]?.total ?? 0 };
}
