import { zoneClocks } from '../rules/zone-clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { DAY_MS, dateOfEpochDay } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs, Interval } from '#platform/kernel/time.ts';
import { listBookableSupply } from '#modules/network/index.ts';
import type { BookableAdviser, SupplyPlace } from '#modules/network/index.ts';
import { closedDays } from '#modules/territories/pure.ts';
import type { HolidayCalendar } from '#modules/territories/pure.ts';
import { listRounds, listTaken } from '../data/supply.ts';
import type { ReadOpening, Rounds, Taken } from '../data/supply.ts';
import type { AdviserCalendar, Opening, Supply } from '../rules/calendar.ts';
import { bookableIntervals } from '../rules/bookability.ts';
import { bookabilityOf } from './bookability-facts.ts';

/** Zone tables do not change while a process runs: one set for all searches. */
const clocks = zoneClocks();

export interface SupplyWanted {
  readonly networkId: NetworkId;
  /** Starts that may be asked of the engine; the last one may be far: rows are few. */
  readonly window: Interval;
  readonly now: EpochMs;
  readonly near?: { readonly lat: number; readonly lon: number; readonly places?: number };
  readonly placeIds?: readonly PlaceId[];
  readonly personIds?: readonly PersonId[];
  readonly organisationIds?: readonly OrganisationId[];
}

/** The engine's supply, and who and where the ids of its answers are. */
export interface SupplyRead {
  readonly supply: Supply;
  /** One adviser of several organisations has one entry for each. */
  readonly advisers: readonly BookableAdviser[];
  readonly places: ReadonlyMap<PlaceId, SupplyPlace>;
}

/** Three statements, whatever the number of advisers: who may be booked where (network), openings and absences, what is taken. */
export async function readSupply(tx: Tx, wanted: SupplyWanted): Promise<SupplyRead> {
  const { networkId, window, now, ...filter } = wanted;
  const firstDay = Math.floor(window.start / DAY_MS) - 1;
  const advisers = await listBookableSupply(tx, {
    networkId,
    from: dateOfEpochDay(firstDay),
    ...filter,
  });
  const places = new Map(
    advisers.flatMap((adviser) => adviser.places.map((place) => [place.id, place])),
  );
  const scope = {
    networkId,
    window,
    personIds: [...new Set(advisers.map((adviser) => adviser.personId))],
    placeIds: [...places.keys()],
  };
  const rounds = await listRounds(tx, scope);
  const taken = await listTaken(tx, scope, now);
  return { supply: assemble({ advisers, places, rounds, taken, window }), advisers, places };
}

interface Parts {
  readonly advisers: readonly BookableAdviser[];
  readonly places: ReadonlyMap<PlaceId, SupplyPlace>;
  readonly rounds: Rounds;
  readonly taken: Taken;
  readonly window: Interval;
}

function assemble({ advisers, places, rounds, taken, window }: Parts): Supply {
  const openings = groupByPerson(rounds.openings);
  const absences = groupByPerson(rounds.absences);
  const calendars = advisers.map((adviser): AdviserCalendar => ({
    adviserId: adviser.personId,
    openings: (openings.get(adviser.personId) ?? [])
      .filter((one) => one.opening.organisationId === adviser.organisation.id)
      .flatMap((one) => openingAt(one, adviser)),
    absences: (absences.get(adviser.personId) ?? []).map((one) => one.absence),
    busy: taken.busy.get(adviser.personId) ?? [],
    bookableDuring: bookableIntervals(
      bookabilityOf(adviser.facts),
      window,
      clocks(adviser.facts.zone),
    ),
  }));
  const days = {
    first: Math.floor(window.start / DAY_MS) - 2,
    last: Math.ceil(window.end / DAY_MS) + 2,
  };
  return {
    calendars,
    closedDays: closedDaysOf(places, days),
    rooms: new Map(
      [...places].map(([id, place]) => [
        id,
        { rooms: place.rooms, busy: taken.rooms.get(id) ?? [] },
      ]),
    ),
    clocks,
  };
}

/** An opening in a place that the organisation has left, or that was not asked for, offers nothing in person. */
function openingAt(read: ReadOpening, adviser: BookableAdviser): Opening[] {
  const place = adviser.places.find((one) => one.id === read.opening.placeId);
  const holidays = place?.holidayCalendar ?? adviser.places[0]?.holidayCalendar ?? null;
  const opening = { ...read.opening, holidays: read.opensOnHolidays ? null : holidays };
  if (place || !opening.modes.includes('in-person')) return [opening];
  const remote = opening.modes.filter((mode) => mode !== 'in-person');
  return remote.length > 0 ? [{ ...opening, modes: remote }] : [];
}

function closedDaysOf(
  places: ReadonlyMap<PlaceId, SupplyPlace>,
  days: { readonly first: EpochDay; readonly last: EpochDay },
): Map<string, ReadonlySet<EpochDay>> {
  const keys = new Set([...places.values()].map((place) => place.holidayCalendar));
  return new Map(
    [...keys].map((key) => [key, closedDays(key as HolidayCalendar, days.first, days.last)]),
  );
}

function groupByPerson<Item extends { readonly personId: PersonId }>(
  items: readonly Item[],
): Map<PersonId, Item[]> {
  return Map.groupBy(items, (item) => item.personId);
}
