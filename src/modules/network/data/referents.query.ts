import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { Referent } from '../rules/membership.ts';
import { membershipTable, organisationTable, placeTable } from './schema.ts';

export async function listReferentRows(
  tx: Tx,
  where: { readonly networkId: NetworkId; readonly day: Temporal.PlainDate },
): Promise<Referent[]> {
  const rows = await tx
    .select({ membership: membershipTable, organisation: organisationTable, place: placeTable })
    .from(membershipTable)
    .innerJoin(organisationTable, eq(organisationTable.id, membershipTable.organisationId))
    .leftJoin(placeTable, eq(placeTable.id, membershipTable.placeId))
    .where(
      and(
        eq(membershipTable.networkId, where.networkId),
        eq(membershipTable.role, 'referent'),
        lte(membershipTable.from, where.day),
        or(isNull(membershipTable.until), gte(membershipTable.until, where.day)),
      ),
    )
    .orderBy(asc(membershipTable.from), asc(membershipTable.id));
  return rows.map(({ membership, organisation, place }) => ({
    membershipId: membership.id,
    personId: membership.personId,
    site: membership.title ?? place?.name ?? organisation.name,
    organisationId: organisation.id,
    organisationName: organisation.name,
    placeId: place?.id ?? null,
    communeCode: place?.communeCode ?? organisation.communeCode,
    phone: place?.phone ?? organisation.phone,
  }));
}
