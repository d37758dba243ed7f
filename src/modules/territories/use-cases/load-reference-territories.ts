import { loadTerritories } from '../data/load.ts';
import type { TerritoriesLoad } from '../data/load.ts';

/** At start and for the test template: `ownerUrl` is the login that owns the tables. Nothing to do takes a few milliseconds. */
export function loadReferenceTerritories(ownerUrl: string): Promise<TerritoriesLoad> {
  return loadTerritories(ownerUrl);
}
