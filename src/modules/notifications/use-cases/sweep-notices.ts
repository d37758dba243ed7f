import type { Ctx } from '#platform/context.ts';
import { listDue, listOfSubject } from '../data/notices.ts';
import type { Notice } from '../data/notices.ts';
import { CLAIM_MINUTES } from '../rules/retry.ts';

const AT_ONCE = 500;

/** Hands to their jobs the notices that are due, and those whose taker died. Run each minute; returns how many. */
export async function sweepNotices(ctx: Ctx): Promise<number> {
  const now = ctx.now();
  const staleBefore = now.subtract({ minutes: CLAIM_MINUTES });
  return ctx.db.inInstallation(async (tx) => {
    const due = await listDue(tx, { now, staleBefore, limit: AT_ONCE });
    for (const notice of due) await ctx.jobs.enqueue(tx, notice.job, { noticeId: notice.id });
    return due.length;
  });
}

/** Receipts: each thing said, to be said or not said about a subject, oldest first. */
export async function listReceipts(ctx: Ctx, subjectId: string): Promise<readonly Notice[]> {
  return ctx.db.inInstallation((tx) => listOfSubject(tx, subjectId));
}
