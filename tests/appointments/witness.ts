import type { AppointmentId } from '#modules/appointments/index.ts';
import type { BookingKit } from './kit.ts';

/** What the database holds of an interview, every row seen. */
export interface Standing {
  readonly status: string;
  readonly start: number;
  readonly sequence: number;
  readonly mode: string;
  readonly room_no: number | null;
  readonly video_url: string | null;
  readonly cancelled_by: string | null;
  readonly cancellation_reason: string | null;
  readonly late_minutes: number | null;
}

export async function standing(kit: BookingKit, id: AppointmentId): Promise<Standing | undefined> {
  const [row] = await kit.rows<Standing>(
    `select status, (extract(epoch from lower(period)) * 1000)::float8 as start, sequence, mode, room_no, video_url,
       cancelled_by, cancellation_reason, late_minutes from appointments.appointment where id = $1`,
    [id],
  );
  return row;
}

/** Who did what to it, oldest first. */
export async function auditOf(kit: BookingKit, id: string): Promise<readonly string[]> {
  const rows = await kit.rows<{ verb: string; actor_kind: string; reason: string | null }>(
    'select verb, actor_kind, reason from platform.audit_entry where subject_id = $1 order by id',
    [id],
  );
  return rows.map((row) =>
    [row.verb, row.actor_kind, row.reason].filter((part) => part !== null).join(' '),
  );
}

/** What was to be told: `confirmed v0 youth email sent`; oldest first. */
export async function noticesOf(kit: BookingKit, id: string): Promise<readonly string[]> {
  const rows = await kit.rows<
    Record<'kind' | 'audience' | 'channel' | 'status' | 'outcome', string | null> & {
      version: number;
    }
  >(
    `select kind, version, audience, channel, status, outcome from notifications.notice
     where subject_id = $1 order by version, due_at, kind, audience desc, channel`,
    [id],
  );
  return rows.map(({ kind, version, audience, channel, status, outcome }) =>
    [kind, `v${version}`, audience, channel, status, outcome]
      .filter((part) => part !== null)
      .join(' '),
  );
}

/** Exchanges of its help request: `appointment booked`. */
export async function timelineOf(kit: BookingKit, id: string): Promise<readonly string[]> {
  const rows = await kit.rows<{ kind: string; summary_code: string }>(
    `select e.kind, e.summary_code from accompaniment.exchange e join appointments.appointment a
       on a.help_request_id = e.help_request_id where a.id = $1 order by e.id`,
    [id],
  );
  return rows.map((row) => `${row.kind} ${row.summary_code}`);
}

/** How many rows each table of the booking holds: equal before and after a refusal. */
export async function census(kit: BookingKit): Promise<Readonly<Record<string, number>>> {
  const tables = [
    'accompaniment.youth_file',
    'accompaniment.youth_contact',
    'accompaniment.help_request',
    'accompaniment.exchange',
    'appointments.appointment',
    'appointments.private_link',
    'notifications.notice',
    'platform.audit_entry',
  ];
  const counts = await Promise.all(
    tables.map(async (table) => {
      const [row] = await kit.rows<{ n: number }>(`select count(*)::int as n from ${table}`);
      return [table, row?.n ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
}
