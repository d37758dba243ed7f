import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { Commune } from '../rules/commune.ts';
import { commune, departement, epci, formerCommune, region } from './schema.ts';

/** One commune with the names of what it is in, as `communeSelection` reads it. */
export interface CommuneRow extends Record<string, unknown> {
  code: string;
  name: string;
  postal_codes: string[];
  population: number | null;
  longitude: number | null;
  latitude: number | null;
  departement_code: string;
  departement_name: string;
  region_code: string;
  region_name: string;
  epci_code: string | null;
  epci_name: string | null;
}

/** Columns of `CommuneRow`, of the aliases that `communeTables` gives. */
export const communeSelection: SQL = sql`c.code, c.name, c.postal_codes, c.population, c.longitude, c.latitude,
  d.code as departement_code, d.name as departement_name, r.code as region_code, r.name as region_name,
  e.code as epci_code, e.name as epci_name`;

export const communeTables: SQL = sql`${commune} c
  join ${departement} d on d.code = c.departement_code
  join ${region} r on r.code = d.region_code
  left join ${epci} e on e.code = c.epci_code`;

/**
 * Communes of today by codes of today or of before, in one query, by the code asked for. A code that nothing knows has
 * no entry. A commune that ended without a known successor is given as it was. Where the sources disagree on an old code,
 * what it is a delegated or associated commune of is the later word: kinds are in that order.
 */
export async function findCommunesByCode(
  tx: Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Commune>> {
  const asked = [...new Set(codes)];
  if (asked.length === 0) return new Map();
  const { rows } = await tx.execute<CommuneRow & { asked_code: string }>(sql`
    select asked.code as asked_code, ${communeSelection}
    from unnest(${sql.param(asked)}::text[]) as asked (code)
    cross join lateral (
      select coalesce(
        (select known.code from ${commune} known where known.code = asked.code and known.is_current),
        (select former.commune_code from ${formerCommune} former where former.code = asked.code order by former.kind limit 1),
        asked.code
      ) as code
    ) today
    join ${communeTables} on c.code = today.code`);
  return new Map(rows.map((row) => [row.asked_code, communeOf(row)]));
}

export function communeOf(row: CommuneRow): Commune {
  return {
    code: row.code,
    name: row.name,
    postalCodes: row.postal_codes,
    population: row.population,
    centre:
      row.longitude === null || row.latitude === null
        ? null
        : { longitude: row.longitude, latitude: row.latitude },
    departement: { code: row.departement_code, name: row.departement_name },
    region: { code: row.region_code, name: row.region_name },
    epci:
      row.epci_code === null || row.epci_name === null
        ? null
        : { code: row.epci_code, name: row.epci_name },
  };
}
