import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import { communeLabel } from '../rules/commune.ts';
import type { Commune } from '../rules/commune.ts';
import { countFaults, faultsForgiven } from '../rules/faults.ts';
import type { Closeness, CommuneMatch, FormerKind } from '../rules/match.ts';
import { communeOf, communeSelection, communeTables } from './communes.ts';
import type { CommuneRow } from './communes.ts';
import { communeName, communePostalCode } from './schema.ts';

export interface SearchOptions {
  /** First figures of the postal code, '' for any. */
  readonly postal: string;
  /** Communes of this region come first among those found as surely; '' for none. */
  readonly region: string;
  readonly limit: number;
}

interface NameRow extends CommuneRow {
  closeness: Closeness;
  via_code: string;
  via_name: string;
  via_kind: FormerKind | 'current';
  search_key: string;
  postal_code: string | null;
}

/** Communes one of whose names is, begins with, or has a word that begins with the key. One query. */
export async function searchByName(
  tx: Tx,
  key: string,
  options: SearchOptions,
): Promise<CommuneMatch[]> {
  const beginning = `${key}%`;
  const { rows } = await tx.execute<NameRow>(sql`
    with named as (
      select n.*, case
        when n.search_key = ${key} then case when n.kind = 'current' then 1 else 2 end
        when n.search_key like ${beginning} then case when n.kind = 'current' then 3 else 4 end
        else 5 end as tier
      from ${communeName} n
      where n.search_key like ${beginning} or n.search_key like ${`% ${beginning}`}
    ), best as (
      select distinct on (commune_code) * from named
      order by commune_code, tier, kind <> 'current', name
    )
    select ${communeSelection}, ${nameSelection(options)},
      (array['exact', 'former-exact', 'beginning', 'beginning', 'word'])[best.tier] as closeness
    from best join ${communeTables} on c.code = best.commune_code
    where c.is_current ${postalCondition(options)}
    order by best.tier, ${regionOrder(options)}, c.population desc nulls last, c.name, c.code
    limit ${options.limit}`);
  return rows.map(matchOf);
}

/** How many names near in their letters are compared one by one. */
const CANDIDATES = 150;

/**
 * Communes one of whose names is the key but for a few faults (« Geuret »): those that share the most groups of three
 * letters, then counted fault by fault. Two queries.
 */
export async function searchWithFaults(
  tx: Tx,
  key: string,
  options: SearchOptions,
): Promise<CommuneMatch[]> {
  const forgiven = faultsForgiven(key.length);
  if (forgiven === 0) return [];
  await tx.execute(sql`select set_config('pg_trgm.similarity_threshold', '0.25', true)`);
  const { rows } = await tx.execute<NameRow>(sql`
    with near as (
      select n.*, similarity(n.search_key, ${key}) as likeness
      from ${communeName} n where n.search_key % ${key}
      order by likeness desc, n.search_key limit ${CANDIDATES}
    )
    select ${communeSelection}, ${nameSelection(options)}, 'faulty' as closeness
    from near best join ${communeTables} on c.code = best.commune_code
    where c.is_current ${postalCondition(options)}
    order by best.kind <> 'current', ${regionOrder(options)}, c.population desc nulls last, c.code`);
  const counted = rows
    .map((row) => ({ row, faults: countFaults(key, row.search_key) }))
    .filter(({ faults }) => faults.beginning <= forgiven)
    // Rows come in the order wanted between equals, and sorting keeps it; names that only begin alike are equals.
    .toSorted(
      (a, b) =>
        a.faults.beginning - b.faults.beginning ||
        Math.min(a.faults.whole, forgiven + 1) - Math.min(b.faults.whole, forgiven + 1),
    );
  const seen = new Set<string>();
  return counted
    .filter(({ row }) => !seen.has(row.code) && seen.add(row.code))
    .slice(0, options.limit)
    .map(({ row }) => matchOf(row));
}

/** Communes of a postal code, or of the postal codes that begin so. One query. */
export async function searchByPostalCode(tx: Tx, options: SearchOptions): Promise<CommuneMatch[]> {
  const { rows } = await tx.execute<CommuneRow & { postal_code: string | null }>(sql`
    select ${communeSelection}, ${matchedPostalCode(options)} as postal_code
    from ${communeTables}
    where c.is_current ${postalCondition(options)}
    order by ${regionOrder(options)}, c.population desc nulls last, c.name, c.code
    limit ${options.limit}`);
  return rows.map((row) => {
    const commune = communeOf(row);
    return {
      commune,
      closeness: 'postal-code',
      via: null,
      label: labelOf(commune, row.postal_code),
    };
  });
}

function nameSelection(options: SearchOptions): SQL {
  return sql`best.code as via_code, best.name as via_name, best.kind as via_kind, best.search_key,
    ${matchedPostalCode(options)} as postal_code`;
}

function postalCondition({ postal }: SearchOptions): SQL {
  if (postal === '') return sql``;
  return sql`and c.code in (
    select p.commune_code from ${communePostalCode} p where p.postal_code like ${`${postal}%`})`;
}

function matchedPostalCode({ postal }: SearchOptions): SQL {
  return sql`(select min(p) from unnest(c.postal_codes) p where p like ${`${postal}%`})`;
}

function regionOrder({ region }: SearchOptions): SQL {
  return sql`r.code <> ${region}`;
}

function matchOf(row: NameRow): CommuneMatch {
  const commune = communeOf(row);
  const label = labelOf(commune, row.postal_code);
  if (row.via_kind === 'current') return { commune, closeness: row.closeness, via: null, label };
  const via = { code: row.via_code, name: row.via_name, kind: row.via_kind };
  return { commune, closeness: row.closeness, via, label: viaLabel(via, label, commune) };
}

function viaLabel(
  via: { name: string; kind: FormerKind },
  label: string,
  commune: Commune,
): string {
  if (via.kind === 'municipal-arrondissement') return `${via.name} (${commune.departement.name})`;
  return via.name === commune.name ? label : `${via.name}, aujourd’hui ${label}`;
}

/** The postal code typed, where the commune has several, is the one shown. */
function labelOf(commune: Commune, postalCode: string | null): string {
  return communeLabel(postalCode === null ? commune : { ...commune, postalCodes: [postalCode] });
}
