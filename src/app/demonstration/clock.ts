import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';

/** Milliseconds by which the demonstration's clock is ahead; 0 where it was never moved. */
export async function readClockOffset(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ offset_ms: string }>(
    sql`select offset_ms from platform.demo_clock`,
  );
  return Number(rows[0]?.offset_ms ?? 0);
}

/** When the demonstration was loaded, on the system's clock; null where it was not. */
export async function readLoadedAt(tx: Tx): Promise<Temporal.Instant | null> {
  const { rows } = await tx.execute<{ loaded_at: string }>(
    sql`select loaded_at from platform.demo_clock`,
  );
  return rows[0] ? Temporal.Instant.from(rows[0].loaded_at) : null;
}

export async function markLoaded(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.execute(
    sql`insert into platform.demo_clock (offset_ms, loaded_at) values (0, ${at.toString()}::timestamptz) on conflict (only_row) do nothing`,
  );
}

/** Moves the clock forward; never back. */
export async function addToClock(tx: Tx, ms: number): Promise<void> {
  await tx.execute(
    sql`update platform.demo_clock set offset_ms = offset_ms + ${Math.max(0, Math.round(ms))}`,
  );
}
