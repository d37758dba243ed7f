import { DAY_MS, isoWeekdayOf } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs, Interval, WallMinute } from '#platform/kernel/time.ts';
import type { Block, NthWeekday, Recurrence, Series, SeriesException } from './calendar.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A series made ready for asking many days. */
export interface Pattern {
  readonly firstDay: EpochDay;
  /** The last day on which an occurrence may begin, exceptions included; Infinity without end. */
  readonly lastDay: EpochDay;
  /** The earliest day on which one may begin: before `firstDay` only when an occurrence was moved there. */
  readonly earliestDay: EpochDay;
  /** How many days after its own an occurrence may still last: 0 for one that ends by midnight. */
  readonly spill: number;
  readonly blocks: readonly Block[];
  readonly recursOn: (day: EpochDay) => boolean;
  readonly exceptions: ReadonlyMap<EpochDay, SeriesException> | null;
  readonly movedTo: ReadonlyMap<EpochDay, readonly Block[]> | null;
}

/** Compiles a series. An interval under 1 counts as 1. */
export function patternOf(series: Series): Pattern {
  const { firstDay, recurrence, exceptions } = series;
  const until = recurrence === null ? firstDay : (recurrence.until ?? Infinity);
  const plain: Pattern = {
    firstDay,
    earliestDay: firstDay,
    lastDay: until,
    spill: spillOf(series),
    blocks: series.blocks,
    recursOn: within(firstDay, until, recurrence),
    exceptions: null,
    movedTo: null,
  };
  return exceptions.length === 0 ? plain : withExceptions(plain, exceptions);
}

function withExceptions(plain: Pattern, exceptions: readonly SeriesException[]): Pattern {
  const movedTo = arrivals(exceptions);
  const arrivalDays = movedTo === null ? [] : [...movedTo.keys()];
  return {
    ...plain,
    earliestDay: Math.min(plain.earliestDay, ...arrivalDays),
    lastDay: Math.max(plain.lastDay, ...arrivalDays),
    exceptions: new Map(exceptions.map((exception) => [exception.day, exception])),
    movedTo,
  };
}

const NO_BLOCKS: readonly Block[] = [];

/** The blocks that begin on that day, every exception applied; in the order of the series. */
export function blocksOn(pattern: Pattern, day: EpochDay): readonly Block[] {
  const arriving = pattern.movedTo?.get(day);
  const own = ownBlocksOn(pattern, day);
  if (arriving === undefined) return own;
  return own.length === 0 ? arriving : [...own, ...arriving];
}

function ownBlocksOn(pattern: Pattern, day: EpochDay): readonly Block[] {
  if (!pattern.recursOn(day)) return NO_BLOCKS;
  const exception = pattern.exceptions?.get(day);
  if (exception === undefined) return pattern.blocks;
  return exception.kind === 'changed' ? exception.blocks : NO_BLOCKS;
}

/** Every occurrence (one per block) that overlaps `window`, in order of start. */
export function occurrencesIn(series: Series, clock: ZoneClock, window: Interval): Interval[] {
  const pattern = patternOf(series);
  const found: Interval[] = [];
  const lastDay = Math.min(pattern.lastDay, clock.dayOf(window.end));
  let day = Math.max(pattern.earliestDay, clock.dayOf(window.start) - pattern.spill);
  for (; day <= lastDay; day += 1) {
    for (const block of blocksOn(pattern, day)) {
      const start = clock.instantOf(day, block.start);
      const end = clock.instantOf(day, block.end);
      if (start < end && start < window.end && end > window.start) found.push({ start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The last date a series may reach when its end is given as an instant (an iCalendar UNTIL): occurrences starting later are out. */
export function untilDayOf(
  end: { readonly at: EpochMs; readonly startMinute: WallMinute },
  clock: ZoneClock,
): EpochDay {
  const day = clock.dayOf(end.at);
  return clock.instantOf(day, end.startMinute) <= end.at ? day : day - 1;
}

function arrivals(exceptions: readonly SeriesException[]): Map<EpochDay, readonly Block[]> | null {
  let moved: Map<EpochDay, readonly Block[]> | null = null;
  for (const exception of exceptions) {
    if (exception.kind !== 'moved') continue;
    moved ??= new Map();
    const there = moved.get(exception.toDay) ?? NO_BLOCKS;
    moved.set(exception.toDay, [...there, ...exception.blocks]);
  }
  return moved;
}

function spillOf(series: Series): number {
  let latest = 0;
  for (const block of series.blocks) latest = Math.max(latest, block.end);
  for (const exception of series.exceptions) {
    if (exception.kind === 'skipped') continue;
    for (const block of exception.blocks) latest = Math.max(latest, block.end);
  }
  return Math.max(0, Math.ceil(latest / 1440) - 1);
}

function within(
  firstDay: EpochDay,
  until: EpochDay,
  recurrence: Recurrence | null,
): (day: EpochDay) => boolean {
  if (recurrence === null) return (day) => day === firstDay;
  const repeats = repetition(firstDay, recurrence);
  return (day) => day >= firstDay && day <= until && repeats(day);
}

function repetition(firstDay: EpochDay, recurrence: Recurrence): (day: EpochDay) => boolean {
  const interval = Math.max(1, Math.trunc(recurrence.interval));
  switch (recurrence.every) {
    case 'day': {
      const isOpen = weekdayTest(
        firstDay,
        recurrence.weekdays.length === 0 ? EVERY_DAY : recurrence.weekdays,
      );
      return (day) => (day - firstDay) % interval === 0 && isOpen(day);
    }
    case 'week': {
      const isOpen = weekdayTest(
        firstDay,
        recurrence.weekdays.length === 0 ? [isoWeekdayOf(firstDay)] : recurrence.weekdays,
      );
      const firstMonday = mondayOf(firstDay);
      if (interval === 1) return isOpen;
      return (day) => isOpen(day) && Math.floor((day - firstMonday) / 7) % interval === 0;
    }
    case 'month':
      return monthly(firstDay, interval, recurrence.nth);
  }
}

function monthly(
  firstDay: EpochDay,
  interval: number,
  nth: readonly NthWeekday[],
): (day: EpochDay) => boolean {
  const first = civil(firstDay);
  return (day) => {
    const date = civil(day);
    if ((date.month - first.month) % interval !== 0) return false;
    if (nth.length === 0) return date.day === first.day;
    const weekday = isoWeekdayOf(day);
    const fromStart = Math.ceil(date.day / 7);
    const fromEnd = -Math.ceil((date.monthLength - date.day + 1) / 7);
    return nth.some((one) => one.weekday === weekday && (one.n === fromStart || one.n === fromEnd));
  };
}

/** The Monday on or before that day. */
export function mondayOf(day: EpochDay): EpochDay {
  return day - (isoWeekdayOf(day) - 1);
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Asked only about days from `firstDay` on: the remainder of a positive number is the weekday (of a small integer: ten times faster). */
function weekdayTest(firstDay: EpochDay, weekdays: readonly number[]): (day: EpochDay) => boolean {
  const firstMonday = mondayOf(firstDay);
  const mask = weekdays.reduce((bits, weekday) => bits | (1 << (weekday - 1)), 0);
  return (day) => (mask & (1 << (((day - firstMonday) | 0) % 7))) !== 0;
}

/** Day of the month, length of the month, and months counted from year 0. */
function civil(day: EpochDay): { month: number; day: number; monthLength: number } {
  const at = new Date(day * DAY_MS);
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth();
  return {
    month: year * 12 + month,
    day: at.getUTCDate(),
    monthLength: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
  };
}
