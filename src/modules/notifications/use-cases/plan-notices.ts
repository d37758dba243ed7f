import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import { markDropped, saveNotices } from '../data/notices.ts';
import type { NewNotice } from '../data/notices.ts';

export interface NoticePlan {
  readonly networkId: NetworkId;
  /** The job that finds the words; it is handed `{ noticeId }`. */
  readonly job: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly version: number;
  readonly audience: 'youth' | 'professional' | 'coordination';
  readonly channel: 'email' | 'sms';
  /** Someone in particular, when the subject no longer says who. */
  readonly recipientId?: PersonId;
  /** The moment spoken of, when it is no longer the subject's. */
  readonly about?: Temporal.Instant;
  /** Now or before: it leaves as soon as the transaction has committed. */
  readonly dueAt: Temporal.Instant;
}

/**
 * Writes what is to be told, in the transaction of the act that it tells. The same (subject, kind, version, audience, channel)
 * is written once, whatever is run twice.
 */
export async function planNotices(ctx: Ctx, tx: Tx, plans: readonly NoticePlan[]): Promise<void> {
  const now = ctx.now();
  const notices = plans.map((plan): NewNotice => ({
    recipientId: null,
    about: null,
    ...plan,
    id: ctx.newId<'Notice'>(),
    subjectId: plan.subjectId as NewNotice['subjectId'],
    createdAt: now,
  }));
  const written = new Set(await saveNotices(tx, notices));
  const leaving = notices.filter(
    (notice) => written.has(notice.id) && Temporal.Instant.compare(notice.dueAt, now) <= 0,
  );
  for (const notice of leaving) await ctx.jobs.enqueue(tx, notice.job, { noticeId: notice.id });
}

/** What was to be said later of this subject is no longer: an interview cancelled, or moved. */
export async function dropNotices(
  ctx: Ctx,
  tx: Tx,
  what: { readonly subjectId: string; readonly kinds: readonly string[]; readonly why: string },
): Promise<void> {
  if (what.kinds.length === 0) return;
  await markDropped(tx, { ...what, at: ctx.now() });
}
