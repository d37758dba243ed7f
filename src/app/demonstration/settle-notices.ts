import { dropNotices, listReceipts } from '#modules/notifications/index.ts';
import type { Loading } from './loading.ts';

/** What was booked just before the demonstration is loaded is told for real: there is something to read at the first start. */
const TOLD_FOR_REAL = { hours: 14 };

/**
 * What would have left before the loading never does, but for the last confirmations; what is to be said later waits for its hour.
 * A reminder whose hour is past is not said late: it might be the middle of the night.
 */
export async function settleNotices({ ctx, now }: Loading, appointmentId: string): Promise<void> {
  const oldest = now.subtract(TOLD_FOR_REAL);
  const receipts = await listReceipts(ctx, appointmentId);
  const kinds = receipts
    .filter(({ status, kind, dueAt }) => {
      const since = kind === 'confirmed' ? oldest : now;
      return status === 'due' && Temporal.Instant.compare(dueAt, since) < 0;
    })
    .map((notice) => notice.kind);
  if (kinds.length === 0) return;
  await ctx.db.inInstallation((tx) =>
    dropNotices(ctx, tx, {
      subjectId: appointmentId,
      kinds: [...new Set(kinds)],
      why: 'before-loading',
    }),
  );
}
