import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PlaceId } from '#platform/kernel/actor.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { BookableAdviser, Network, SupplyPlace } from '#modules/network/index.ts';
import { distanceKm } from '#modules/territories/pure.ts';
import type { Commune } from '#modules/territories/index.ts';
import type { SharedStart } from '../rules/calendar.ts';
import { findNextStart, findNextStarts, listSharedStarts } from '../rules/search.ts';
import { publicQuestion } from '../rules/public-question.ts';
import { listRemoteSupply } from './list-remote-supply.ts';
import { readSupply } from './read-supply.ts';
import type { SupplyRead } from './read-supply.ts';

export interface PlaceFound {
  readonly place: SupplyPlace;
  /** From the centre of the commune asked for; null when its centre is unknown. */
  readonly distanceKm: number | null;
  /** Who receives there, without doubles. */
  readonly advisers: readonly BookableAdviser[];
  /** The first start in person, and the few after it. */
  readonly starts: readonly SharedStart[];
}

export interface RemoteFound {
  readonly mode: 'video' | 'phone';
  readonly next: EpochMs | null;
  /** Whose first start that is: the advisers of the places found, or, when they have none, some of the whole network. */
  readonly among: 'near' | 'network';
}

export interface PlacesFound {
  readonly places: readonly PlaceFound[];
  readonly remote: readonly RemoteFound[];
}

/** Places shown at once, and starts shown under each. */
const PLACES_SHOWN = 8;
const STARTS_SHOWN = 3;

/** The nearest places to a commune with their next interviews in person, and the next ones at a distance. */
export async function findPlaces(
  ctx: Ctx,
  input: { readonly network: Network; readonly commune: Commune },
): Promise<PlacesFound> {
  const { network, commune } = input;
  const now = ctx.now().epochMilliseconds;
  const question = publicQuestion(network.settings, now);
  const window = { start: question.from, end: question.to };
  const near = commune.centre
    ? {
        near: { lat: commune.centre.latitude, lon: commune.centre.longitude, places: PLACES_SHOWN },
      }
    : {};
  return ctx.db.inInstallation(async (tx) => {
    const around = await readSupply(tx, { networkId: network.id, window, now, ...near });
    return {
      places: placesOf(around, commune).map((found) => ({
        ...found,
        starts: listFirstStarts(around, { ...question, placeId: found.place.id }),
      })),
      remote: await nextRemote(tx, { around, question, networkId: network.id }),
    };
  });
}

function placesOf(
  { advisers, places }: SupplyRead,
  commune: Commune,
): Omit<PlaceFound, 'starts'>[] {
  const found = [...places.values()].map((place) => ({
    place,
    distanceKm: commune.centre
      ? distanceKm(commune.centre, { latitude: place.lat, longitude: place.lon })
      : null,
    advisers: uniquePeople(advisers.filter((one) => one.places.some(({ id }) => id === place.id))),
  }));
  return found
    .toSorted((a, b) => (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity))
    .slice(0, PLACES_SHOWN);
}

function uniquePeople(advisers: readonly BookableAdviser[]): readonly BookableAdviser[] {
  return [...new Map(advisers.map((adviser) => [adviser.personId, adviser])).values()];
}

type PublicQuestion = ReturnType<typeof publicQuestion>;

function listFirstStarts(
  { supply }: SupplyRead,
  question: PublicQuestion & { readonly placeId: PlaceId },
): SharedStart[] {
  const inPerson = { ...question, modes: ['in-person'] as const };
  const next = findNextStarts(supply, inPerson, () => 'any').get('any');
  if (next === undefined) return [];
  // A fortnight from the first one is enough for a few buttons.
  const to = Math.min(inPerson.to, next + 14 * 86_400_000);
  return listSharedStarts(supply, { ...inPerson, from: next, to }).slice(0, STARTS_SHOWN);
}

interface RemoteAsked {
  readonly around: SupplyRead;
  readonly question: PublicQuestion;
  readonly networkId: NetworkId;
}

/** Nearly always the advisers of the places found have some: the rest of the network is only read when they have none. */
async function nextRemote(
  tx: Tx,
  { around, question, networkId }: RemoteAsked,
): Promise<RemoteFound[]> {
  const found: RemoteFound[] = [];
  for (const mode of ['video', 'phone'] as const) {
    const asked = { ...question, modes: [mode] };
    const near = findNextStart(around.supply, asked);
    if (near !== null) {
      found.push({ mode, next: near, among: 'near' });
      continue;
    }
    const { read } = await listRemoteSupply(tx, {
      networkId,
      mode,
      now: question.now,
      window: { start: question.from, end: question.to },
      isEnough: ({ supply }) => findNextStart(supply, asked) !== null,
    });
    found.push({ mode, next: findNextStart(read.supply, asked), among: 'network' });
  }
  return found;
}
