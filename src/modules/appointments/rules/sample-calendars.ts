import type { OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs, Interval } from '#platform/kernel/time.ts';
import type {
  Absence,
  AbsenceId,
  AdviserCalendar,
  AppointmentId,
  Block,
  Opening,
  OpeningId,
  Question,
  Recurrence,
  Series,
  Supply,
} from './calendar.ts';
import { zoneClocks } from './zone-clock.ts';

/* Builders for the tests of these rules: short words for calendars that would take a page each. */

export const PARIS = 'Europe/Paris';

export function day(text: string): EpochDay {
  return epochDayOf(Temporal.PlainDate.from(text));
}

export function at(text: string, zone = PARIS): EpochMs {
  return Temporal.ZonedDateTime.from(`${text}[${zone}]`).epochMilliseconds;
}

export function wall(ms: EpochMs, zone = PARIS): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return shown.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

export function walls(list: readonly EpochMs[], zone = PARIS): string[] {
  return list.map((ms) => wall(ms, zone));
}

/** "09:00-12:00"; the end may go past 24:00 ("22:00-25:30"). */
export function block(text: string): Block {
  const [start = 0, end = 0] = text.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return { start, end };
}

export function once(date: string, ...blocks: readonly string[]): Series {
  return { firstDay: day(date), blocks: blocks.map(block), recurrence: null, exceptions: [] };
}

export const WORKING_DAYS = [1, 2, 3, 4, 5] as const;

export function recurrence(changes: Partial<Recurrence> = {}): Recurrence {
  return { every: 'week', interval: 1, weekdays: [], nth: [], until: null, ...changes };
}

export function repeated(first: Series, changes: Partial<Recurrence> = {}): Series {
  return { ...first, recurrence: recurrence(changes) };
}

export const organisation = 'organisation' as OrganisationId;
export const place = 'place' as PlaceId;

export function opening(series: Series, changes: Partial<Opening> = {}): Opening {
  return {
    id: 'opening' as OpeningId,
    organisationId: organisation,
    placeId: null,
    zone: PARIS,
    series,
    modes: ['video'],
    slotMinutes: 60,
    pauseMinutes: 0,
    holidays: 'mainland',
    ...changes,
  };
}

export function absence(series: Series, changes: Partial<Absence> = {}): Absence {
  return { id: 'absence' as AbsenceId, kind: 'short', zone: PARIS, series, ...changes };
}

export const ALWAYS: readonly Interval[] = [{ start: -8.64e15, end: 8.64e15 }];

export function adviser(name: string, changes: Partial<AdviserCalendar>): AdviserCalendar {
  return {
    adviserId: name as PersonId,
    openings: [],
    absences: [],
    busy: [],
    bookableDuring: ALWAYS,
    ...changes,
  };
}

export function person(name: string): PersonId {
  return name as PersonId;
}

export function appointment(name: string): AppointmentId {
  return name as AppointmentId;
}

export function period(from: string, to: string, zone = PARIS): Interval {
  return { start: at(from, zone), end: at(to, zone) };
}

export function supply(
  calendars: readonly AdviserCalendar[],
  changes: Partial<Supply> = {},
): Supply {
  return { calendars, closedDays: new Map(), rooms: new Map(), clocks: zoneClocks(), ...changes };
}

/** The public, well ahead, without notice; `from` and `to` are dates of Paris, both included. */
export function question(from: string, to: string, changes: Partial<Question> = {}): Question {
  return {
    now: at(`${from}T00:00`) - 30 * 86_400_000,
    from: at(`${from}T00:00`),
    to: at(`${Temporal.PlainDate.from(to).add({ days: 1 }).toString()}T00:00`),
    audience: 'public',
    minimumNoticeMinutes: 0,
    furthest: null,
    ...changes,
  };
}
