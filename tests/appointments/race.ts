import type pg from 'pg';
import type { BookingKit } from './kit.ts';

const WAITING = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;

/** What a third connection takes before the race, to be given back once the runners wait for it. */
export interface Barrier {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The calendar of an adviser, as `lockCalendar` takes it. */
export function calendarOf(personId: string): Barrier {
  return { sql: 'select pg_advisory_xact_lock(hashtextextended($1, 1))', values: [personId] };
}

export function appointmentRow(id: string): Barrier {
  return { sql: 'select id from appointments.appointment where id = $1 for update', values: [id] };
}

/** Starts the runners together: each is known to wait before the barrier falls. */
export async function race<Answer>(
  kit: BookingKit,
  barrier: Barrier,
  runners: readonly (() => Promise<Answer>)[],
): Promise<readonly Answer[]> {
  const third = await kit.owner.connect();
  try {
    await third.query('begin');
    await third.query(barrier.sql, [...barrier.values]);
    const running = runners.map((run) => run());
    await untilWaiting(kit.owner, running);
    await third.query('commit');
    return await Promise.all(running);
  } finally {
    third.release();
  }
}

async function untilWaiting(owner: pg.Pool, running: readonly Promise<unknown>[]): Promise<void> {
  let ended = 0;
  for (const one of running) {
    one.then(
      () => (ended += 1),
      () => (ended += 1),
    );
  }
  for (;;) {
    const { rows } = await owner.query<{ n: number }>(WAITING);
    if ((rows[0]?.n ?? 0) >= running.length) return;
    if (ended > 0) throw new Error('a runner passed the barrier without waiting: nothing is raced');
  }
}
