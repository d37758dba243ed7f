import type { Ctx } from '#platform/context.ts';
import type { NetworkId, OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { epochDayOf, localDateAt } from '#platform/kernel/time.ts';
import { addPerson } from '#modules/accounts/index.ts';
import { createOpening } from '#modules/appointments/index.ts';
import {
  addMember,
  affiliate,
  attestRoom,
  changeNetworkSettings,
  createNetwork,
  findNetwork,
  recordBookingFact,
  registerOrganisation,
  registerPlace,
} from '#modules/network/index.ts';
import { findCommune } from '#modules/territories/index.ts';
import { holidayCalendarOfDepartement, zoneOfCommune } from '#modules/territories/pure.ts';
import { coordinationPeople, structures } from './so-mobilite.data.ts';
import type { AdviserData, StructureData } from './so-mobilite.data.ts';

function must<Value>(decision: Decision<string, Value>, what: string): Value {
  if (!decision.ok) throw new Error(`the demonstration was refused ${what}: ${decision.refusal}`);
  return decision.value;
}

/** So Mobilité in Nouvelle-Aquitaine: real towns, invented people, through the same verbs as everyone. */
export async function loadSoMobilite(ctx: Ctx): Promise<void> {
  const today = localDateAt(ctx.now(), 'Europe/Paris');
  const networkId = must(
    await createNetwork(ctx, {
      slug: 'so-mobilite',
      name: 'So Mobilité',
      preset: 'mobility-advice',
      parentId: null,
      territory: { kind: 'region', code: '75' },
      controllerName: 'Info Jeunes Nouvelle-Aquitaine (CRIJ)',
      contactEmail: 'contact@somobilite.example',
      contactPhone: '+33556000000',
      wording: 'tu',
      colours: { warm: '#d9622b', cool: '#1f6f78' },
    }),
    'a network',
  );
  must(
    await changeNetworkSettings(ctx, {
      networkId,
      changes: { videoPattern: 'https://visio.somobilite.example/{code}' },
    }),
    'settings',
  );
  for (const person of coordinationPeople) {
    const personId = await newPerson(ctx, person);
    must(
      await addMember(ctx, {
        personId,
        role: 'coordinator',
        scope: { kind: 'network', networkId },
        from: today.subtract({ years: 2 }),
        until: null,
      }),
      'a coordinator',
    );
  }
  for (const structure of structures) await loadStructure(ctx, { networkId, today, structure });
}

interface Loading {
  readonly networkId: NetworkId;
  readonly today: Temporal.PlainDate;
  readonly structure: StructureData;
}

async function loadStructure(ctx: Ctx, { networkId, today, structure }: Loading): Promise<void> {
  const commune = await findCommune(ctx, structure.communeCode);
  if (!commune?.centre) throw new Error(`no commune ${structure.communeCode}`);
  const since = today.subtract({ months: 20 });
  const organisationId = must(
    await registerOrganisation(ctx, {
      name: structure.name,
      shortName: structure.shortName,
      legalForm: structure.legalForm,
      siret: null,
      address: `${structure.address}, ${commune.postalCodes[0] ?? ''} ${commune.name}`,
      communeCode: commune.code,
      representative: structure.representative,
      phone: structure.phone,
      email: null,
      website: null,
    }),
    'an organisation',
  );
  const placeId = must(
    await registerPlace(ctx, {
      name: structure.shortName,
      address: `${structure.address}, ${commune.postalCodes[0] ?? ''} ${commune.name}`,
      communeCode: commune.code,
      lat: commune.centre.latitude,
      lon: commune.centre.longitude,
      timeZone: zoneOfCommune(commune.code),
      holidayCalendar: holidayCalendarOfDepartement(commune.departement.code),
      accessNotes: structure.accessNotes,
      stepFree: true,
      rooms: structure.rooms,
      phone: structure.phone,
      organisationId,
      from: since,
    }),
    'a place',
  );
  must(
    await affiliate(ctx, { networkId, organisationId, kind: 'operator', infoJeunes: structure.infoJeunes, from: since, until: null }),
    'an affiliation',
  );
  for (const kind of ['agreement-starts', 'service-starts'] as const) {
    must(await recordBookingFact(ctx, { networkId, subject: { kind: 'organisation', organisationId }, kind, date: since, note: null, supersedes: null }), kind);
  }
  must(
    await attestRoom(ctx, {
      networkId,
      organisationId,
      placeId,
      items: { isolatedRoom: true, confidential: true, computer: true, internet: true, webcam: true, microphone: true, speakers: true },
      validUntil: today.add({ years: 1 }),
    }),
    'an attestation',
  );
  for (const adviser of structure.advisers) {
    await loadAdviser(ctx, { networkId, today, structure, organisationId, placeId, adviser });
  }
}

interface LoadingAdviser extends Loading {
  readonly organisationId: OrganisationId;
  readonly placeId: PlaceId;
  readonly adviser: AdviserData;
}

async function loadAdviser(ctx: Ctx, loading: LoadingAdviser): Promise<void> {
  const { networkId, today, organisationId, placeId, adviser, structure } = loading;
  const personId = await newPerson(ctx, adviser);
  must(
    await addMember(ctx, {
      personId,
      role: 'adviser',
      scope: { kind: 'organisation', networkId, organisationId },
      from: today.subtract({ months: 18 }),
      until: null,
      profile: { displayName: adviser.givenName, languages: adviser.languages, presentation: null },
    }),
    'an adviser',
  );
  if (adviser.trained === 'yes') {
    must(
      await recordBookingFact(ctx, { networkId, subject: { kind: 'person', personId }, kind: 'trained', date: today.subtract({ months: 17 }), note: null, supersedes: null }),
      'a training',
    );
  }
  const network = await findNetwork(ctx, networkId);
  if (!network) throw new Error('the demonstration lost its network');
  for (const hours of adviser.openings) {
    must(
      await createOpening(ctx, {
        network,
        opening: {
          organisationId,
          personId,
          placeId: hours.modes.includes('in-person') ? placeId : null,
          zone: zoneOfCommune(structure.communeCode),
          modes: [...hours.modes],
          firstDay: epochDayOf(today.subtract({ weeks: 9 })),
          blocks: hours.blocks,
          recurrence: { every: 'week', interval: hours.everyWeeks, weekdays: hours.weekdays, nth: [], until: null },
          slotMinutes: 60,
          pauseMinutes: 0,
          opensOnHolidays: false,
          videoKind: hours.modes.includes('video') ? 'pattern' : null,
          videoRoom: null,
          fallbackPhone: hours.modes.includes('video') ? structure.phone : null,
          phoneDirection: hours.modes.includes('phone') ? 'adviser-calls' : null,
          phoneNumber: null,
        },
      }),
      'an opening',
    );
  }
}

async function newPerson(
  ctx: Ctx,
  person: { readonly givenName: string; readonly familyName: string },
): Promise<PersonId> {
  const address = `${person.givenName}.${person.familyName}`
    .normalize('NFD')
    .replaceAll(/[^A-Za-z.]/g, '')
    .toLowerCase();
  return ctx.db.inInstallation((tx) =>
    addPerson(ctx, tx, { ...person, email: `${address}@structures.example`, phone: null }),
  );
}
