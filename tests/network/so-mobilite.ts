import type {
  Actor,
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
  Scope,
} from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { newId } from '#platform/chance.ts';
import {
  addMember,
  affiliate,
  createNetwork,
  recordBookingFact,
  registerOrganisation,
  registerPlace,
} from '#modules/network/index.ts';
import type { House } from './house.ts';

export const INSTALLER: Actor = { kind: 'system', job: 'tests' };

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** What was accepted; a refusal fails the test with its code. */
export function accepted<Value>(decision: Decision<string, Value>): Value {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`);
  return decision.value;
}

/** The code of a refusal, or `accepted`. */
export function answerOf(decision: Decision<string, unknown>): string {
  return decision.ok ? 'accepted' : decision.refusal;
}

export function professional(
  role: Extract<Actor, { kind: 'professional' }>['role'],
  scope: Scope,
  personId: PersonId = newId<'Person'>(),
): Actor {
  return { kind: 'professional', personId, membershipId: newId<'Membership'>(), role, scope };
}

export async function foundNetwork(house: House, slug = 'so-mobilite'): Promise<NetworkId> {
  return accepted(
    await createNetwork(house.as(INSTALLER), {
      slug,
      name: 'So Mobilité',
      preset: 'mobility-advice',
      parentId: null,
      territory: { kind: 'region', code: '75' },
      controllerName: 'CRIJ Nouvelle-Aquitaine',
      contactEmail: 'contact@somobilite.example',
      contactPhone: null,
      wording: 'tu',
      colours: { warm: '#d9622b', cool: '#1f6f78' },
    }),
  );
}

export interface Town {
  readonly name: string;
  readonly communeCode: string;
  readonly lat: number;
  readonly lon: number;
}

export const GUERET: Town = { name: 'Guéret', communeCode: '23096', lat: 46.1714, lon: 1.8722 };
export const LIMOGES: Town = { name: 'Limoges', communeCode: '87085', lat: 45.8336, lon: 1.2611 };
export const BAYONNE: Town = { name: 'Bayonne', communeCode: '64102', lat: 43.4933, lon: -1.4751 };

export interface Structure {
  readonly organisationId: OrganisationId;
  readonly placeId: PlaceId;
}

/** A structure of a town, affiliated and under agreement since the 1st of January 2026, with one place of two rooms. */
export async function foundStructure(
  house: House,
  networkId: NetworkId,
  town: Town,
): Promise<Structure> {
  const ctx = house.as(INSTALLER);
  const from = day('2026-01-01');
  const organisationId = accepted(
    await registerOrganisation(ctx, {
      name: `Info Jeunes ${town.name}`,
      shortName: null,
      legalForm: 'association-1901',
      siret: null,
      address: null,
      communeCode: town.communeCode,
      representative: { civility: 'madame', name: 'Odile Vernet', quality: 'présidente' },
      phone: '+33555000001',
      email: null,
      website: null,
    }),
  );
  const placeId = accepted(await registerPlace(ctx, { ...placeIn(town), organisationId, from }));
  accepted(
    await affiliate(ctx, {
      networkId,
      organisationId,
      kind: 'operator',
      infoJeunes: true,
      from,
      until: null,
    }),
  );
  await writeFact(house, {
    networkId,
    organisationId,
    kind: 'agreement-starts',
    date: '2026-01-01',
  });
  return { organisationId, placeId };
}

export function placeIn(town: Town) {
  return {
    name: `Info Jeunes ${town.name}`,
    address: `1 place de la Mairie, ${town.name}`,
    communeCode: town.communeCode,
    lat: town.lat,
    lon: town.lon,
    timeZone: 'Europe/Paris',
    holidayCalendar: 'metropole',
    accessNotes: null,
    stepFree: true,
    rooms: 2,
    phone: null,
  };
}

/** An adviser of the structure, trained on the 12th of March 2026. */
export async function hireAdviser(
  house: House,
  where: { readonly networkId: NetworkId; readonly organisationId: OrganisationId },
  givenName: string,
): Promise<PersonId> {
  const personId = await house.person(givenName);
  accepted(
    await addMember(house.as(INSTALLER), {
      personId,
      role: 'adviser',
      scope: {
        kind: 'organisation',
        networkId: where.networkId,
        organisationId: where.organisationId,
      },
      from: day('2026-02-01'),
      until: null,
      profile: { displayName: givenName, languages: ['fr', 'en'], presentation: null },
    }),
  );
  await writeFact(house, {
    networkId: where.networkId,
    personId,
    kind: 'trained',
    date: '2026-03-12',
  });
  return personId;
}

interface FactToWrite {
  readonly networkId: NetworkId;
  readonly personId?: PersonId;
  readonly organisationId?: OrganisationId;
  readonly kind: Parameters<typeof recordBookingFact>[1]['kind'];
  readonly date: string | null;
  readonly supersedes?: Parameters<typeof recordBookingFact>[1]['supersedes'];
}

export async function writeFact(house: House, fact: FactToWrite) {
  const { networkId, personId, organisationId, kind, date, supersedes } = fact;
  const subject = personId
    ? ({ kind: 'person', personId } as const)
    : ({
        kind: 'organisation',
        organisationId: organisationId ?? newId<'Organisation'>(),
      } as const);
  return accepted(
    await recordBookingFact(house.as(INSTALLER), {
      networkId,
      subject,
      kind,
      date: date === null ? null : day(date),
      note: null,
      supersedes: supersedes ?? null,
    }),
  );
}
