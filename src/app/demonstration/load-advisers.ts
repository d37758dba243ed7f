import { epochDayOf } from '#platform/kernel/time.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { createOpening } from '#modules/appointments/index.ts';
import { addMember, recordBookingFact } from '#modules/network/index.ts';
import { zoneOfCommune } from '#modules/territories/pure.ts';
import type { AdviserData, OpeningData, StructureData } from './data-file.ts';
import { personOf } from './load-network.ts';
import { forEachOf, found, must } from './loading.ts';
import type { Loading } from './loading.ts';

/** Weeks before the loading since when hours are open. */
const OPEN_SINCE_WEEKS = 10;

/** Every adviser with the own hours; one who is not trained yet has hours that nobody can book. */
export async function loadAdvisers(loading: Loading): Promise<void> {
  await forEachOf(loading.data.structures, async (structure) => {
    for (const adviser of structure.advisers) await loadAdviser(loading, structure, adviser);
  });
}

async function loadAdviser(
  loading: Loading,
  structure: StructureData,
  adviser: AdviserData,
): Promise<void> {
  const { ctx, network, today } = loading;
  const organisationId = found(loading.organisations.get(structure.key), structure.key);
  const personId = await personOf(loading, `${adviser.givenName} ${adviser.familyName}`);
  const place = adviser.at ? found(loading.places.get(adviser.at), adviser.at) : null;
  const scope = place
    ? { kind: 'place' as const, networkId: network.id, organisationId, placeId: place.id }
    : { kind: 'organisation' as const, networkId: network.id, organisationId };
  const membershipId = must(
    await addMember(ctx, {
      personId,
      role: 'adviser',
      scope,
      from: today.subtract({ months: 18 }),
      until: null,
      profile: {
        displayName: adviser.givenName,
        languages: adviser.languages,
        presentation: adviser.presentation ?? null,
      },
    }),
    'an adviser',
  );
  loading.advisers.set(personId, {
    kind: 'professional',
    personId,
    membershipId,
    role: 'adviser',
    scope,
  });
  if (adviser.trained) {
    must(
      await recordBookingFact(ctx, {
        networkId: network.id,
        subject: { kind: 'person', personId },
        kind: 'trained',
        date: today.subtract({ months: 17 }),
        note: null,
        supersedes: null,
      }),
      'a training',
    );
  }
  for (const hours of adviser.openings)
    await loadOpening(loading, { structure, adviser, personId, hours });
}

interface OpeningLoading {
  readonly structure: StructureData;
  readonly adviser: AdviserData;
  readonly personId: PersonId;
  readonly hours: OpeningData;
}

async function loadOpening(loading: Loading, item: OpeningLoading): Promise<void> {
  const { ctx, network, today } = loading;
  const { structure, personId, hours } = item;
  const place = found(loading.places.get(placeKeyOf(item)), placeKeyOf(item));
  const monthly = hours.days.nth.length > 0;
  const video = hours.modes.includes('video');
  must(
    await createOpening(ctx, {
      network,
      opening: {
        organisationId: found(loading.organisations.get(structure.key), structure.key),
        personId,
        placeId: hours.modes.includes('in-person') ? place.id : null,
        zone: zoneOfCommune(place.data.communeCode),
        modes: hours.modes,
        firstDay: epochDayOf(today.subtract({ weeks: OPEN_SINCE_WEEKS })),
        blocks: hours.blocks,
        recurrence: {
          every: monthly ? 'month' : 'week',
          interval: hours.everyWeeks,
          weekdays: hours.days.weekdays,
          nth: hours.days.nth,
          until: null,
        },
        slotMinutes: hours.slotMinutes,
        pauseMinutes: hours.pauseMinutes,
        opensOnHolidays: false,
        videoKind: video ? (hours.videoRoom ? 'room' : 'pattern') : null,
        videoRoom: hours.videoRoom ?? null,
        fallbackPhone: video ? place.data.phone : null,
        phoneDirection: hours.modes.includes('phone') ? 'adviser-calls' : null,
        phoneNumber: null,
      },
    }),
    'an opening',
  );
}

/** Where an opening receives: said by it, by its adviser, or the structure's first place. */
export function placeKeyOf(item: {
  readonly structure: StructureData;
  readonly adviser: AdviserData;
  readonly hours: OpeningData;
}): string {
  return item.hours.at ?? item.adviser.at ?? found(item.structure.places[0], 'a place').key;
}
