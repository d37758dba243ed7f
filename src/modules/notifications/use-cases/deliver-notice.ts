import type { Ctx } from '#platform/context.ts';
import type { Mail } from '#platform/mail/transport.ts';
import type { Sms } from '#platform/mail/sms.ts';
import { countSegments } from '#platform/mail/sms.ts';
import { claimNotice, markPostponed, markSettled, reserveSegments } from '../data/notices.ts';
import type { Notice, NoticeId } from '../data/notices.ts';
import { CLAIM_MINUTES, waitAfterFailure } from '../rules/retry.ts';

/** What the owner of the subject, having read its state again, wants said. */
export type Words =
  | { readonly kind: 'mail'; readonly mail: Omit<Mail, 'messageId'> }
  /** `mostSegmentsADay`: the network's cap, over its last 24 hours. */
  | {
      readonly kind: 'sms';
      readonly sms: Omit<Sms, 'reference'>;
      readonly mostSegmentsADay: number;
    }
  /** Stale, or nobody to tell: `why` stays on the receipt. */
  | { readonly kind: 'nothing'; readonly why: string };

/**
 * Takes charge of a notice, asks `compose` for the words, sends them once and leaves the receipt. A process killed between
 * the mail server's answer and the receipt sends again, with the same Message-ID; killed anywhere else, it sends once.
 */
export async function deliverNotice(
  ctx: Ctx,
  noticeId: NoticeId,
  compose: (notice: Notice) => Promise<Words>,
): Promise<void> {
  const now = ctx.now();
  const staleBefore = now.subtract({ minutes: CLAIM_MINUTES });
  const notice = await ctx.db.inInstallation((tx) =>
    claimNotice(tx, noticeId, { now, staleBefore }),
  );
  if (!notice) return;
  try {
    const end = await speak(ctx, notice, await compose(notice));
    await ctx.db.inInstallation((tx) => markSettled(tx, notice.id, { ...end, at: ctx.now() }));
  } catch (error) {
    await postpone(ctx, notice, error);
  }
}

interface End {
  readonly status: 'sent' | 'dropped';
  readonly outcome: string | null;
  readonly segments: number | null;
}

async function speak(ctx: Ctx, notice: Notice, words: Words): Promise<End> {
  switch (words.kind) {
    case 'nothing':
      return { status: 'dropped', outcome: words.why, segments: null };
    case 'mail':
      await ctx.mail.send({ ...words.mail, messageId: messageIdOf(notice, ctx.baseUrl) });
      return { status: 'sent', outcome: null, segments: null };
    case 'sms':
      return sendSms(ctx, notice, words);
  }
}

async function sendSms(
  ctx: Ctx,
  notice: Notice,
  words: Extract<Words, { kind: 'sms' }>,
): Promise<End> {
  if (!ctx.sms) return { status: 'dropped', outcome: 'no-gateway', segments: null };
  const segments = countSegments(words.sms.text);
  const since = ctx.now().subtract({ hours: 24 });
  const { id, networkId } = notice;
  const isWithinCap = await ctx.db.inInstallation((tx) =>
    reserveSegments(tx, { id, networkId, segments }, { since, most: words.mostSegmentsADay }),
  );
  if (!isWithinCap) {
    return { status: 'dropped', outcome: 'daily-cap', segments: null };
  }
  await ctx.sms.send({ ...words.sms, reference: notice.id });
  return { status: 'sent', outcome: null, segments };
}

/** The same for each try of one notice. */
function messageIdOf(notice: Notice, baseUrl: string): string {
  return `<${notice.id}@${new URL(baseUrl).hostname}>`;
}

async function postpone(ctx: Ctx, notice: Notice, error: unknown): Promise<void> {
  const wait = waitAfterFailure(notice.attempts);
  const outcome = error instanceof Error ? error.name : 'error';
  await ctx.db.inInstallation((tx) =>
    wait === null
      ? markSettled(tx, notice.id, { status: 'failed', at: ctx.now(), outcome, segments: null })
      : markPostponed(tx, notice.id, { dueAt: ctx.now().add({ milliseconds: wait }), outcome }),
  );
}
