import type { OrganisationId } from '#platform/kernel/actor.ts';
import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs } from '#platform/kernel/time.ts';
import type { AdviserCalendar, Question, Slot, Supply } from './calendar.ts';
import { listSlots } from './search.ts';
import type { ZoneClock } from './zone-clock.ts';

/** SM-31: at least three slots a week and organisation, a setting of the network. */
export const DEFAULT_WEEKLY_MINIMUM = 3;

/**
 * What an organisation offered in one ISO week. `offered` counts slots open, booked or not (SM-34: what was not used is never
 * a breach). `enough` meets the minimum; `excused` is under it only because of public holidays or declared long absences, and
 * is shown as a gap in coverage, not as an alert; `short` is an alert.
 */
export interface WeeklyOffer {
  readonly organisationId: OrganisationId;
  readonly monday: EpochDay;
  readonly offered: number;
  readonly lostToHolidays: number;
  readonly lostToLongAbsences: number;
  readonly verdict: 'enough' | 'excused' | 'short';
}

export interface WeeklyAsked {
  readonly organisationIds: readonly OrganisationId[];
  /** The Monday of each week looked at. */
  readonly mondays: readonly EpochDay[];
  readonly minimum: number;
  /** The clock of the zone in which weeks begin. */
  readonly clock: ZoneClock;
}

/** Counts in the past as in the future: neither `now` nor notice is looked at, only openings, absences, outside busy time and facts. */
export function countWeeklyOffer(supply: Supply, asked: WeeklyAsked): WeeklyOffer[] {
  const counted = withoutAppointments(supply);
  const open = { ...counted, closedDays: new Map() };
  return asked.mondays.flatMap((monday) => {
    const question = weekQuestion(monday, asked.clock);
    const offered = countByOrganisation(counted, question);
    const withHolidays = countByOrganisation(open, question);
    const withBoth = countByOrganisation(withoutLongAbsences(open), question);
    return asked.organisationIds.map((organisationId): WeeklyOffer => {
      const own = offered.get(organisationId) ?? 0;
      const openOnHolidays = withHolidays.get(organisationId) ?? 0;
      const possible = withBoth.get(organisationId) ?? 0;
      return {
        organisationId,
        monday,
        offered: own,
        lostToHolidays: openOnHolidays - own,
        lostToLongAbsences: possible - openOnHolidays,
        verdict: verdictOf(own, possible, asked.minimum),
      };
    });
  });
}

function verdictOf(offered: number, possible: number, minimum: number): WeeklyOffer['verdict'] {
  if (offered >= minimum) return 'enough';
  return possible >= minimum ? 'excused' : 'short';
}

function weekQuestion(monday: EpochDay, clock: ZoneClock): Question {
  const from = clock.instantOf(monday, 0);
  return {
    now: from,
    from,
    to: clock.instantOf(monday + 7, 0),
    audience: 'staff',
    minimumNoticeMinutes: 0,
    furthest: null,
  };
}

/** Interviews of ours were slots; only what comes from elsewhere takes time away. Rooms taken by them are given back too. */
function withoutAppointments(supply: Supply): Supply {
  return {
    ...supply,
    calendars: supply.calendars.map((calendar) => ({
      ...calendar,
      busy: calendar.busy.filter((busy) => busy.appointmentId === undefined),
    })),
    rooms: new Map([...supply.rooms].map(([id, place]) => [id, { ...place, busy: [] }])),
  };
}

function withoutLongAbsences(supply: Supply): Supply {
  const calendars = supply.calendars.map((calendar): AdviserCalendar => ({
    ...calendar,
    absences: calendar.absences.filter((absence) => absence.kind !== 'long'),
  }));
  return { ...supply, calendars };
}

/**
 * What could be held at once is what counts: of an adviser's slots that overlap (two openings, a short step) the first, and in person no more than
 * the rooms of the place. Rooms shared by several organisations are counted whole for each.
 */
function countByOrganisation(supply: Supply, question: Question): Map<OrganisationId, number> {
  const counts = new Map<OrganisationId, number>();
  const takenUntil = new Map<string, EpochMs>();
  for (const slot of listSlots(supply, question)) {
    const { organisationId, adviserId } = slot;
    const adviser = `${organisationId} ${adviserId}`;
    if (slot.start < (takenUntil.get(adviser) ?? -Infinity)) continue;
    if (!isRoomy(slot, supply, takenUntil)) continue;
    takenUntil.set(adviser, slot.end + slot.pauseMinutes * MINUTE_MS);
    counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1);
  }
  return counts;
}

/** Takes the first room free for a slot that can only be held in person; a slot also possible at a distance needs none. */
function isRoomy(slot: Slot, supply: Supply, takenUntil: Map<string, EpochMs>): boolean {
  if (slot.placeId === null || slot.modes.some((mode) => mode !== 'in-person')) return true;
  const rooms = supply.rooms.get(slot.placeId)?.rooms ?? 0;
  for (let room = 1; room <= rooms; room += 1) {
    const key = `${slot.organisationId} ${slot.placeId} ${room}`;
    if (slot.start < (takenUntil.get(key) ?? -Infinity)) continue;
    takenUntil.set(key, slot.end);
    return true;
  }
  return false;
}
