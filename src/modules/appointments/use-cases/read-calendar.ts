import type { Ctx } from '#platform/context.ts';
import { dateOfEpochDay, DAY_MS, epochDayOf } from '#platform/kernel/time.ts';
import type { EpochDay, Interval } from '#platform/kernel/time.ts';
import { publicHolidays } from '#modules/territories/pure.ts';
import type { HolidayCalendar } from '#modules/territories/pure.ts';
import { listAbsences } from '../data/absences.ts';
import { absenceSeries } from '../rules/absence.ts';
import { whyNotBookable } from '../rules/bookability.ts';
import type { BookabilityGap } from '../rules/bookability.ts';
import type { Slot } from '../rules/calendar.ts';
import { staffQuestion } from '../rules/public-question.ts';
import { listSlots } from '../rules/search.ts';
import { occurrencesIn } from '../rules/series.ts';
import { bookabilityOf } from './bookability-facts.ts';
import { clocks } from './clocks.ts';
import type { OpenedCalendar } from './open-calendar.ts';
import { readable } from './read-absences.ts';
import type { AbsenceView } from './read-absences.ts';
import { readInterviews } from './read-interviews.ts';
import type { CalendarInterview } from './read-interviews.ts';
import { readSupply } from './read-supply.ts';
import type { SupplyRead } from './read-supply.ts';

/** One thing in a day; times in milliseconds, cut at the ends of the day. `busy`: taken elsewhere, or not for this actor to see. */
export type CalendarEntry = Interval &
  (
    | { readonly kind: 'free'; readonly slot: Slot }
    | { readonly kind: 'interview'; readonly interview: CalendarInterview }
    | { readonly kind: 'busy' }
    | {
        readonly kind: 'absence';
        readonly absence: AbsenceView['absence'];
        readonly extent: 'hours' | 'whole-day';
      }
  );

export interface CalendarDay {
  readonly date: Temporal.PlainDate;
  /** « Noël »; null on a day that is none. */
  readonly holiday: string | null;
  /** In order of time. */
  readonly entries: readonly CalendarEntry[];
}

export interface CalendarRead {
  readonly days: readonly CalendarDay[];
  /** Why nobody may book now, structure by structure; empty when they may. */
  readonly gaps: readonly {
    readonly structure: string;
    readonly gaps: readonly BookabilityGap[];
  }[];
}

/** Local days, both included, of the zone of the calendar. */
export interface DaysAsked {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** What a calendar holds on some days: free slots (to come), interviews, absences, time taken elsewhere, holidays. */
export async function readCalendar(
  ctx: Ctx,
  calendar: OpenedCalendar,
  asked: DaysAsked,
): Promise<CalendarRead> {
  const window = windowOf(calendar, asked);
  const now = ctx.now().epochMilliseconds;
  const { networkId, personId } = calendar;
  const read = await ctx.db.inInstallation((tx) =>
    readSupply(tx, { networkId, now, window, personIds: [personId] }),
  );
  const interviews = await readInterviews(ctx, calendar, {
    window,
    statuses: ['booked', 'held', 'absent'],
  });
  const absences = await absenceEntries(ctx, calendar, window);
  const entries = [
    ...freeEntries(calendar, read, { window, now }),
    ...interviews.map((interview) => ({
      kind: 'interview' as const,
      interview,
      ...interview.appointment.period,
    })),
    ...busyEntries(read, interviews),
    ...absences,
  ];
  return { days: daysOf(calendar, asked, entries), gaps: gapsOf(calendar, read) };
}

function windowOf({ zone }: OpenedCalendar, { first, last }: DaysAsked): Interval {
  const clock = clocks(zone);
  return {
    start: clock.instantOf(epochDayOf(first), 0),
    end: clock.instantOf(epochDayOf(last) + 1, 0),
  };
}

/** Only for the structures that the actor sees; two openings at the same time are one slot. */
function freeEntries(
  calendar: OpenedCalendar,
  { supply }: SupplyRead,
  { window, now }: { readonly window: Interval; readonly now: number },
): CalendarEntry[] {
  const seen = new Set(calendar.structures.map((one) => one.organisationId));
  const slots = listSlots(supply, staffQuestion(now, { from: window.start, to: window.end }));
  const byStart = new Map(
    slots.filter((slot) => seen.has(slot.organisationId)).map((slot) => [slot.start, slot]),
  );
  return [...byStart.values()].map((slot) => ({
    kind: 'free',
    slot,
    start: slot.start,
    end: slot.end,
  }));
}

function busyEntries(
  { supply }: SupplyRead,
  interviews: readonly CalendarInterview[],
): CalendarEntry[] {
  const known = new Set(interviews.map(({ appointment }) => appointment.id));
  const busy = supply.calendars[0]?.busy ?? [];
  return busy
    .filter((one) => one.appointmentId === undefined || !known.has(one.appointmentId))
    .map(({ start, end }) => ({ kind: 'busy', start, end }));
}

async function absenceEntries(
  ctx: Ctx,
  calendar: OpenedCalendar,
  window: Interval,
): Promise<CalendarEntry[]> {
  const absences = await ctx.db.inInstallation((tx) => listAbsences(tx, [calendar.personId]));
  return absences.flatMap((absence) =>
    occurrencesIn(absenceSeries(absence), clocks(absence.zone), window).map(
      (during): CalendarEntry => ({
        kind: 'absence',
        absence: readable(calendar, absence),
        extent: 'hours',
        ...during,
      }),
    ),
  );
}

function daysOf(
  calendar: OpenedCalendar,
  { first, last }: DaysAsked,
  entries: readonly CalendarEntry[],
): CalendarDay[] {
  const holidays = holidaysOf(calendar, { first, last });
  const days: CalendarDay[] = [];
  for (let day = epochDayOf(first); day <= epochDayOf(last); day += 1) {
    const window = windowOf(calendar, { first: dateOfEpochDay(day), last: dateOfEpochDay(day) });
    const ofDay = entries
      .filter((one) => one.start < window.end && one.end > window.start)
      .map((one) => cut(one, window));
    days.push({
      date: dateOfEpochDay(day),
      holiday: holidays.get(day) ?? null,
      entries: ofDay.sort((a, b) => a.start - b.start || a.end - b.end),
    });
  }
  return days;
}

function cut(entry: CalendarEntry, window: Interval): CalendarEntry {
  const start = Math.max(entry.start, window.start);
  const end = Math.min(entry.end, window.end);
  if (entry.kind !== 'absence') return { ...entry, start, end };
  const isWhole = start === window.start && end === window.end;
  return { ...entry, start, end, extent: isWhole ? 'whole-day' : 'hours' };
}

/** Those of the first place: an adviser's own days off the calendar are of little use elsewhere. */
function holidaysOf(
  { structures }: OpenedCalendar,
  { first, last }: DaysAsked,
): Map<EpochDay, string> {
  const key = structures.flatMap((one) => one.places)[0]?.holidayCalendar ?? 'metropole';
  const holidays = new Map<EpochDay, string>();
  for (let year = first.year; year <= last.year; year += 1) {
    for (const { date, name } of publicHolidays(key as HolidayCalendar, year))
      holidays.set(epochDayOf(date), name);
  }
  return holidays;
}

function gapsOf(calendar: OpenedCalendar, { advisers }: SupplyRead): CalendarRead['gaps'] {
  const seen = new Set(calendar.structures.map((one) => one.organisationId));
  return advisers
    .filter((one) => seen.has(one.organisation.id))
    .map((one) => ({
      structure: one.organisation.shortName ?? one.organisation.name,
      gaps: whyNotBookable(bookabilityOf(one.facts), epochDayOf(calendar.today)),
    }))
    .filter((one) => one.gaps.length > 0);
}

/** What stands in the way of bookings today, without anything else of the calendar. */
export async function readBookabilityGaps(
  ctx: Ctx,
  calendar: OpenedCalendar,
): Promise<CalendarRead['gaps']> {
  const { networkId, personId } = calendar;
  const now = ctx.now().epochMilliseconds;
  const window = { start: now, end: now + DAY_MS };
  const read = await ctx.db.inInstallation((tx) =>
    readSupply(tx, { networkId, now, window, personIds: [personId] }),
  );
  return gapsOf(calendar, read);
}
