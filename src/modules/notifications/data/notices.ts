import { and, eq, inArray, sql } from 'drizzle-orm';
import { integer, pgSchema, text } from 'drizzle-orm/pg-core';
import { idColumn, instantColumn } from '#platform/db/columns.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';

const notice = pgSchema('notifications').table('notice', {
  id: idColumn<'Notice'>('id').primaryKey(),
  networkId: idColumn<'Network'>('network_id').$type<NetworkId>().notNull(),
  job: text('job').notNull(),
  kind: text('kind').notNull(),
  subjectId: idColumn<string>('subject_id').notNull(),
  version: integer('version').notNull(),
  audience: text('audience').$type<'youth' | 'professional' | 'coordination'>().notNull(),
  channel: text('channel').$type<'email' | 'sms'>().notNull(),
  recipientId: idColumn<'Person'>('recipient_id').$type<PersonId>(),
  about: instantColumn('about'),
  dueAt: instantColumn('due_at').notNull(),
  status: text('status').$type<'due' | 'sending' | 'sent' | 'dropped' | 'failed'>().notNull(),
  attempts: integer('attempts').notNull().default(0),
  claimedAt: instantColumn('claimed_at'),
  settledAt: instantColumn('settled_at'),
  outcome: text('outcome'),
  segments: integer('segments'),
  createdAt: instantColumn('created_at').notNull(),
});

export type Notice = Readonly<typeof notice.$inferSelect>;
export type NoticeId = Id<'Notice'>;
export type NewNotice = Pick<
  Notice,
  | 'id'
  | 'networkId'
  | 'job'
  | 'kind'
  | 'subjectId'
  | 'version'
  | 'audience'
  | 'channel'
  | 'recipientId'
  | 'about'
  | 'dueAt'
  | 'createdAt'
>;

/** Writes those that do not exist yet; the ids of those it wrote. */
export async function saveNotices(
  tx: Tx,
  notices: readonly NewNotice[],
): Promise<readonly NoticeId[]> {
  if (notices.length === 0) return [];
  const rows = await tx
    .insert(notice)
    .values(notices.map((item) => ({ ...item, status: 'due' as const })))
    .onConflictDoNothing()
    .returning({ id: notice.id });
  return rows.map((row) => row.id);
}

/** Takes charge of a notice that is due, or whose last taker died (claimed before `staleBefore`); null otherwise. */
export async function claimNotice(
  tx: Tx,
  id: NoticeId,
  times: { readonly now: Temporal.Instant; readonly staleBefore: Temporal.Instant },
): Promise<Notice | null> {
  const now = times.now.toString();
  const [row] = await tx
    .update(notice)
    .set({ status: 'sending', claimedAt: times.now, attempts: sql`${notice.attempts} + 1` })
    .where(
      and(
        eq(notice.id, id),
        sql`((${notice.status} = 'due' and ${notice.dueAt} <= ${now}::timestamptz)
          or (${notice.status} = 'sending' and ${notice.claimedAt} < ${times.staleBefore.toString()}::timestamptz))`,
      ),
    )
    .returning();
  return row ?? null;
}

export async function markSettled(
  tx: Tx,
  id: NoticeId,
  end: {
    readonly status: 'sent' | 'dropped' | 'failed';
    readonly at: Temporal.Instant;
    readonly outcome: string | null;
    readonly segments: number | null;
  },
): Promise<void> {
  await tx
    .update(notice)
    .set({ status: end.status, settledAt: end.at, outcome: end.outcome, segments: end.segments })
    .where(eq(notice.id, id));
}

export async function markPostponed(
  tx: Tx,
  id: NoticeId,
  again: { readonly dueAt: Temporal.Instant; readonly outcome: string },
): Promise<void> {
  await tx
    .update(notice)
    .set({
      status: 'due',
      dueAt: again.dueAt,
      outcome: again.outcome,
      claimedAt: null,
      segments: null,
    })
    .where(eq(notice.id, id));
}

/** Those not yet sent of a subject will never be. */
export async function markDropped(
  tx: Tx,
  subject: {
    readonly subjectId: string;
    readonly kinds: readonly string[];
    readonly at: Temporal.Instant;
    readonly why: string;
  },
): Promise<void> {
  await tx
    .update(notice)
    .set({ status: 'dropped', settledAt: subject.at, outcome: subject.why })
    .where(
      and(
        sql`${notice.subjectId} = ${subject.subjectId}::uuid`,
        inArray(notice.kind, [...subject.kinds]),
        eq(notice.status, 'due'),
      ),
    );
}

export async function listDue(
  tx: Tx,
  times: {
    readonly now: Temporal.Instant;
    readonly staleBefore: Temporal.Instant;
    readonly limit: number;
  },
): Promise<readonly { readonly id: NoticeId; readonly job: string }[]> {
  return tx
    .select({ id: notice.id, job: notice.job })
    .from(notice)
    .where(
      sql`(${notice.status} = 'due' and ${notice.dueAt} <= ${times.now.toString()}::timestamptz)
        or (${notice.status} = 'sending' and ${notice.claimedAt} < ${times.staleBefore.toString()}::timestamptz)`,
    )
    .orderBy(notice.dueAt)
    .limit(times.limit);
}

export async function listOfSubject(tx: Tx, subjectId: string): Promise<readonly Notice[]> {
  return tx
    .select()
    .from(notice)
    .where(sql`${notice.subjectId} = ${subjectId}::uuid`)
    .orderBy(notice.dueAt, notice.id);
}

/**
 * Counts a short message against its network's cap before it leaves: what was sent since that instant and what is leaving now,
 * one count at a time, so that many at once cannot pass it together. False: there is no room for it.
 */
export async function reserveSegments(
  tx: Tx,
  message: Pick<Notice, 'id' | 'networkId'> & { readonly segments: number },
  cap: { readonly since: Temporal.Instant; readonly most: number },
): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${message.networkId}, 4))`);
  const { rowCount } = await tx.execute(sql`
    update notifications.notice set segments = ${message.segments}
    where id = ${message.id} and ${message.segments} <= ${cap.most} - (
      select coalesce(sum(other.segments), 0) from notifications.notice other
      where other.network_id = ${message.networkId} and other.channel = 'sms' and other.segments is not null
        and other.id <> ${message.id}
        and (other.status = 'sending' or (other.status = 'sent' and other.settled_at >= ${cap.since.toString()}::timestamptz)))`);
  return rowCount === 1;
}
