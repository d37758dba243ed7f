import type { Ctx } from '#platform/context.ts';
import type { NetworkId, OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import { addPerson } from '#modules/accounts/index.ts';
import {
  addMember,
  affiliate,
  attestRoom,
  createNetwork,
  openPlaceTo,
  recordBookingFact,
  registerOrganisation,
  registerPlace,
} from '#modules/network/index.ts';
import { findCommune } from '#modules/territories/index.ts';
import { holidayCalendarOfDepartement, zoneOfCommune } from '#modules/territories/pure.ts';
import type { PlaceData, StructureData } from './data-file.ts';
import { forEachOf, found, must } from './loading.ts';
import type { Loading } from './loading.ts';

export const SLUG = 'so-mobilite';

const WHOLE_ROOM = {
  isolatedRoom: true,
  confidential: true,
  computer: true,
  internet: true,
  webcam: true,
  microphone: true,
  speakers: true,
};

/** So Mobilité in its region, with the settings of its preset and a video service of its own. */
export async function createSoMobilite(ctx: Ctx): Promise<NetworkId> {
  return must(
    await createNetwork(ctx, {
      slug: SLUG,
      name: 'So Mobilité',
      preset: 'mobility-advice',
      parentId: null,
      territory: { kind: 'region', code: '75' },
      controllerName: 'Info Jeunes Nouvelle-Aquitaine (CRIJ)',
      contactEmail: 'contact@somobilite.example',
      contactPhone: '+33536490000',
      wording: 'tu',
      colours: { warm: '#d9622b', cool: '#1f6f78' },
      settings: { videoPattern: 'https://visio.somobilite.example/{code}' },
    }),
    'a network',
  );
}

/** Every structure with its places; then those that receive in the places of others. */
export async function loadStructures(loading: Loading): Promise<void> {
  await forEachOf(loading.data.structures, (structure) => loadStructure(loading, structure));
  for (const structure of loading.data.structures) {
    for (const key of structure.alsoAt) await shareRoom(loading, structure, key);
  }
}

async function loadStructure(loading: Loading, structure: StructureData): Promise<void> {
  const { ctx, network, today } = loading;
  const [main] = structure.places;
  const seat = await addressOf(loading, found(main, 'a place'));
  const organisationId = must(
    await registerOrganisation(ctx, {
      name: structure.name,
      shortName: structure.shortName,
      legalForm: structure.legalForm,
      siret: null,
      address: seat.address,
      communeCode: seat.commune.code,
      representative: structure.representative,
      phone: main?.phone ?? null,
      email: `contact@${structure.key}.example`,
      website: null,
    }),
    'an organisation',
  );
  loading.organisations.set(structure.key, organisationId);
  const from = today.subtract({ months: 20 });
  must(
    await affiliate(ctx, {
      networkId: network.id,
      organisationId,
      kind: structure.kind,
      infoJeunes: structure.infoJeunes,
      from,
      until: null,
    }),
    'an affiliation',
  );
  await loadAgreement(loading, structure, organisationId);
  for (const place of structure.places) await loadPlace(loading, place, organisationId);
}

async function loadAgreement(
  { ctx, network, today }: Loading,
  structure: StructureData,
  organisationId: OrganisationId,
): Promise<void> {
  const since = today.subtract({ months: 20 });
  const facts = [
    { kind: 'agreement-starts' as const, date: since, note: null },
    { kind: 'service-starts' as const, date: since.add({ weeks: 3 }), note: null },
    ...(structure.agreementEndsInDays === undefined
      ? []
      : [
          {
            kind: 'agreement-ends' as const,
            date: today.add({ days: structure.agreementEndsInDays }),
            note: 'Fin annoncée par la structure : plus de bureau fermé après les travaux.',
          },
        ]),
  ];
  for (const fact of facts) {
    must(
      await recordBookingFact(ctx, {
        ...fact,
        networkId: network.id,
        subject: { kind: 'organisation', organisationId },
        supersedes: null,
      }),
      fact.kind,
    );
  }
}

async function loadPlace(
  loading: Loading,
  place: PlaceData,
  organisationId: OrganisationId,
): Promise<void> {
  const { ctx, network, today } = loading;
  const { address, commune } = await addressOf(loading, place);
  const centre = found(commune.centre, `the centre of ${commune.name}`);
  const id = must(
    await registerPlace(ctx, {
      name: place.name,
      address,
      communeCode: commune.code,
      lat: centre.latitude,
      lon: centre.longitude,
      timeZone: zoneOfCommune(commune.code),
      holidayCalendar: holidayCalendarOfDepartement(commune.departement.code),
      accessNotes: place.accessNotes,
      stepFree: place.stepFree,
      rooms: place.rooms,
      phone: place.phone,
      organisationId,
      from: today.subtract({ months: 20 }),
    }),
    'a place',
  );
  loading.places.set(place.key, { id, data: place, organisationId });
  const validUntil = today.add({ months: 9 });
  must(
    await attestRoom(ctx, {
      networkId: network.id,
      organisationId,
      placeId: id,
      items: WHOLE_ROOM,
      validUntil,
    }),
    'an attestation',
  );
}

/** The room of one structure, used by another too: each attests of it. */
async function shareRoom(loading: Loading, structure: StructureData, key: string): Promise<void> {
  const { ctx, network, today } = loading;
  const place = found(loading.places.get(key), key);
  const organisationId = found(loading.organisations.get(structure.key), structure.key);
  const from = today.subtract({ months: 8 });
  must(
    await openPlaceTo(ctx, { placeId: place.id, organisationId, from, until: null }),
    'a shared place',
  );
  must(
    await attestRoom(ctx, {
      networkId: network.id,
      organisationId,
      placeId: place.id,
      items: WHOLE_ROOM,
      validUntil: today.add({ months: 9 }),
    }),
    'an attestation',
  );
}

async function addressOf({ ctx }: Loading, place: PlaceData) {
  const commune = found(
    await findCommune(ctx, place.communeCode),
    `the commune ${place.communeCode}`,
  );
  return { commune, address: `${place.address}, ${commune.postalCodes[0] ?? ''} ${commune.name}` };
}

/** Those who coordinate, answer for a site, manage a structure or run the installation; advisers have been loaded before. */
export async function loadRoles(loading: Loading): Promise<void> {
  const { ctx, data, network, today } = loading;
  const networkId = network.id;
  const since = { from: today.subtract({ months: 19 }), until: null };
  const { administrator, coordinators, referents } = data.roles;
  const administratorId = await personOf(
    loading,
    `${administrator.givenName} ${administrator.familyName}`,
  );
  must(
    await addMember(ctx, {
      personId: administratorId,
      role: 'administrator',
      scope: { kind: 'installation' },
      ...since,
    }),
    'an administrator',
  );
  for (const { who } of coordinators) {
    const personId = await personOf(loading, who);
    must(
      await addMember(ctx, {
        personId,
        role: 'coordinator',
        scope: { kind: 'network', networkId },
        ...since,
      }),
      who,
    );
  }
  for (const { who, title, place: key } of referents) {
    const personId = await personOf(loading, who);
    const { id: placeId, organisationId } = found(loading.places.get(key), key);
    const scope = { kind: 'place' as const, networkId, organisationId, placeId };
    must(await addMember(ctx, { personId, role: 'referent', scope, title, ...since }), who);
  }
  for (const structure of data.structures) {
    const organisationId = found(loading.organisations.get(structure.key), structure.key);
    for (const who of structure.managers) {
      const personId = await personOf(loading, who);
      const scope = { kind: 'organisation' as const, networkId, organisationId };
      must(await addMember(ctx, { personId, role: 'manager', scope, ...since }), who);
    }
  }
}

/** « Léa Marsaud », added the first time she is named. */
export async function personOf({ ctx, people }: Loading, name: string): Promise<PersonId> {
  const known = people.get(name);
  if (known) return known;
  const [givenName = '', ...rest] = name.split(' ');
  const address = name
    .normalize('NFD')
    .replaceAll(' ', '.')
    .replaceAll(/[^A-Za-z.]/g, '')
    .toLowerCase();
  const personId = await ctx.db.inInstallation((tx) =>
    addPerson(ctx, tx, {
      givenName,
      familyName: rest.join(' ') || null,
      email: `${address}@structures.example`,
      phone: null,
    }),
  );
  people.set(name, personId);
  return personId;
}
