import { listPeople } from '#modules/accounts/index.ts';
import type { Person } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { listBookingFactRows } from '../data/booking-facts.ts';
import { listAdviserProfileRows, listMembershipRows } from '../data/memberships.ts';
import { findNetworkRowBySlug } from '../data/networks.ts';
import { listAffiliationRows, listOrganisationRows } from '../data/organisations.ts';
import { listAttestationRows, listPlaceRows } from '../data/places.ts';
import type { Affiliation } from '../rules/affiliation.ts';
import type { AttestationStanding } from '../rules/attestation.ts';
import { attestationStanding } from '../rules/attestation.ts';
import { maySeeOrganisation, maySeeStructures } from '../rules/authority.ts';
import type { RecordedFact } from '../rules/booking-facts.ts';
import { endedBefore } from '../rules/dated.ts';
import type { AdviserProfile, NamedMembership } from '../rules/membership.ts';
import type { Network } from '../rules/network.ts';
import type { OrganisationStanding } from '../rules/organisation-standing.ts';
import { organisationStanding } from '../rules/organisation-standing.ts';
import type { Organisation } from '../rules/organisation.ts';
import type { PlaceWithOrganisations } from '../rules/place.ts';

export interface StructureMember extends NamedMembership {
  readonly person: Person | null;
  /** Of an adviser: how young people see them. */
  readonly profile: AdviserProfile | null;
}

export interface Structure {
  readonly organisation: Organisation;
  readonly standing: OrganisationStanding;
  readonly affiliations: readonly Affiliation[];
  /** Those that have not ended. */
  readonly members: readonly StructureMember[];
  readonly formerMembers: readonly StructureMember[];
  readonly places: readonly (PlaceWithOrganisations & {
    readonly attestation: AttestationStanding;
  })[];
  /** About the organisation and its people, in the order in which they were recorded. */
  readonly facts: readonly RecordedFact[];
}

export interface StructuresView {
  readonly network: Network;
  readonly today: Temporal.PlainDate;
  readonly structures: readonly Structure[];
}

export type StructureList = 'current' | 'ended';

export interface StructuresPageView extends StructuresView {
  readonly list: StructureList;
  /** How many there are of each list. */
  readonly counts: Readonly<Record<StructureList, number>>;
  /** From 1; a page beyond the last is the last. */
  readonly page: number;
  readonly pages: number;
}

/** Structures of one page. */
export const STRUCTURES_PER_PAGE = 25;

/** A page of the structures that are or will be affiliated, or of those whose time has ended, by name, with their standing today. */
export async function readStructures(
  ctx: Ctx,
  asked: { readonly slug: string; readonly list: StructureList; readonly page: number },
): Promise<Decision<'not-found' | 'not-allowed', StructuresPageView>> {
  return ctx.db.inInstallation(async (tx) => {
    const network = await findNetworkRowBySlug(tx, asked.slug);
    if (!network) return refuse('not-found');
    if (!maySeeStructures(ctx.actor, network.id)) return refuse('not-allowed');
    const now = ctx.now();
    const today = localDateAt(now, network.settings.timeZone);
    const links = await listAffiliationRows(tx, { networkId: network.id });
    const lists = listsOf(links, today);
    const names = await listOrganisationRows(tx, lists[asked.list]);
    const pages = Math.max(1, Math.ceil(names.length / STRUCTURES_PER_PAGE));
    const page = Math.min(Math.max(1, asked.page), pages);
    const shown = new Set(
      names
        .slice((page - 1) * STRUCTURES_PER_PAGE, page * STRUCTURES_PER_PAGE)
        .map((organisation) => organisation.id),
    );
    const affiliations = links.filter((link) => shown.has(link.organisationId));
    const view = await viewOf(tx, { network, affiliations, now });
    const counts = { current: lists.current.length, ended: lists.ended.length };
    return accept({ ...view, list: asked.list, counts, page, pages });
  });
}

function listsOf(
  links: readonly Affiliation[],
  today: Temporal.PlainDate,
): Readonly<Record<StructureList, readonly OrganisationId[]>> {
  const current = new Set(
    links.filter((link) => !endedBefore(link, today)).map((link) => link.organisationId),
  );
  const all = new Set(links.map((link) => link.organisationId));
  return { current: [...current], ended: [...all].filter((id) => !current.has(id)) };
}

/** One structure of the network; for its manager too. */
export async function readStructure(
  ctx: Ctx,
  input: { readonly slug: string; readonly organisationId: OrganisationId },
): Promise<
  Decision<'not-found' | 'not-allowed', StructuresView & { readonly structure: Structure }>
> {
  return ctx.db.inInstallation(async (tx) => {
    const network = await findNetworkRowBySlug(tx, input.slug);
    if (!network) return refuse('not-found');
    const target = { networkId: network.id, organisationId: input.organisationId };
    if (!maySeeOrganisation(ctx.actor, target)) return refuse('not-allowed');
    const view = await viewOf(tx, {
      network,
      affiliations: await listAffiliationRows(tx, target),
      now: ctx.now(),
    });
    const [structure] = view.structures;
    return structure ? accept({ ...view, structure }) : refuse('not-found');
  });
}

async function viewOf(
  tx: Tx,
  {
    network,
    affiliations,
    now,
  }: { network: Network; affiliations: readonly Affiliation[]; now: Temporal.Instant },
): Promise<StructuresView> {
  const today = localDateAt(now, network.settings.timeZone);
  const organisationIds = [...new Set(affiliations.map((one) => one.organisationId))];
  const networkId = network.id;
  const organisations = await listOrganisationRows(tx, organisationIds);
  const members = await listMembershipRows(tx, { networkId, organisationIds });
  const personIds = [...new Set(members.map((one) => one.personId))];
  const people = new Map((await listPeople(tx, personIds)).map((person) => [person.id, person]));
  const profiles = await listAdviserProfileRows(tx, { networkId, personIds });
  const profileOf = new Map(profiles.map((profile) => [profile.personId, profile]));
  const facts = await listBookingFactRows(tx, { networkId, personIds, organisationIds });
  const places = await listPlaceRows(tx, { organisationIds, from: today });
  const attestations = await listAttestationRows(tx, organisationIds);
  const read = { affiliations, members, facts, places, attestations, people, profileOf, today };
  const structures = organisations.map((organisation) => structureFrom(organisation, read));
  return { network, today, structures };
}

interface ReadTogether {
  readonly affiliations: readonly Affiliation[];
  readonly members: readonly NamedMembership[];
  readonly facts: readonly RecordedFact[];
  readonly places: readonly PlaceWithOrganisations[];
  readonly attestations: Awaited<ReturnType<typeof listAttestationRows>>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly profileOf: ReadonlyMap<PersonId, AdviserProfile>;
  readonly today: Temporal.PlainDate;
}

function structureFrom(organisation: Organisation, read: ReadTogether): Structure {
  const { today, facts } = read;
  const all = membersOf(organisation.id, read);
  const own = all.filter((one) => !endedBefore(one, today));
  const linked = read.affiliations.filter((one) => one.organisationId === organisation.id);
  const ofOrganisation = facts.filter((fact) => fact.organisationId === organisation.id);
  const operators = own
    .filter((one) => one.role === 'adviser')
    .map((member) => ({
      member,
      facts: facts.filter((fact) => fact.personId === member.personId),
    }));
  return {
    organisation,
    standing: organisationStanding({ affiliated: linked, facts: ofOrganisation, operators }, today),
    affiliations: linked,
    members: own,
    formerMembers: all.filter((one) => endedBefore(one, today)),
    places: read.places
      .filter((place) => place.organisationIds.includes(organisation.id))
      .map((place) => ({
        ...place,
        attestation: attestationStanding(
          read.attestations.filter(
            (one) => one.placeId === place.id && one.organisationId === organisation.id,
          ),
          today,
        ),
      })),
    facts: facts.filter(
      (fact) =>
        fact.organisationId === organisation.id ||
        all.some((member) => member.personId === fact.personId),
    ),
  };
}

function membersOf(
  organisationId: OrganisationId,
  { members, people, profileOf }: ReadTogether,
): readonly StructureMember[] {
  return members
    .filter((one) => 'organisationId' in one.scope && one.scope.organisationId === organisationId)
    .map((one) => ({
      ...one,
      person: people.get(one.personId) ?? null,
      profile: profileOf.get(one.personId) ?? null,
    }));
}
