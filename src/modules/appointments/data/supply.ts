import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import type {
  Absence,
  AbsenceId,
  Block,
  Busy,
  Opening,
  OpeningId,
  RoomBusy,
} from '../rules/calendar.ts';
import type { StoredRecurrence } from './schema.ts';
import { exceptionOf, recurrenceOf } from './stored-series.ts';
import type { StoredException } from './stored-series.ts';

export interface SupplyScope {
  readonly networkId: NetworkId;
  readonly personIds: readonly PersonId[];
  readonly placeIds: readonly PlaceId[];
  /** What is looked at; rows outside it may be left out. */
  readonly window: Interval;
}

/** An opening and the place whose holidays may close it; which calendar that is, the caller knows. */
export interface ReadOpening {
  readonly personId: PersonId;
  readonly opening: Omit<Opening, 'holidays'>;
  readonly opensOnHolidays: boolean;
}

export interface ReadAbsence {
  readonly personId: PersonId;
  readonly absence: Absence;
}

export interface Rounds {
  readonly openings: readonly ReadOpening[];
  readonly absences: readonly ReadAbsence[];
}

interface RoundRow extends Record<string, unknown> {
  readonly what: 'opening' | 'absence';
  readonly person_id: PersonId;
  readonly id: string;
  readonly zone: string;
  readonly first_day: number;
  readonly blocks: readonly Block[];
  readonly recurrence: StoredRecurrence | null;
  readonly details: unknown;
}

interface OpeningDetails {
  readonly organisationId: Opening['organisationId'];
  readonly placeId: PlaceId | null;
  readonly modes: Opening['modes'];
  readonly slotMinutes: number;
  readonly pauseMinutes: number;
  readonly opensOnHolidays: boolean;
  readonly exceptions: readonly StoredException[] | null;
}

/**
 * Openings of the network with their exceptions, and absences whatever the network: one statement for any number of
 * advisers. A series that ended before the window or begins after it is left out, unless an occurrence was moved.
 */
export async function listRounds(tx: Tx, scope: SupplyScope): Promise<Rounds> {
  if (scope.personIds.length === 0) return { openings: [], absences: [] };
  const persons = sql`${sql.param(scope.personIds)}::uuid[]`;
  const inWindow = inWindowOf(scope.window);
  const result = await tx.execute<RoundRow>(sql`
    select 'opening' as what, o.person_id, o.id, o.zone, o.first_day - date '1970-01-01' as first_day, o.blocks, o.recurrence,
      jsonb_build_object('organisationId', o.organisation_id, 'placeId', o.place_id, 'modes', to_jsonb(o.modes),
        'slotMinutes', o.slot_minutes, 'pauseMinutes', o.pause_minutes, 'opensOnHolidays', o.opens_on_holidays,
        'exceptions', (select jsonb_agg(jsonb_build_object('kind', e.kind, 'day', e.day - date '1970-01-01',
            'toDay', e.to_day - date '1970-01-01', 'blocks', e.blocks))
          from appointments.opening_exception e where e.opening_id = o.id)) as details
    from appointments.opening o
    where o.network_id = ${scope.networkId} and o.ended_at is null and o.person_id = any(${persons})
      and (${inWindow} or exists (select from appointments.opening_exception m where m.opening_id = o.id and m.kind = 'moved'))
    union all
    select 'absence', a.person_id, a.id, a.zone, a.first_day - date '1970-01-01', a.blocks, a.recurrence, to_jsonb(a.kind)
    from appointments.absence a
    where a.ended_at is null and a.person_id = any(${persons}) and ${inWindow}`);
  return {
    openings: result.rows.filter((row) => row.what === 'opening').map(openingOf),
    absences: result.rows.filter((row) => row.what === 'absence').map(absenceOf),
  };
}

/** Of an opening or an absence: a series that ended before the window or begins after it is left out. */
export function inWindowOf(window: Interval): SQL {
  const firstDay = sql`(to_timestamp(${window.start / 1000}::float8) at time zone 'UTC')::date - 40`;
  const lastDay = sql`(to_timestamp(${window.end / 1000}::float8) at time zone 'UTC')::date + 2`;
  return sql`first_day <= ${lastDay} and coalesce((recurrence ->> 'until')::date,
      case when recurrence is null then first_day + (select max((b ->> 'end')::int) / 1440 from jsonb_array_elements(blocks) b)
        else 'infinity' end) >= ${firstDay}`;
}

function openingOf(row: RoundRow): ReadOpening {
  const details = row.details as OpeningDetails;
  const { organisationId, placeId, modes, slotMinutes, pauseMinutes } = details;
  return {
    personId: row.person_id,
    opensOnHolidays: details.opensOnHolidays,
    opening: {
      id: row.id as OpeningId,
      organisationId,
      placeId,
      modes,
      slotMinutes,
      pauseMinutes,
      zone: row.zone,
      series: {
        firstDay: row.first_day,
        blocks: row.blocks,
        recurrence: recurrenceOf(row.recurrence),
        exceptions: (details.exceptions ?? []).map(exceptionOf),
      },
    },
  };
}

function absenceOf(row: RoundRow): ReadAbsence {
  return {
    personId: row.person_id,
    absence: {
      id: row.id as AbsenceId,
      kind: row.details as Absence['kind'],
      zone: row.zone,
      series: {
        firstDay: row.first_day,
        blocks: row.blocks,
        recurrence: recurrenceOf(row.recurrence),
        exceptions: [],
      },
    },
  };
}

export interface Taken {
  /** By adviser, sorted by start, whatever the network. */
  readonly busy: ReadonlyMap<PersonId, readonly Busy[]>;
  readonly rooms: ReadonlyMap<PlaceId, readonly RoomBusy[]>;
}

interface BusyRow extends Record<string, unknown> {
  readonly person_id: PersonId;
  readonly appointment_id: NonNullable<Busy['appointmentId']>;
  readonly place_id: PlaceId | null;
  readonly room_no: number | null;
  readonly from_ms: number;
  readonly to_ms: number;
  readonly pause_minutes: number;
}

/** What is taken, of these advisers and in these places' rooms, in one statement. Holds that are over at `now` are not. */
export async function listTaken(tx: Tx, scope: SupplyScope, now: EpochMs): Promise<Taken> {
  const persons = sql`${sql.param(scope.personIds)}::uuid[]`;
  const places = sql`${sql.param(scope.placeIds)}::uuid[]`;
  // A day more on each side: a window begins at an instant, the engine looks at whole local days.
  const from = sql`to_timestamp(${scope.window.start / 1000 - 172_800}::float8)`;
  const to = sql`to_timestamp(${scope.window.end / 1000 + 172_800}::float8)`;
  const result = await tx.execute<BusyRow>(sql`
    select person_id, appointment_id, place_id, room_no, pause_minutes,
      (extract(epoch from lower(period)) * 1000)::float8 as from_ms,
      (extract(epoch from upper(period)) * 1000)::float8 as to_ms
    from appointments.busy_period
    where (person_id = any(${persons}) or (place_id = any(${places}) and room_no is not null))
      -- An interview lasts eight hours at most: its beginning says enough, and the indexes hold it.
      and lower(period) >= ${from} and lower(period) < ${to}
      and not (status = 'on_hold' and expires_at <= to_timestamp(${now / 1000}::float8))
    order by lower(period)`);
  const busy = new Map<PersonId, Busy[]>();
  const rooms = new Map<PlaceId, RoomBusy[]>();
  for (const row of result.rows) {
    const interval = { start: row.from_ms, end: row.to_ms, appointmentId: row.appointment_id };
    push(busy, row.person_id, { ...interval, pauseMinutes: row.pause_minutes });
    if (row.place_id && row.room_no !== null)
      push(rooms, row.place_id, { ...interval, room: row.room_no });
  }
  return { busy, rooms };
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
