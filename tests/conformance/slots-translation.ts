import type { OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import { DAY_MS, MINUTE_MS, epochDayOf } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs, Interval, WallMinute } from '#platform/kernel/time.ts';
import type {
  Absence,
  AbsenceId,
  AdviserCalendar,
  Busy,
  IsoWeekday,
  Opening,
  OpeningId,
  Question,
  Recurrence,
  Series,
  SeriesException,
  Supply,
} from '#modules/appointments/rules/calendar.ts';
import { furthestDay } from '#modules/appointments/rules/horizon.ts';
import { untilDayOf } from '#modules/appointments/rules/series.ts';
import { zoneClocks } from '#modules/appointments/rules/zone-clock.ts';
import type { ZoneClock } from '#modules/appointments/rules/zone-clock.ts';
import type {
  CaseAbsence,
  CaseAgent,
  CaseRecurrence,
  CaseSeries,
  CaseSlot,
  SlotsCase,
} from './slots-form.ts';

const WEEKDAYS: Readonly<Record<string, IsoWeekday>> = {
  mo: 1,
  tu: 2,
  we: 3,
  th: 4,
  fr: 5,
  sa: 6,
  su: 7,
};

/** The words of an outside case put into ours. */
export interface Translated {
  readonly clock: ZoneClock;
  readonly supply: Supply;
  readonly question: Question;
}

export function translate(one: SlotsCase): Translated {
  const clocks = zoneClocks();
  const clock = clocks(one.time_zone);
  const closed = new Set((one.public_holidays ?? []).map(dayOfText));
  const slot = one.slot ?? { duration_min: 60 };
  const calendars = (one.agents ?? []).map((agent) => calendarOf(agent, slot, { one, clock }));
  const supply = { calendars, closedDays: new Map([['case', closed]]), rooms: new Map(), clocks };
  return { clock, supply, question: questionOf(one, clock) };
}

interface Surroundings {
  readonly one: SlotsCase;
  readonly clock: ZoneClock;
}

function questionOf(one: SlotsCase, clock: ZoneClock): Question {
  const window = windowOf(one, clock);
  const now = one.now === undefined ? 0 : instantOfText(one.now, clock);
  const ends: EpochMs[] = [];
  if (one.notice_min?.max !== undefined) ends.push(now + one.notice_min.max * MINUTE_MS);
  if (one.horizon !== undefined) {
    const count = one.horizon.count === 'business' ? 'working' : 'calendar';
    const last = furthestDay(clock.dayOf(now), { days: one.horizon.days, count });
    ends.push(clock.instantOf(last + 1, 0) - 1);
  }
  return {
    now,
    from: window.start,
    to: window.end,
    audience: 'public',
    minimumNoticeMinutes: one.notice_min?.min ?? 0,
    furthest: ends.length === 0 ? null : { kind: 'instant', at: Math.min(...ends) },
  };
}

/** Both ends of a case's window are included; ours is half-open. */
export function windowOf(one: SlotsCase, clock: ZoneClock): Interval {
  if (one.window === undefined) {
    const start = one.now === undefined ? 0 : instantOfText(one.now, clock);
    return { start, end: start + 366 * DAY_MS };
  }
  const { from, to } = one.window;
  const end = isDate(to) ? clock.instantOf(dayOfText(to) + 1, 0) : instantOfText(to, clock) + 1;
  return { start: instantOfText(from, clock), end };
}

function calendarOf(agent: CaseAgent, slot: CaseSlot, around: Surroundings): AdviserCalendar {
  const { clock, one } = around;
  const openings = (agent.openings ?? [])
    .flatMap((opening) => seriesOf(opening, clock))
    .map((series, index) =>
      openingOf(series, slot, { id: `${agent.id}${index}`, zone: one.time_zone }),
    );
  const absences = agent.absences ?? [];
  return {
    adviserId: agent.id as PersonId,
    openings,
    absences: absences.filter(isWall).map((absence) => absenceOf(absence, clock)),
    busy: busyOf(agent, slot, around),
    bookableDuring: [{ start: -Infinity, end: Infinity }],
  };
}

function openingOf(
  series: Series,
  slot: CaseSlot,
  named: { readonly id: string; readonly zone: string },
): Opening {
  return {
    id: named.id as OpeningId,
    organisationId: 'case' as OrganisationId,
    placeId: null,
    zone: named.zone,
    series,
    modes: ['video'],
    slotMinutes: slot.duration_min,
    pauseMinutes: slot.buffers === undefined ? (slot.buffer_after_min ?? 0) : 0,
    ...(slot.step_min === undefined ? {} : { stepMinutes: slot.step_min }),
    holidays: 'case',
  };
}

/** A single absence told in UTC to the second is a period, not days and wall minutes. */
function isWall(absence: CaseAbsence): boolean {
  const isUtc = absence.start.endsWith('Z') || absence.end.endsWith('Z');
  return !isUtc || (absence.recurrence ?? null) !== null;
}

function absenceOf(absence: CaseAbsence, clock: ZoneClock): Absence {
  const [from, to] = [wallText(absence.start, clock), wallText(absence.end, clock)];
  const firstDay = dayOfText(from);
  const endMinute = isDate(to) ? 1440 : minuteOfText(to);
  const startMinute = isDate(from) ? 0 : minuteOfText(from);
  return {
    id: 'absence' as AbsenceId,
    kind: 'short',
    zone: clock.zone,
    series: {
      firstDay,
      blocks: [{ start: startMinute, end: endMinute + (dayOfText(to) - firstDay) * 1440 }],
      recurrence: recurrenceOf(absence.recurrence ?? null, startMinute, clock),
      exceptions: [],
    },
  };
}

/** What the wall of the case's zone shows at a time told in UTC. */
function wallText(text: string, clock: ZoneClock): string {
  if (!text.endsWith('Z')) return text;
  return Temporal.Instant.from(text).toZonedDateTimeISO(clock.zone).toPlainDateTime().toString();
}

/** Only active bookings block; a hold blocks others than its owner until it expires; distances to keep widen what is busy. */
function busyOf(agent: CaseAgent, slot: CaseSlot, { one, clock }: Surroundings): Busy[] {
  const now = one.now === undefined ? 0 : instantOfText(one.now, clock);
  const own = slot.buffers === undefined ? 0 : (slot.buffer_after_min ?? 0);
  const before = slot.buffers === undefined ? 0 : (slot.buffer_before_min ?? 0);
  const both = slot.buffers === 'both';
  const bookings = (agent.bookings ?? [])
    .filter((booking) => (booking.status ?? 'active') === 'active')
    .map((booking) =>
      widened(periodOf(booking, clock), both ? before + own : own, both ? before + own : before),
    );
  const holds = (agent.holds ?? [])
    .filter((hold) => hold.owner === undefined || hold.owner !== one.viewer)
    .filter((hold) => hold.expires === undefined || instantOfText(hold.expires, clock) > now)
    .map((hold) => periodOf(hold, clock));
  const periods = (agent.absences ?? [])
    .filter((absence) => !isWall(absence))
    .map((absence) => widened(periodOf(absence, clock), own, before));
  return [...bookings, ...holds, ...periods];
}

function periodOf(period: { start: string; end: string }, clock: ZoneClock): Interval {
  return { start: instantOfText(period.start, clock), end: instantOfText(period.end, clock) };
}

function widened(period: Interval, before: number, after: number): Interval {
  return { start: period.start - before * MINUTE_MS, end: period.end + after * MINUTE_MS };
}

/** One series; of a transparent one, only the occurrences said busy. */
export function seriesOf(told: CaseSeries, clock: ZoneClock): Series[] {
  if (told.transparent === true) {
    return (told.moved ?? [])
      .filter((moved) => moved.busy === true)
      .map((moved) => plainSeries({ ...told, ...moved, first_day: moved.date }, [], null));
  }
  const exceptions: SeriesException[] = [
    ...(told.exdates ?? []).map((date) => ({ kind: 'skipped' as const, day: dayOfText(date) })),
    ...(told.moved ?? []).map((moved) => ({
      kind: 'changed' as const,
      day: dayOfText(moved.date),
      blocks: [{ start: minuteOfText(moved.start), end: minuteOfText(moved.end) }],
    })),
  ];
  const recurrence = recurrenceOf(told.recurrence ?? null, minuteOfText(told.start), clock);
  return [plainSeries(told, exceptions, recurrence)];
}

function plainSeries(
  told: Pick<CaseSeries, 'first_day' | 'start' | 'end' | 'end_day'>,
  exceptions: readonly SeriesException[],
  recurrence: Recurrence | null,
): Series {
  const firstDay = dayOfText(told.first_day);
  const days = told.end_day === undefined ? 0 : dayOfText(told.end_day) - firstDay;
  const end = minuteOfText(told.end) + days * 1440;
  return { firstDay, blocks: [{ start: minuteOfText(told.start), end }], recurrence, exceptions };
}

function recurrenceOf(
  told: CaseRecurrence | null,
  startMinute: WallMinute,
  clock: ZoneClock,
): Recurrence | null {
  if (told === null) return null;
  const ends: EpochDay[] = [];
  if (told.until !== undefined) ends.push(dayOfText(told.until));
  if (told.until_instant !== undefined) {
    ends.push(untilDayOf({ at: instantOfText(told.until_instant, clock), startMinute }, clock));
  }
  return {
    every: told.freq,
    interval: told.interval ?? 1,
    weekdays: (told.weekdays ?? []).map(weekdayOf),
    nth: (told.nth ?? []).map(({ weekday, n }) => ({ weekday: weekdayOf(weekday), n })),
    until: ends.length === 0 ? null : Math.min(...ends),
  };
}

function weekdayOf(word: string): IsoWeekday {
  const weekday = WEEKDAYS[word];
  if (weekday === undefined) throw new Error(`unknown weekday ${word}`);
  return weekday;
}

export function isDate(text: string): boolean {
  return !text.includes('T');
}

export function dayOfText(text: string): EpochDay {
  return epochDayOf(Temporal.PlainDate.from(text.slice(0, 10)));
}

/** "09:30", "24:00" or the time of "2021-05-03T09:30:15", in minutes. */
export function minuteOfText(text: string): WallMinute {
  const [hours = 0, minutes = 0, seconds = 0] = text
    .slice(text.indexOf('T') + 1)
    .split(':')
    .map(Number);
  return hours * 60 + minutes + seconds / 60;
}

export function instantOfText(text: string, clock: ZoneClock): EpochMs {
  if (text.endsWith('Z')) return Temporal.Instant.from(text).epochMilliseconds;
  const minute = isDate(text) ? 0 : minuteOfText(text);
  return Math.round(clock.instantOf(dayOfText(text), minute));
}
