import { and, asc, eq, inArray } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type {
  MembershipId,
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
  ProfessionalRole,
  Scope,
} from '#platform/kernel/actor.ts';
import type { AdviserProfile, Membership, NamedMembership } from '../rules/membership.ts';
import { defaultSettings } from '../rules/settings.ts';
import {
  adviserProfileTable,
  membershipTable,
  networkTable,
  organisationTable,
  placeTable,
} from './schema.ts';

type Row = typeof membershipTable.$inferSelect;

function scopeOf(row: Pick<Row, 'networkId' | 'organisationId' | 'placeId'>): Scope {
  const { networkId, organisationId, placeId } = row;
  if (!networkId) return { kind: 'installation' };
  if (!organisationId) return { kind: 'network', networkId };
  if (!placeId) return { kind: 'organisation', networkId, organisationId };
  return { kind: 'place', networkId, organisationId, placeId };
}

function scopeColumns(scope: Scope): {
  networkId: NetworkId | null;
  organisationId: OrganisationId | null;
  placeId: PlaceId | null;
} {
  return {
    networkId: scope.kind === 'installation' ? null : scope.networkId,
    organisationId: 'organisationId' in scope ? scope.organisationId : null,
    placeId: scope.kind === 'place' ? scope.placeId : null,
  };
}

function membershipOf(row: Row): Membership {
  const { networkId: _n, organisationId: _o, placeId: _p, recordedAt: _r, ...same } = row;
  return { ...same, scope: scopeOf(row) };
}

async function listNamed(tx: Tx, where: SQL | undefined): Promise<NamedMembership[]> {
  const rows = await tx
    .select({
      membership: membershipTable,
      slug: networkTable.slug,
      networkName: networkTable.name,
      preset: networkTable.preset,
      settings: networkTable.settings,
      organisationName: organisationTable.name,
      placeName: placeTable.name,
    })
    .from(membershipTable)
    .leftJoin(networkTable, eq(networkTable.id, membershipTable.networkId))
    .leftJoin(organisationTable, eq(organisationTable.id, membershipTable.organisationId))
    .leftJoin(placeTable, eq(placeTable.id, membershipTable.placeId))
    .where(where)
    .orderBy(asc(membershipTable.from), asc(membershipTable.id));
  return rows.map((row) => ({
    ...membershipOf(row.membership),
    zone: { ...defaultSettings(row.preset ?? 'mobility-advice'), ...row.settings }.timeZone,
    networkSlug: row.slug,
    networkName: row.networkName,
    organisationName: row.organisationName,
    placeName: row.placeName,
  }));
}

export async function findMembershipRow(tx: Tx, id: MembershipId): Promise<NamedMembership | null> {
  return (await listNamed(tx, eq(membershipTable.id, id)))[0] ?? null;
}

export async function listMembershipRowsOf(tx: Tx, personId: PersonId): Promise<NamedMembership[]> {
  return listNamed(tx, eq(membershipTable.personId, personId));
}

export interface MembershipFilter {
  readonly networkId: NetworkId;
  readonly organisationIds?: readonly OrganisationId[];
  readonly role?: ProfessionalRole;
}

export async function listMembershipRows(
  tx: Tx,
  filter: MembershipFilter,
): Promise<NamedMembership[]> {
  const { networkId, organisationIds, role } = filter;
  if (organisationIds?.length === 0) return [];
  return listNamed(
    tx,
    and(
      eq(membershipTable.networkId, networkId),
      organisationIds ? inArray(membershipTable.organisationId, [...organisationIds]) : undefined,
      role ? eq(membershipTable.role, role) : undefined,
    ),
  );
}

export async function lockMembership(tx: Tx, id: MembershipId): Promise<Membership | null> {
  const [row] = await tx
    .select()
    .from(membershipTable)
    .where(eq(membershipTable.id, id))
    .for('update');
  return row ? membershipOf(row) : null;
}

export async function saveMembership(
  tx: Tx,
  membership: Membership,
  at: Temporal.Instant,
): Promise<void> {
  const { scope, ...same } = membership;
  await tx.insert(membershipTable).values({ ...same, ...scopeColumns(scope), recordedAt: at });
}

export async function markMembershipEnded(
  tx: Tx,
  id: MembershipId,
  until: Temporal.PlainDate,
): Promise<void> {
  await tx.update(membershipTable).set({ until }).where(eq(membershipTable.id, id));
}

export async function saveAdviserProfile(tx: Tx, profile: AdviserProfile): Promise<void> {
  const { displayName, presentation } = profile;
  const languages = [...profile.languages];
  await tx
    .insert(adviserProfileTable)
    .values({ ...profile, languages })
    .onConflictDoUpdate({
      target: [adviserProfileTable.networkId, adviserProfileTable.personId],
      set: { displayName, languages, presentation },
    });
}

export async function listAdviserProfileRows(
  tx: Tx,
  where: { readonly networkId: NetworkId; readonly personIds: readonly PersonId[] },
): Promise<AdviserProfile[]> {
  if (where.personIds.length === 0) return [];
  return tx
    .select()
    .from(adviserProfileTable)
    .where(
      and(
        eq(adviserProfileTable.networkId, where.networkId),
        inArray(adviserProfileTable.personId, [...where.personIds]),
      ),
    );
}

/** How someone was shown to young people, in every network. */
export async function listAdviserProfileRowsOf(
  tx: Tx,
  personId: PersonId,
): Promise<AdviserProfile[]> {
  return tx.select().from(adviserProfileTable).where(eq(adviserProfileTable.personId, personId));
}

/** Forgets how someone was called; the rows stay, because past appointments point to the person. */
export async function blankAdviserProfiles(tx: Tx, personId: PersonId): Promise<void> {
  await tx
    .update(adviserProfileTable)
    .set({ displayName: 'Ancien conseiller', languages: [], presentation: null })
    .where(eq(adviserProfileTable.personId, personId));
}
