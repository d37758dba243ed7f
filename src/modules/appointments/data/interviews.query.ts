import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import type { AppointmentMode } from '../rules/calendar.ts';
import type { Reach } from '../rules/interview-access.ts';
import type { Appointment } from './appointments.ts';
import { appointment } from './schema.ts';

/** What became, or is to become, of an interview; `to-record`: over, and nobody has said. */
export const INTERVIEW_STATES = [
  'to-come',
  'to-record',
  'held',
  'absent',
  'cancelled-youth',
  'cancelled-structure',
] as const;
export type InterviewState = (typeof INTERVIEW_STATES)[number];

export interface InterviewFilter {
  /** Starts from, and ends before; absent: no bound. */
  readonly from?: EpochMs | undefined;
  readonly to?: EpochMs | undefined;
  readonly personId?: PersonId | undefined;
  readonly mode?: AppointmentMode | undefined;
  readonly states?: readonly InterviewState[] | undefined;
  readonly now: EpochMs;
}

export interface InterviewPage {
  readonly order: 'oldest-first' | 'latest-first';
  readonly offset: number;
  readonly limit: number;
}

/** The interviews that a reach covers, holds left out; in the network of the transaction. */
export async function listInterviewRows(
  tx: Tx,
  asked: { readonly reach: Reach; readonly filter: InterviewFilter; readonly page: InterviewPage },
): Promise<readonly Appointment[]> {
  const { page } = asked;
  const direction = page.order === 'oldest-first' ? sql`asc` : sql`desc`;
  return tx
    .select()
    .from(appointment)
    .where(conditions(asked))
    .orderBy(sql`lower(${appointment.period}) ${direction}`, appointment.id)
    .offset(page.offset)
    .limit(page.limit);
}

export async function countInterviewRows(
  tx: Tx,
  asked: { readonly reach: Reach; readonly filter: InterviewFilter },
): Promise<number> {
  const [row] = await tx
    .select({ count: sql<string>`count(*)` })
    .from(appointment)
    .where(conditions(asked));
  return Number(row?.count ?? 0);
}

function conditions({
  reach,
  filter,
}: {
  readonly reach: Reach;
  readonly filter: InterviewFilter;
}): SQL {
  const parts: (SQL | false)[] = [
    sql`${appointment.networkId} = ${reach.networkId} and ${appointment.status} <> 'on_hold' and ${appointment.youthFileId} is not null`,
    reach.personId !== undefined && sql`${appointment.personId} = ${reach.personId}`,
    reach.organisationId !== undefined &&
      sql`${appointment.organisationId} = ${reach.organisationId}`,
    reach.placeId !== undefined &&
      sql`(${appointment.placeId} is null or ${appointment.placeId} = ${reach.placeId})`,
    filter.from !== undefined && sql`lower(${appointment.period}) >= ${instant(filter.from)}`,
    filter.to !== undefined && sql`lower(${appointment.period}) < ${instant(filter.to)}`,
    filter.personId !== undefined && sql`${appointment.personId} = ${filter.personId}`,
    filter.mode !== undefined && sql`${appointment.mode} = ${filter.mode}`,
    filter.states !== undefined &&
      sql`(${sql.join(
        filter.states.map((state) => stateIs(state, filter.now)),
        sql` or `,
      )})`,
  ];
  return sql.join(
    parts.filter((part) => part !== false),
    sql` and `,
  );
}

function stateIs(state: InterviewState, now: EpochMs): SQL {
  switch (state) {
    case 'to-come':
      return sql`(${appointment.status} = 'booked' and upper(${appointment.period}) > ${instant(now)})`;
    case 'to-record':
      return sql`(${appointment.status} = 'booked' and upper(${appointment.period}) <= ${instant(now)})`;
    case 'held':
    case 'absent':
      return sql`${appointment.status} = ${state}`;
    case 'cancelled-youth':
      return sql`(${appointment.status} = 'cancelled' and ${appointment.cancelledBy} = 'youth')`;
    case 'cancelled-structure':
      return sql`(${appointment.status} = 'cancelled' and ${appointment.cancelledBy} = 'structure')`;
  }
}

function instant(at: EpochMs): SQL {
  return sql`to_timestamp(${at / 1000}::float8)`;
}

/** Interviews of the network that ended within the window and have no outcome. */
export async function listForgotten(
  tx: Tx,
  where: { readonly networkId: NetworkId; readonly window: Interval },
): Promise<readonly Appointment[]> {
  return tx
    .select()
    .from(appointment)
    .where(
      sql`${appointment.networkId} = ${where.networkId} and ${appointment.status} = 'booked'
        and upper(${appointment.period}) > ${instant(where.window.start)} and upper(${appointment.period}) <= ${instant(where.window.end)}`,
    )
    .orderBy(sql`upper(${appointment.period})`, appointment.id);
}
