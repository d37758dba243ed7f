import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { BookingKit } from '#tests/appointments/kit.ts';

export interface CalendarOf {
  readonly personId: string;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly placeId: string;
  readonly openingIds: readonly string[];
}

/** What a process is told to do; it goes through JSON. */
export interface Orders {
  readonly appUrl: string;
  readonly seed: number;
  readonly count: number;
  readonly network: unknown;
  readonly commune: unknown;
  readonly calendars: readonly CalendarOf[];
  readonly days: readonly string[];
}

/** What was asked and answered. `start` and `end` are ticks of one clock, drawn before the call and after its answer. */
export interface Operation {
  readonly kind: 'book' | 'move' | 'cancel' | 'absence' | 'skip' | 'agreement';
  readonly answer: string;
  readonly start: number;
  readonly end: number;
  readonly id?: string;
  readonly slot?: { readonly personId: string; readonly start: number; readonly mode: string };
  /** Hours that nobody may book once this was answered; null `to` for ever. */
  readonly closed?: {
    readonly personId?: string;
    readonly organisationId?: string;
    readonly from: number;
    readonly to: number | null;
  };
}

/** Every change of an interview, in the order in which the database made them, drawn from the same clock as the answers. */
export interface Change {
  readonly tick: number;
  readonly id: string;
  readonly what: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly status: string;
  readonly sequence: number;
  readonly person_id: string;
  readonly youth_file_id: string | null;
  readonly place_id: string | null;
  readonly room_no: number | null;
  readonly start: number;
  readonly end: number;
}

/** The database keeps the history of interviews beside them, in the transaction of each change. */
export async function keepHistory(kit: BookingKit): Promise<void> {
  await kit.rows(`
    create sequence public.tick;
    create table public.history (tick bigint, what text, row_of jsonb, period_of tstzrange);
    create function public.keep() returns trigger language plpgsql security definer as $$
      declare r appointments.appointment := coalesce(new, old);
      begin
        insert into public.history values (nextval('public.tick'), tg_op, to_jsonb(r), r.period);
        return null;
      end $$;
    create trigger keep after insert or update or delete on appointments.appointment
      for each row execute function public.keep();
    grant usage on sequence public.tick to cairn_app`);
}

export async function readHistory(kit: BookingKit): Promise<readonly Change[]> {
  const rows = await kit.rows<Omit<Change, 'tick'> & { tick: string }>(`
    select tick, what, row_of ->> 'id' as id, row_of ->> 'status' as status, (row_of ->> 'sequence')::int as sequence,
      row_of ->> 'person_id' as person_id, row_of ->> 'youth_file_id' as youth_file_id, row_of ->> 'place_id' as place_id,
      (row_of ->> 'room_no')::int as room_no, (extract(epoch from lower(period_of)) * 1000)::float8 as start,
      (extract(epoch from upper(period_of)) * 1000)::float8 as end
    from public.history order by tick`);
  return rows.map((row) => ({ ...row, tick: Number(row.tick) }));
}

/** Has the orders done by that many processes at once; what each was answered. */
export async function playOperations(
  orders: Orders,
  processes: number,
): Promise<readonly Operation[]> {
  const done: Operation[] = [];
  const count = Math.ceil(orders.count / processes);
  const players = Array.from({ length: processes }, async (_, index) => {
    const child = fork(new URL('operations-process.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (operation: Operation) => done.push(operation));
    child.send({ ...orders, count, seed: orders.seed + index * 7919 });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`a process of the operations ended with ${String(code)}`);
  });
  await Promise.all(players);
  return done;
}
