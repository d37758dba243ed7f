import { dropNotices, listReceipts } from '#modules/notifications/index.ts';
import type { Loading } from './loading.ts';

/** What was just booked when the demonstration is loaded is told for real: there is something to read at the first start. */
const TOLD_FOR_REAL = { hours: 14 };

/** What would have left before the loading never does; what is to be said later waits for its hour. */
export async function settleNotices({ ctx, now }: Loading, appointmentId: string): Promise<void> {
  const oldest = now.subtract(TOLD_FOR_REAL);
  const receipts = await listReceipts(ctx, appointmentId);
  const kinds = receipts
    .filter((notice) => notice.status === 'due' && Temporal.Instant.compare(notice.dueAt, oldest) < 0)
    .map((notice) => notice.kind);
  if (kinds.length === 0) return;
  await ctx.db.inInstallation((tx) =>
    dropNotices(ctx, tx, { subjectId: appointmentId, kinds: [...new Set(kinds)], why: 'before-loading' }),
  );
}
