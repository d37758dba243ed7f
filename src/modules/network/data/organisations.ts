import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, OrganisationId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Affiliation } from '../rules/affiliation.ts';
import type { Organisation } from '../rules/organisation.ts';
import { affiliationTable, organisationTable } from './schema.ts';

type Row = typeof organisationTable.$inferSelect;

function organisationOf(row: Row): Organisation {
  const {
    representativeCivility: civility,
    representativeName: name,
    representativeQuality: quality,
    createdAt: _,
    ...same
  } = row;
  return { ...same, representative: name === null ? null : { civility, name, quality } };
}

export async function findOrganisationRow(
  tx: Tx,
  id: OrganisationId,
): Promise<Organisation | null> {
  const [row] = await tx.select().from(organisationTable).where(eq(organisationTable.id, id));
  return row ? organisationOf(row) : null;
}

export async function listOrganisationRows(
  tx: Tx,
  ids: readonly OrganisationId[],
): Promise<Organisation[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(organisationTable)
    .where(inArray(organisationTable.id, [...ids]))
    .orderBy(asc(organisationTable.name));
  return rows.map(organisationOf);
}

export async function saveOrganisation(
  tx: Tx,
  organisation: Organisation,
  at: Temporal.Instant,
): Promise<void> {
  const { representative, ...same } = organisation;
  await tx.insert(organisationTable).values({
    ...same,
    representativeCivility: representative?.civility ?? null,
    representativeName: representative?.name ?? null,
    representativeQuality: representative?.quality ?? null,
    createdAt: at,
  });
}

export async function saveAffiliation(tx: Tx, affiliation: Affiliation): Promise<void> {
  await tx.insert(affiliationTable).values(affiliation);
}

/** Every affiliation of the network, or of one organisation to it. */
export async function listAffiliationRows(
  tx: Tx,
  where: { readonly networkId: NetworkId; readonly organisationId?: OrganisationId },
): Promise<Affiliation[]> {
  return tx
    .select()
    .from(affiliationTable)
    .where(
      and(
        eq(affiliationTable.networkId, where.networkId),
        where.organisationId
          ? eq(affiliationTable.organisationId, where.organisationId)
          : undefined,
      ),
    )
    .orderBy(asc(affiliationTable.from));
}

/** Whether the organisation is affiliated on that local day. */
export async function isAffiliatedOn(
  tx: Tx,
  where: { readonly networkId: NetworkId; readonly organisationId: OrganisationId },
  day: Temporal.PlainDate,
): Promise<boolean> {
  const rows = await tx
    .select({ id: affiliationTable.id })
    .from(affiliationTable)
    .where(
      and(
        eq(affiliationTable.networkId, where.networkId),
        eq(affiliationTable.organisationId, where.organisationId),
        lte(affiliationTable.from, day),
        or(isNull(affiliationTable.until), gte(affiliationTable.until, day)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function lockAffiliation(tx: Tx, id: Id<'Affiliation'>): Promise<Affiliation | null> {
  const [row] = await tx
    .select()
    .from(affiliationTable)
    .where(eq(affiliationTable.id, id))
    .for('update');
  return row ?? null;
}

export async function markAffiliationEnded(
  tx: Tx,
  id: Id<'Affiliation'>,
  until: Temporal.PlainDate,
): Promise<void> {
  await tx.update(affiliationTable).set({ until }).where(eq(affiliationTable.id, id));
}

/** Those with this SIRET, and those of this commune, for whoever looks whether an organisation is already there. */
export async function listOrganisationRowsLike(
  tx: Tx,
  where: { readonly siret: string | null; readonly communeCode: string },
): Promise<Organisation[]> {
  const rows = await tx
    .select()
    .from(organisationTable)
    .where(
      or(
        eq(organisationTable.communeCode, where.communeCode),
        where.siret === null ? undefined : eq(organisationTable.siret, where.siret),
      ),
    )
    .orderBy(asc(organisationTable.createdAt), asc(organisationTable.id));
  return rows.map(organisationOf);
}
