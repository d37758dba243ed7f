import { asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { NetworkIdentity } from '../rules/identity.ts';
import type { Network } from '../rules/network.ts';
import type { NetworkSettings } from '../rules/settings.ts';
import { defaultSettings } from '../rules/settings.ts';
import { networkTable } from './schema.ts';

type Row = typeof networkTable.$inferSelect;

function networkOf(row: Row): Network {
  const {
    territoryKind,
    territoryCode,
    colourWarm,
    colourCool,
    settings,
    createdAt: _,
    ...same
  } = row;
  return {
    ...same,
    territory: { kind: territoryKind, code: territoryCode },
    colours: { warm: colourWarm, cool: colourCool },
    // A setting that appeared after the network was made holds its preset's value until it is chosen.
    settings: { ...defaultSettings(row.preset), ...settings },
  };
}

export async function findNetworkRow(tx: Tx, id: NetworkId): Promise<Network | null> {
  const [row] = await tx.select().from(networkTable).where(eq(networkTable.id, id));
  return row ? networkOf(row) : null;
}

export async function findNetworkRowBySlug(tx: Tx, slug: string): Promise<Network | null> {
  const [row] = await tx.select().from(networkTable).where(eq(networkTable.slug, slug));
  return row ? networkOf(row) : null;
}

export async function lockNetwork(tx: Tx, id: NetworkId): Promise<Network | null> {
  const [row] = await tx.select().from(networkTable).where(eq(networkTable.id, id)).for('update');
  return row ? networkOf(row) : null;
}

export async function listNetworkRows(tx: Tx): Promise<Network[]> {
  const rows = await tx.select().from(networkTable).orderBy(asc(networkTable.name));
  return rows.map(networkOf);
}

export async function saveNetwork(tx: Tx, network: Network, at: Temporal.Instant): Promise<void> {
  const { territory, colours, ...same } = network;
  await tx.insert(networkTable).values({
    ...same,
    territoryKind: territory.kind,
    territoryCode: territory.code,
    colourWarm: colours.warm,
    colourCool: colours.cool,
    createdAt: at,
  });
}

export async function saveNetworkSettings(
  tx: Tx,
  id: NetworkId,
  settings: NetworkSettings,
): Promise<void> {
  await tx.update(networkTable).set({ settings }).where(eq(networkTable.id, id));
}

export async function saveNetworkIdentity(
  tx: Tx,
  id: NetworkId,
  { colours, ...same }: NetworkIdentity,
): Promise<void> {
  await tx
    .update(networkTable)
    .set({ ...same, colourWarm: colours.warm, colourCool: colours.cool })
    .where(eq(networkTable.id, id));
}
