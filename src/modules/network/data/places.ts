import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, OrganisationId, PlaceId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { RoomAttestation, RoomItems } from '../rules/attestation.ts';
import type { Dated } from '../rules/dated.ts';
import type { Place, PlaceWithOrganisations } from '../rules/place.ts';
import {
  affiliationTable,
  placeOrganisationTable,
  placeTable,
  roomAttestationTable,
} from './schema.ts';

type Row = typeof placeTable.$inferSelect;

function placeOf(row: Row): Place {
  const { createdAt: _, ...place } = row;
  return place;
}

export async function findPlaceRow(tx: Tx, id: PlaceId): Promise<Place | null> {
  const [row] = await tx.select().from(placeTable).where(eq(placeTable.id, id));
  return row ? placeOf(row) : null;
}

export interface PlaceFilter {
  readonly networkId?: NetworkId;
  readonly organisationIds?: readonly OrganisationId[];
  readonly placeIds?: readonly PlaceId[];
  /** Links to organisations and networks that ended before that day do not count. */
  readonly from: Temporal.PlainDate;
}

/** Places by name, with the organisations that are or will be there; one served by nobody is left out. */
export async function listPlaceRows(
  tx: Tx,
  filter: PlaceFilter,
): Promise<PlaceWithOrganisations[]> {
  const { networkId, organisationIds, placeIds, from } = filter;
  const rows = await tx
    .select({
      place: placeTable,
      organisationIds: sql<
        OrganisationId[]
      >`json_agg(distinct ${placeOrganisationTable.organisationId})`,
    })
    .from(placeTable)
    .innerJoin(placeOrganisationTable, eq(placeOrganisationTable.placeId, placeTable.id))
    .where(
      and(
        or(isNull(placeOrganisationTable.until), gte(placeOrganisationTable.until, from)),
        placeIds ? inArray(placeTable.id, [...placeIds]) : undefined,
        organisationIds
          ? inArray(placeOrganisationTable.organisationId, [...organisationIds])
          : undefined,
        networkId
          ? inArray(placeOrganisationTable.organisationId, affiliatedTo(tx, networkId, from))
          : undefined,
      ),
    )
    .groupBy(placeTable.id)
    .orderBy(asc(placeTable.name), asc(placeTable.id));
  return rows.map((row) => ({ ...placeOf(row.place), organisationIds: row.organisationIds }));
}

function affiliatedTo(tx: Tx, networkId: NetworkId, from: Temporal.PlainDate) {
  return tx
    .select({ id: affiliationTable.organisationId })
    .from(affiliationTable)
    .where(
      and(
        eq(affiliationTable.networkId, networkId),
        or(isNull(affiliationTable.until), gte(affiliationTable.until, from)),
      ),
    );
}

export async function savePlace(tx: Tx, place: Place, at: Temporal.Instant): Promise<void> {
  await tx.insert(placeTable).values({ ...place, createdAt: at });
}

export async function savePlaceOrganisation(
  tx: Tx,
  link: Dated & {
    readonly id: Id<'PlaceOrganisation'>;
    readonly placeId: PlaceId;
    readonly organisationId: OrganisationId;
  },
): Promise<void> {
  await tx.insert(placeOrganisationTable).values(link);
}

/** Whether the organisation is at that place on that day or later. */
export async function servesFrom(
  tx: Tx,
  where: { readonly placeId: PlaceId; readonly organisationId: OrganisationId },
  day: Temporal.PlainDate,
): Promise<boolean> {
  const rows = await tx
    .select({ id: placeOrganisationTable.id })
    .from(placeOrganisationTable)
    .where(
      and(
        eq(placeOrganisationTable.placeId, where.placeId),
        eq(placeOrganisationTable.organisationId, where.organisationId),
        or(isNull(placeOrganisationTable.until), gte(placeOrganisationTable.until, day)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function saveRoomAttestation(
  tx: Tx,
  attestation: typeof roomAttestationTable.$inferInsert,
): Promise<void> {
  await tx.insert(roomAttestationTable).values(attestation);
}

export interface PlacedAttestation extends RoomAttestation {
  readonly placeId: PlaceId;
}

/** Every attestation of an organisation, latest first. */
export async function listAttestationRows(
  tx: Tx,
  organisationIds: readonly OrganisationId[],
): Promise<(PlacedAttestation & RoomItems & { readonly organisationId: OrganisationId })[]> {
  if (organisationIds.length === 0) return [];
  return tx
    .select()
    .from(roomAttestationTable)
    .where(inArray(roomAttestationTable.organisationId, [...organisationIds]))
    .orderBy(sql`${roomAttestationTable.attestedAt} desc`);
}

/** Every place of a commune, served or not. */
export async function listPlaceRowsIn(tx: Tx, communeCode: string): Promise<Place[]> {
  const rows = await tx
    .select()
    .from(placeTable)
    .where(eq(placeTable.communeCode, communeCode))
    .orderBy(asc(placeTable.createdAt), asc(placeTable.id));
  return rows.map(placeOf);
}
