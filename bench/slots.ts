import type { OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  dateOfEpochDay,
  epochDayOf,
  isoWeekdayOf,
} from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs, Interval } from '#platform/kernel/time.ts';
import type {
  AdviserCalendar,
  Opening,
  OpeningId,
  Question,
  Supply,
} from '#modules/appointments/rules/calendar.ts';
import { listStarts } from '#modules/appointments/rules/search.ts';
import { zoneClocks } from '#modules/appointments/rules/zone-clock.ts';
import { mediansOf } from './measure.ts';
import type { Figure } from './measure.ts';

/*
 * Four weeks, Monday to Friday 9-17, 60 min, Europe/Paris, weekly openings begun a year before, 20 busy hours per adviser, 48 h notice (anchors, Part 1 §6).
 * The weeks hold the spring change of 2027. The engine and the bare sweep read the same objects and give the same distinct
 * starts, compared equal before anything is timed. Each run looks the zone up again: nothing is kept from one run to the next.
 */
const ZONE = 'Europe/Paris';
const FIRST_DAY = epochDayOf(Temporal.PlainDate.from('2027-03-15'));
const DAYS = 28;
const NOW = Temporal.ZonedDateTime.from(`2027-03-13T08:30[${ZONE}]`).epochMilliseconds;

function midnight(day: EpochDay): EpochMs {
  return dateOfEpochDay(day).toZonedDateTime(ZONE).epochMilliseconds;
}

/** A small congruential generator: the same rows at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

function opening(adviser: number): Opening {
  return {
    id: `opening-${adviser}` as OpeningId,
    organisationId: `organisation-${adviser % 30}` as OrganisationId,
    placeId: null,
    zone: ZONE,
    series: {
      firstDay: FIRST_DAY - 364,
      blocks: [{ start: 9 * 60, end: 17 * 60 }],
      recurrence: { every: 'week', interval: 1, weekdays: [1, 2, 3, 4, 5], nth: [], until: null },
      exceptions: [],
    },
    modes: ['video', 'phone'],
    slotMinutes: 60,
    pauseMinutes: 0,
    holidays: null,
  };
}

/** Twenty busy hours on working days, some on the hour and some on the half hour, as rows come: sorted, apart. */
function busyOf(adviser: number, midnights: readonly EpochMs[]): Interval[] {
  const roll = dice(adviser + 1);
  const busy: Interval[] = [];
  while (busy.length < 20) {
    const day = roll(DAYS);
    if (isoWeekdayOf(FIRST_DAY + day) > 5) continue;
    // No change happens on a working day: wall hours are elapsed hours there.
    const start = (midnights[day] as EpochMs) + (9 * 60 + 30 * roll(15)) * MINUTE_MS;
    const end = start + HOUR_MS;
    if (busy.every((one) => end <= one.start || one.end <= start)) busy.push({ start, end });
  }
  return busy.sort((a, b) => a.start - b.start);
}

function calendars(advisers: number): AdviserCalendar[] {
  const midnights = Array.from({ length: DAYS }, (_, day) => midnight(FIRST_DAY + day));
  return Array.from({ length: advisers }, (_, adviser) => ({
    adviserId: `adviser-${adviser}` as PersonId,
    openings: [opening(adviser)],
    absences: [],
    busy: busyOf(adviser, midnights),
    bookableDuring: [{ start: NOW - 365 * DAY_MS, end: NOW + 365 * DAY_MS }],
  }));
}

function questionOf(): Question {
  return {
    now: NOW,
    from: midnight(FIRST_DAY),
    to: midnight(FIRST_DAY + DAYS),
    audience: 'public',
    minimumNoticeMinutes: 48 * 60,
    furthest: null,
  };
}

function engine(rows: readonly AdviserCalendar[]): EpochMs[] {
  const supply: Supply = {
    calendars: rows,
    closedDays: new Map(),
    rooms: new Map(),
    clocks: zoneClocks(),
  };
  return listStarts(supply, questionOf());
}

/**
 * The bare sweep: what one would write by hand for these rows and nothing else. It knows that every opening is weekly, in one block and one zone, without
 * exception, pause, holiday, absence nor room, and that busy rows are sorted and apart.
 */
// oxlint-disable-next-line complexity -- cut into functions it would be slower, and the comparison kinder to us
function bareSweep(rows: readonly AdviserCalendar[]): EpochMs[] {
  const earliest = NOW + 48 * HOUR_MS;
  const midnights = Array.from({ length: DAYS }, (_, day) => midnight(FIRST_DAY + day));
  const weekdays = midnights.map((_, day) => 1 << isoWeekdayOf(FIRST_DAY + day));
  const origin = midnights[0] as EpochMs;
  const seen = new Uint8Array((DAYS + 1) * 1440);
  for (const { openings, busy } of rows) {
    for (const { series, slotMinutes } of openings) {
      const [block] = series.blocks;
      if (block === undefined || series.recurrence === null) continue;
      const mask = series.recurrence.weekdays.reduce(
        (bits: number, weekday) => bits | (1 << weekday),
        0,
      );
      const length = slotMinutes * MINUTE_MS;
      let next = 0;
      for (let day = 0; day < DAYS; day += 1) {
        if ((mask & (weekdays[day] as number)) === 0) continue;
        const base = midnights[day] as EpochMs;
        const end = base + block.end * MINUTE_MS;
        let start = base + block.start * MINUTE_MS;
        while (next < busy.length && (busy[next] as Interval).end <= start) next += 1;
        while (start + length <= end) {
          const taken = busy[next];
          if (taken !== undefined && taken.start < start + length) {
            start = taken.end;
            next += 1;
            continue;
          }
          if (start >= earliest) seen[(start - origin) / MINUTE_MS] = 1;
          start += length;
        }
      }
    }
  }
  const starts: EpochMs[] = [];
  for (let minute = seen.indexOf(1); minute !== -1; minute = seen.indexOf(1, minute + 1)) {
    starts.push(origin + minute * MINUTE_MS);
  }
  return starts;
}

/** The rows of so many advisers, once both ways are known to give the same starts. */
function agreedRows(advisers: number): AdviserCalendar[] {
  const rows = calendars(advisers);
  const [ours, theirs] = [engine(rows), bareSweep(rows)];
  if (ours.length === 0 || JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error(`slots.${advisers}: the engine and the bare sweep do not give the same starts`);
  }
  return rows;
}

function figure(
  name: string,
  [value, reference]: readonly [number, number],
  told: { readonly against: string; readonly bound: number },
): Figure {
  const ratio = rounded(value / reference);
  const figures = { value: rounded(value), reference: rounded(reference), ratio };
  return { name, unit: 'ms', better: 'lower', ...told, ...figures };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** `slots.300`, `slots.3000` (against the bare sweep) and `slots.growth` (3,000 advisers against 300). */
export function bench(): readonly Figure[] {
  const [few, many] = [agreedRows(300), agreedRows(3000)];
  const [ours = 0, bare = 0, oursOfMany = 0, bareOfMany = 0] = mediansOf([
    { run: () => engine(few), times: 10 },
    { run: () => bareSweep(few), times: 10 },
    { run: () => engine(many), times: 1 },
    { run: () => bareSweep(many), times: 1 },
  ]);
  const bareBound = { against: 'a bare integer sweep of the same rows', bound: 2 };
  return [
    figure('slots.300', [ours, bare], bareBound),
    figure('slots.3000', [oursOfMany, bareOfMany], bareBound),
    figure('slots.growth', [oursOfMany, ours], {
      against: 'the same with 300 advisers',
      bound: 12,
    }),
  ];
}
