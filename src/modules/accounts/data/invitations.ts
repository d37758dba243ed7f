import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import { invitation, invitationToken } from './schema.ts';

export interface InvitationRow {
  readonly id: Id<'Invitation'>;
  readonly personId: PersonId;
  readonly kind: 'join' | 'enrolment';
  readonly email: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
}

const isOpen = and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt));

/** The person's invitation that is open, if any, ends here: the new one replaces it, links included. */
export async function replaceInvitation(
  tx: Tx,
  row: Omit<InvitationRow, 'acceptedAt' | 'revokedAt'>,
): Promise<void> {
  await tx
    .update(invitation)
    .set({ revokedAt: row.createdAt })
    .where(and(eq(invitation.personId, row.personId), isOpen));
  await tx.insert(invitation).values(row);
}

export async function findInvitation(tx: Tx, id: Id<'Invitation'>): Promise<InvitationRow | null> {
  const [row] = await tx.select().from(invitation).where(eq(invitation.id, id));
  return row ?? null;
}

export async function findInvitationByToken(
  tx: Tx,
  tokenHash: string,
): Promise<InvitationRow | null> {
  const [row] = await tx
    .select({ invitation })
    .from(invitation)
    .innerJoin(invitationToken, eq(invitationToken.invitationId, invitation.id))
    .where(eq(invitationToken.tokenHash, tokenHash));
  return row?.invitation ?? null;
}

export async function lockInvitation(tx: Tx, id: Id<'Invitation'>): Promise<InvitationRow | null> {
  const [row] = await tx.select().from(invitation).where(eq(invitation.id, id)).for('update');
  return row ?? null;
}

export async function insertInvitationToken(
  tx: Tx,
  token: {
    readonly tokenHash: string;
    readonly invitationId: Id<'Invitation'>;
    readonly mintedAt: Temporal.Instant;
  },
): Promise<void> {
  await tx.insert(invitationToken).values(token);
}

/** The person's open invitation has served: its links open nothing more. */
export async function markInvitationAccepted(
  tx: Tx,
  personId: PersonId,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .update(invitation)
    .set({ acceptedAt: at })
    .where(and(eq(invitation.personId, personId), isOpen));
}

export async function listInvitations(
  tx: Tx,
  personId: PersonId,
): Promise<readonly InvitationRow[]> {
  return tx.select().from(invitation).where(eq(invitation.personId, personId));
}

export async function deleteInvitations(tx: Tx, personId: PersonId): Promise<void> {
  await tx.delete(invitation).where(eq(invitation.personId, personId));
}
