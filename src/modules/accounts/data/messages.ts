import { and, count, eq, gt, lt } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { messageRequest } from './schema.ts';

export type MessageKind = (typeof messageRequest.kind.enumValues)[number];

export interface MessageRequest {
  readonly id: Id<'MessageRequest'>;
  readonly kind: MessageKind;
  readonly email: string;
  readonly invitationId: Id<'Invitation'> | null;
  readonly requestedAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
}

export async function insertMessage(
  tx: Tx,
  message: Omit<MessageRequest, 'sentAt'>,
): Promise<void> {
  await tx.insert(messageRequest).values(message);
}

export async function countMessages(
  tx: Tx,
  key: { readonly email: string; readonly kind: MessageKind; readonly since: Temporal.Instant },
): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(messageRequest)
    .where(
      and(
        eq(messageRequest.email, key.email),
        eq(messageRequest.kind, key.kind),
        gt(messageRequest.requestedAt, key.since),
      ),
    );
  return row?.total ?? 0;
}

export async function findMessage(
  tx: Tx,
  id: Id<'MessageRequest'>,
): Promise<MessageRequest | null> {
  const [row] = await tx.select().from(messageRequest).where(eq(messageRequest.id, id));
  return row ?? null;
}

export async function markMessageSent(
  tx: Tx,
  id: Id<'MessageRequest'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx.update(messageRequest).set({ sentAt: at }).where(eq(messageRequest.id, id));
}

export async function deleteMessagesBefore(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.delete(messageRequest).where(lt(messageRequest.requestedAt, at));
}

export async function deleteMessagesTo(tx: Tx, email: string): Promise<void> {
  await tx.delete(messageRequest).where(eq(messageRequest.email, email.toLowerCase()));
}
