import { listPeople } from '#modules/accounts/index.ts';
import type { Person } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrganisationId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { listBookingFactRows } from '../data/booking-facts.ts';
import { listMembershipRows } from '../data/memberships.ts';
import { findNetworkRowBySlug } from '../data/networks.ts';
import { listAffiliationRows, listOrganisationRows } from '../data/organisations.ts';
import { listAttestationRows, listPlaceRows } from '../data/places.ts';
import type { Affiliation } from '../rules/affiliation.ts';
import type { AttestationStanding } from '../rules/attestation.ts';
import { attestationStanding } from '../rules/attestation.ts';
import { maySeeOrganisation, maySeeStructures } from '../rules/authority.ts';
import type { RecordedFact } from '../rules/booking-facts.ts';
import { endedBefore } from '../rules/dated.ts';
import type { NamedMembership } from '../rules/membership.ts';
import type { Network } from '../rules/network.ts';
import type { OrganisationStanding } from '../rules/organisation-standing.ts';
import { organisationStanding } from '../rules/organisation-standing.ts';
import type { Organisation } from '../rules/organisation.ts';
import type { PlaceWithOrganisations } from '../rules/place.ts';

export interface Structure {
  readonly organisation: Organisation;
  readonly standing: OrganisationStanding;
  readonly affiliations: readonly Affiliation[];
  /** Those that have not ended. */
  readonly members: readonly (NamedMembership & { readonly person: Person | null })[];
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

/** Every structure that is or was affiliated, by name, with its standing today. */
export async function readStructures(
  ctx: Ctx,
  slug: string,
): Promise<Decision<'not-found' | 'not-allowed', StructuresView>> {
  return ctx.db.inInstallation(async (tx) => {
    const network = await findNetworkRowBySlug(tx, slug);
    if (!network) return refuse('not-found');
    if (!maySeeStructures(ctx.actor, network.id)) return refuse('not-allowed');
    const affiliations = await listAffiliationRows(tx, { networkId: network.id });
    return accept(await viewOf(tx, { network, affiliations, now: ctx.now() }));
  });
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
  const all = await listMembershipRows(tx, { networkId, organisationIds });
  const members = all.filter((one) => !endedBefore(one, today));
  const personIds = [...new Set(members.map((one) => one.personId))];
  const people = new Map((await listPeople(tx, personIds)).map((person) => [person.id, person]));
  const facts = await listBookingFactRows(tx, { networkId, personIds, organisationIds });
  const places = await listPlaceRows(tx, { organisationIds, from: today });
  const attestations = await listAttestationRows(tx, organisationIds);
  const structures = organisations.map((organisation): Structure => {
    const mine = (one: NamedMembership) =>
      'organisationId' in one.scope && one.scope.organisationId === organisation.id;
    const own = members.filter(mine);
    const ofPerson = (personId: NamedMembership['personId']) =>
      facts.filter((fact) => fact.personId === personId);
    const linked = affiliations.filter((one) => one.organisationId === organisation.id);
    const ofOrganisation = facts.filter((fact) => fact.organisationId === organisation.id);
    const operators = own.filter((one) => one.role === 'adviser');
    return {
      organisation,
      standing: organisationStanding(
        {
          affiliated: linked,
          facts: ofOrganisation,
          operators: operators.map((member) => ({ member, facts: ofPerson(member.personId) })),
        },
        today,
      ),
      affiliations: linked,
      members: own.map((one) => ({ ...one, person: people.get(one.personId) ?? null })),
      places: places
        .filter((place) => place.organisationIds.includes(organisation.id))
        .map((place) => ({
          ...place,
          attestation: attestationStanding(
            attestations.filter(
              (one) => one.placeId === place.id && one.organisationId === organisation.id,
            ),
            today,
          ),
        })),
      facts: facts.filter(
        (fact) =>
          fact.organisationId === organisation.id ||
          own.some((member) => member.personId === fact.personId),
      ),
    };
  });
  return { network, today, structures };
}
