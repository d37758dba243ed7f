import { eq, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { TryLimit } from '../rules/attempts.ts';
import { attempt, usedCode } from './schema.ts';

interface Try {
  readonly subject: string;
  readonly limit: TryLimit;
  readonly now: Temporal.Instant;
}

/** Counts a try before it is made, so that simultaneous ones cannot share it. False: one too many. */
export async function countTry(tx: Tx, { subject, limit, now }: Try): Promise<boolean> {
  const since = now
    .subtract({ milliseconds: limit.windowMs })
    .toString({ smallestUnit: 'millisecond' });
  const isOver = sql`${attempt.windowStart} <= ${since}::timestamptz`;
  const [row] = await tx
    .insert(attempt)
    .values({ subject, tries: 1, windowStart: now })
    .onConflictDoUpdate({
      target: attempt.subject,
      set: {
        tries: sql`case when ${isOver} then 1 else ${attempt.tries} + 1 end`,
        windowStart: sql`case when ${isOver} then excluded.window_start else ${attempt.windowStart} end`,
      },
    })
    .returning({ tries: attempt.tries });
  return (row?.tries ?? 1) <= limit.tries;
}

export async function forgetTries(tx: Tx, subject: string): Promise<void> {
  await tx.delete(attempt).where(eq(attempt.subject, subject));
}

/** False when this login's code already served. */
export async function useCode(
  tx: Tx,
  use: { readonly loginId: string; readonly codeHash: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const added = await tx
    .insert(usedCode)
    .values({ loginId: use.loginId, codeHash: use.codeHash, usedAt: use.now })
    .onConflictDoNothing()
    .returning({ loginId: usedCode.loginId });
  return added.length > 0;
}

export async function deleteAttemptsBefore(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.delete(attempt).where(lt(attempt.windowStart, at));
}

/** Codes that time has made wrong anyway. */
export async function deleteUsedCodesBefore(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.delete(usedCode).where(lt(usedCode.usedAt, at));
}
