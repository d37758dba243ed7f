import type { NetworkId } from '#platform/kernel/actor.ts';
import type { ReadFrom } from '#platform/db/reading.ts';
import { readInstallation } from '#platform/db/reading.ts';
import { findNetworkRow, findNetworkRowBySlug, listNetworkRows } from '../data/networks.ts';
import type { Network } from '../rules/network.ts';

export function findNetwork(from: ReadFrom, id: NetworkId): Promise<Network | null> {
  return readInstallation(from, (tx) => findNetworkRow(tx, id));
}

/** `slug` as it stands first in an address; anything else is simply not found. */
export function findNetworkBySlug(from: ReadFrom, slug: string): Promise<Network | null> {
  return readInstallation(from, (tx) => findNetworkRowBySlug(tx, slug));
}

/** Every network, by name. */
export function listNetworks(from: ReadFrom): Promise<readonly Network[]> {
  return readInstallation(from, listNetworkRows);
}
