import { and, eq } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import { login, passkey, secondFactor } from './schema.ts';

/** The encrypted secret of an application being set up; null when none is, or it is already confirmed. */
export async function findPendingSecret(tx: Tx, loginId: string): Promise<string | null> {
  const [row] = await tx.select().from(secondFactor).where(eq(secondFactor.userId, loginId));
  return row && row.verified !== true ? row.secret : null;
}

/** better-auth then confirms the first code without changing the session under us: we open the new one ourselves. */
export async function markEnrolmentBegun(tx: Tx, loginId: string): Promise<void> {
  await tx.update(login).set({ twoFactorEnabled: true }).where(eq(login.id, loginId));
}

export interface PasskeyRow {
  readonly id: string;
  readonly name: string | null;
  readonly aaguid: string | null;
  readonly addedAt: Temporal.Instant | null;
}

export async function listPasskeys(tx: Tx, loginId: string): Promise<readonly PasskeyRow[]> {
  const rows = await tx
    .select()
    .from(passkey)
    .where(eq(passkey.userId, loginId))
    .orderBy(passkey.id);
  return rows.map(({ id, name, aaguid, createdAt }) => ({
    id,
    name,
    aaguid,
    addedAt: createdAt ? Temporal.Instant.fromEpochMilliseconds(createdAt.getTime()) : null,
  }));
}

/** True when it was this login's. */
export async function deletePasskey(
  tx: Tx,
  key: { readonly loginId: string; readonly passkeyId: string },
): Promise<boolean> {
  const gone = await tx
    .delete(passkey)
    .where(and(eq(passkey.id, key.passkeyId), eq(passkey.userId, key.loginId)))
    .returning({ id: passkey.id });
  return gone.length > 0;
}
