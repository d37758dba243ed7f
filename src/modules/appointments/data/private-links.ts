import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import { privateLink } from './schema.ts';

export type PrivateLink = Readonly<typeof privateLink.$inferSelect>;

export async function savePrivateLink(tx: Tx, link: PrivateLink): Promise<void> {
  await tx.insert(privateLink).values(link);
}

export async function findPrivateLink(tx: Tx, tokenHash: string): Promise<PrivateLink | null> {
  const [row] = await tx.select().from(privateLink).where(eq(privateLink.tokenHash, tokenHash));
  return row ?? null;
}
