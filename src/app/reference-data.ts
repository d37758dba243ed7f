import { loadReferenceTerritories } from '#modules/territories/index.ts';

/** What every installation holds before its first network: the official code of places. Does nothing when it is up to date. */
export async function loadReferenceData(ownerUrl: string): Promise<void> {
  await loadReferenceTerritories(ownerUrl);
}
