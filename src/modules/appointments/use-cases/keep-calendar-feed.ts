import { hashToken } from '#platform/chance.ts';
import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor, NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { findFeedOf, markFeedsRevoked, saveFeed } from '../data/calendar-feeds.ts';

/** What an adviser is told of their feed: never its secret, which is not kept. */
export interface FeedStanding {
  readonly since: Temporal.Instant;
  readonly withNames: boolean;
}

type Adviser = Extract<Actor, { kind: 'professional' }> & {
  readonly scope: { readonly networkId: NetworkId };
};

/** Feeds are of one's own interviews: of advisers only. */
function adviserOf({ actor }: Ctx): Adviser | null {
  if (actor.kind !== 'professional' || actor.role !== 'adviser') return null;
  return 'networkId' in actor.scope ? { ...actor, scope: actor.scope } : null;
}

export async function readFeedStanding(ctx: Ctx): Promise<FeedStanding | null> {
  const adviser = adviserOf(ctx);
  if (!adviser) return null;
  const feed = await ctx.db.inInstallation((tx) => findFeedOf(tx, adviser.membershipId));
  return feed && { since: feed.mintedAt, withNames: feed.withNames };
}

/** A new secret address of one's own interviews; the one before opens no more. The secret is given once. */
export async function createCalendarFeed(
  ctx: Ctx,
  asked: { readonly names: 'shown' | 'hidden' },
): Promise<Decision<'not-adviser', string>> {
  const adviser = adviserOf(ctx);
  if (!adviser) return refuse('not-adviser');
  const token = ctx.newToken();
  const withNames = asked.names === 'shown';
  await ctx.db.inInstallation(async (tx) => {
    const { personId, membershipId } = adviser;
    await markFeedsRevoked(tx, membershipId, ctx.now());
    await saveFeed(tx, {
      tokenHash: hashToken(token),
      personId,
      membershipId,
      withNames,
      mintedAt: ctx.now(),
    });
    await recordAbout(ctx, tx, {
      verb: 'appointments.create-calendar-feed',
      adviser,
      facts: { withNames },
    });
  });
  return accept(token);
}

/** The address opens no more; nothing happens when there is none. */
export async function revokeCalendarFeed(ctx: Ctx): Promise<Decision<'not-adviser'>> {
  const adviser = adviserOf(ctx);
  if (!adviser) return refuse('not-adviser');
  await ctx.db.inInstallation(async (tx) => {
    if (!(await findFeedOf(tx, adviser.membershipId))) return;
    await markFeedsRevoked(tx, adviser.membershipId, ctx.now());
    await recordAbout(ctx, tx, { verb: 'appointments.revoke-calendar-feed', adviser, facts: {} });
  });
  return accept();
}

interface Recorded {
  readonly verb: string;
  readonly adviser: Adviser;
  readonly facts: Readonly<Record<string, boolean>>;
}

function recordAbout(ctx: Ctx, tx: Tx, { verb, adviser, facts }: Recorded): Promise<void> {
  const subject = { kind: 'membership', id: adviser.membershipId };
  return record(ctx, tx, { verb, networkId: adviser.scope.networkId, subject, facts });
}
