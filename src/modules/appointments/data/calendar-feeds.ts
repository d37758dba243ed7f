import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { MembershipId } from '#platform/kernel/actor.ts';
import { calendarFeed } from './schema.ts';

/** An address at which an adviser's own calendar may be read; only the hash of its secret is kept. */
export type CalendarFeed = Readonly<typeof calendarFeed.$inferSelect>;

export async function saveFeed(tx: Tx, feed: Omit<CalendarFeed, 'revokedAt'>): Promise<void> {
  await tx.insert(calendarFeed).values(feed);
}

/** The feed that a secret opens, unless it was revoked. */
export async function findFeed(tx: Tx, tokenHash: string): Promise<CalendarFeed | null> {
  const [row] = await tx
    .select()
    .from(calendarFeed)
    .where(and(eq(calendarFeed.tokenHash, tokenHash), isNull(calendarFeed.revokedAt)));
  return row ?? null;
}

/** The standing feed of a membership, the latest if there were several. */
export async function findFeedOf(tx: Tx, membershipId: MembershipId): Promise<CalendarFeed | null> {
  const [row] = await tx
    .select()
    .from(calendarFeed)
    .where(standing(membershipId))
    .orderBy(desc(calendarFeed.mintedAt))
    .limit(1);
  return row ?? null;
}

/** No address of that membership opens any more. */
export async function markFeedsRevoked(
  tx: Tx,
  membershipId: MembershipId,
  at: Temporal.Instant,
): Promise<void> {
  await tx.update(calendarFeed).set({ revokedAt: at }).where(standing(membershipId));
}

function standing(membershipId: MembershipId) {
  return and(eq(calendarFeed.membershipId, membershipId), isNull(calendarFeed.revokedAt));
}
