import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NamedCode } from '../rules/commune.ts';
import { commune, departement, epci, region } from './schema.ts';

export interface Departement extends NamedCode {
  readonly region: NamedCode;
}

export interface Epci extends NamedCode {
  /** Communauté de communes, d'agglomération, urbaine, métropole, métropole de Lyon. */
  readonly kind: 'CC' | 'CA' | 'CU' | 'METRO' | 'MET69';
  readonly population: number | null;
  /** Communes of today, in the order of their codes. */
  readonly communeCodes: readonly string[];
}

export async function listRegionRows(tx: Tx): Promise<NamedCode[]> {
  return tx
    .select({ code: region.code, name: region.name })
    .from(region)
    .where(eq(region.isCurrent, true))
    .orderBy(asc(region.code));
}

export async function listDepartementRows(
  tx: Tx,
  regionCode: string | undefined,
): Promise<Departement[]> {
  return tx
    .select({
      code: departement.code,
      name: departement.name,
      region: { code: region.code, name: region.name },
    })
    .from(departement)
    .innerJoin(region, eq(region.code, departement.regionCode))
    .where(
      and(
        eq(departement.isCurrent, true),
        regionCode === undefined ? undefined : eq(region.code, regionCode),
      ),
    )
    .orderBy(asc(departement.code));
}

export async function findEpciRow(tx: Tx, code: string): Promise<Epci | null> {
  const [found] = await tx
    .select({ code: epci.code, name: epci.name, kind: epci.kind, population: epci.population })
    .from(epci)
    .where(eq(epci.code, code));
  if (!found) return null;
  const communes = await tx
    .select({ code: commune.code })
    .from(commune)
    .where(and(eq(commune.epciCode, code), eq(commune.isCurrent, true)))
    .orderBy(asc(commune.code));
  return { ...found, communeCodes: communes.map((each) => each.code) };
}
