import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  searchByName,
  searchByPostalCode,
  searchWithFaults,
} from '../data/commune-search.query.ts';
import type { SearchOptions } from '../data/commune-search.query.ts';
import type { CommuneMatch } from '../rules/match.ts';
import { readPlaceSearch } from '../rules/place-search.ts';
import type { PlaceSearch } from '../rules/place-search.ts';

/** Never more answers than this: who does not see theirs types more. */
const MOST_ANSWERS = 10;

export interface CommuneSearch {
  /** A name, a postal code or its beginning, or both; as typed. */
  readonly text: string;
  /** 1 to 10, 10 unless said. */
  readonly limit?: number;
  /** INSEE code of the region whose communes come first among those found as surely; the others are never hidden. */
  readonly preferRegion?: string | undefined;
}

/**
 * Communes of today that the text may name: that very name, then names that begin so by population, then names with a
 * word that begins so; names with faults only when there is nothing else. Old names lead to the commune of today.
 */
export async function searchCommunes(ctx: Ctx, search: CommuneSearch): Promise<CommuneMatch[]> {
  const limit = Math.max(1, Math.min(search.limit ?? MOST_ANSWERS, MOST_ANSWERS));
  return searchWidely(ctx, { ...search, limit });
}

/** The same without the bound on the number of answers, for whoever decides on them. */
export async function searchWidely(
  ctx: Ctx,
  search: CommuneSearch & { readonly limit: number },
): Promise<CommuneMatch[]> {
  const place = readPlaceSearch(search.text);
  const options = { postal: place.postal, region: search.preferRegion ?? '', limit: search.limit };
  return ctx.db.inInstallation(async (tx) => {
    for (const attempt of attemptsFor(place, options)) {
      const matches = await attempt(tx);
      if (matches.length > 0) return matches;
    }
    return [];
  });
}

type Attempt = (tx: Tx) => Promise<CommuneMatch[]>;

/** From the strictest reading of what was typed to the most forgiving one. */
function attemptsFor(place: PlaceSearch, options: SearchOptions): Attempt[] {
  const { name, whole, postal } = place;
  const byPostalCode: Attempt = (tx) => searchByPostalCode(tx, options);
  if (!/[a-z]/.test(name)) return postal === '' ? [] : [byPostalCode];
  const anywhere = { ...options, postal: '' };
  const attempts: Attempt[] = [(tx) => searchByName(tx, name, options)];
  // « Paris 11 » names an arrondissement.
  if (whole !== name) attempts.push((tx) => searchByName(tx, whole, anywhere));
  attempts.push((tx) => searchWithFaults(tx, name, options));
  if (postal === '') return attempts;
  // A postal code that no commune has, that of a large post box for instance: the name is believed first.
  attempts.push(
    (tx) => searchByName(tx, name, anywhere),
    (tx) => searchWithFaults(tx, name, anywhere),
  );
  return [...attempts, byPostalCode];
}
