import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, YouthFileId } from '#platform/kernel/actor.ts';
import type { Exchange, HelpRequest, HelpRequestId } from '../rules/help-request.ts';
import { exchangeTable, helpRequestTable } from './schema.ts';

export async function saveHelpRequest(tx: Tx, request: HelpRequest): Promise<void> {
  await tx.insert(helpRequestTable).values(request);
}

export async function findHelpRequestRow(
  tx: Tx,
  networkId: NetworkId,
  id: HelpRequestId,
): Promise<HelpRequest | null> {
  const [row] = await tx
    .select()
    .from(helpRequestTable)
    .where(and(eq(helpRequestTable.networkId, networkId), eq(helpRequestTable.id, id)));
  return row ?? null;
}

export async function lockHelpRequest(
  tx: Tx,
  networkId: NetworkId,
  id: HelpRequestId,
): Promise<HelpRequest | null> {
  const [row] = await tx
    .select()
    .from(helpRequestTable)
    .where(and(eq(helpRequestTable.networkId, networkId), eq(helpRequestTable.id, id)))
    .for('update');
  return row ?? null;
}

export async function markHelpRequestClosed(
  tx: Tx,
  request: HelpRequest,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .update(helpRequestTable)
    .set({ status: 'closed', closedAt: at })
    .where(eq(helpRequestTable.id, request.id));
}

export async function listHelpRequestRows(
  tx: Tx,
  networkId: NetworkId,
  youthFileIds: readonly YouthFileId[],
): Promise<HelpRequest[]> {
  if (youthFileIds.length === 0) return [];
  return tx
    .select()
    .from(helpRequestTable)
    .where(
      and(
        eq(helpRequestTable.networkId, networkId),
        inArray(helpRequestTable.youthFileId, [...youthFileIds]),
      ),
    )
    .orderBy(desc(helpRequestTable.openedAt), desc(helpRequestTable.id));
}

/** New, or in the place of what its owner wrote before for the same thing. */
export async function saveExchange(
  tx: Tx,
  exchange: Exchange,
  at: Temporal.Instant,
): Promise<void> {
  const { owner, ...same } = exchange;
  await tx
    .insert(exchangeTable)
    .values({ ...same, ownerModule: owner.module, ownerId: owner.id, writtenAt: at })
    .onConflictDoUpdate({
      target: [exchangeTable.ownerModule, exchangeTable.ownerId],
      set: {
        at: exchange.at,
        summaryCode: exchange.summaryCode,
        facts: sql`excluded.facts`,
        writtenAt: at,
      },
    });
}

export async function listExchangeRows(
  tx: Tx,
  networkId: NetworkId,
  helpRequestIds: readonly HelpRequestId[],
): Promise<Exchange[]> {
  if (helpRequestIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(exchangeTable)
    .where(
      and(
        eq(exchangeTable.networkId, networkId),
        inArray(exchangeTable.helpRequestId, [...helpRequestIds]),
      ),
    )
    .orderBy(asc(exchangeTable.at), asc(exchangeTable.id));
  return rows.map((row) => {
    const { id, helpRequestId, kind, at, summaryCode, facts } = row;
    const owner = { module: row.ownerModule, id: row.ownerId };
    return { id, networkId: row.networkId, helpRequestId, kind, owner, at, summaryCode, facts };
  });
}
