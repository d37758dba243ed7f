import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type {
  AbsenceId,
  AdviserCalendar,
  AppointmentMode,
  Block,
  Busy,
  IsoWeekday,
  Opening,
  OpeningId,
  PlaceRooms,
  Question,
  Series,
  Slot,
  Supply,
} from './calendar.ts';
import { explainTime } from './explain.ts';
import {
  ALWAYS,
  adviser,
  appointment,
  day,
  organisation,
  place,
  supply,
} from './sample-calendars.ts';
import { findNextStart, listSharedStarts, listSlots, listStarts } from './search.ts';
import { decideSlot } from './slot-decision.ts';
import { zoneClock } from './zone-clock.ts';

/* Worlds of one to three advisers, drawn around the clock changes of 2027, in every French zone. */

const ZONES = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
] as const;
/** Paris changes on 28 March and 31 October, Miquelon on 14 March and 7 November. */
const WEEKS = ['2027-03-10', '2027-03-24', '2027-10-27', '2027-11-03', '2027-06-16'].map(day);
const WINDOW_DAYS = 8;

const zones = fc.constantFrom(...ZONES);
const weeks = fc.constantFrom(...WEEKS);

const blocks: fc.Arbitrary<Block> = fc
  .record({ start: fc.integer({ min: 0, max: 95 }), length: fc.integer({ min: 1, max: 40 }) })
  .map(({ start, length }) => ({ start: start * 15, end: (start + length) * 15 }));

function seriesFrom(week: number): fc.Arbitrary<Series> {
  const anyDay = fc.integer({ min: week - 3, max: week + WINDOW_DAYS });
  const exceptions = fc.oneof(
    fc.record({ kind: fc.constant('skipped' as const), day: anyDay }),
    fc.record({
      kind: fc.constant('changed' as const),
      day: anyDay,
      blocks: fc.array(blocks, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('moved' as const),
      day: anyDay,
      toDay: anyDay,
      blocks: fc.array(blocks, { minLength: 1, maxLength: 2 }),
    }),
  );
  const repeats = fc.record({
    every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<IsoWeekday>, {
      maxLength: 7,
    }),
    nth: fc.constant([]),
    until: fc.option(anyDay),
  });
  return fc.record({
    firstDay: fc.integer({ min: week - 20, max: week + 4 }),
    blocks: fc.array(blocks, { minLength: 1, maxLength: 3 }),
    recurrence: fc.option(repeats, { freq: 5 }),
    exceptions: fc.uniqueArray(exceptions, { maxLength: 2, selector: (one) => one.day }),
  });
}

function openingsFrom(week: number): fc.Arbitrary<Opening> {
  return fc.record({
    id: fc.uuid().map((id) => id as OpeningId),
    organisationId: fc.constant(organisation),
    placeId: fc.constantFrom(null, place),
    zone: zones,
    series: seriesFrom(week),
    modes: fc.subarray(['in-person', 'video', 'phone'] as AppointmentMode[], { minLength: 1 }),
    slotMinutes: fc.constantFrom(20, 30, 45, 60),
    pauseMinutes: fc.constantFrom(0, 0, 10, 15),
    holidays: fc.constantFrom(null, 'mainland'),
  });
}

function timesFrom(week: number) {
  const begin = fc.integer({ min: (week - 2) * 96, max: (week + WINDOW_DAYS) * 96 });
  return fc
    .record({ start: begin, quarters: fc.integer({ min: 1, max: 16 }) })
    .map(({ start, quarters }) => ({
      start: start * 15 * MINUTE_MS,
      end: (start + quarters) * 15 * MINUTE_MS,
    }));
}

function busyFrom(week: number): fc.Arbitrary<Busy> {
  return fc
    .record({ time: timesFrom(week), pauseMinutes: fc.constantFrom(0, 0, 10) })
    .map(({ time, pauseMinutes }) => ({ ...time, pauseMinutes }));
}

function calendarFrom(week: number, name: string): fc.Arbitrary<AdviserCalendar> {
  const absences = fc.record({
    id: fc.constant('absence' as AbsenceId),
    kind: fc.constantFrom('short' as const, 'long' as const),
    zone: zones,
    series: seriesFrom(week),
  });
  return fc
    .record({
      openings: fc.array(openingsFrom(week), { minLength: 1, maxLength: 3 }),
      absences: fc.array(absences, { maxLength: 1 }),
      busy: fc.array(busyFrom(week), { maxLength: 6 }),
      bookableDuring: fc.oneof(
        { weight: 3, arbitrary: fc.constant(ALWAYS) },
        { weight: 1, arbitrary: fc.array(timesFrom(week), { maxLength: 3 }) },
      ),
    })
    .map((changes) => adviser(name, changes));
}

interface World {
  readonly supply: Supply;
  readonly question: Question;
  readonly other: AdviserCalendar;
}

const worlds: fc.Arbitrary<World> = weeks.chain((week) => {
  const roomBusy = fc
    .record({ room: fc.integer({ min: 1, max: 2 }), time: timesFrom(week) })
    .map(({ room, time }) => ({ room, ...time }));
  return fc
    .record({
      a: calendarFrom(week, 'a'),
      b: calendarFrom(week, 'b'),
      other: calendarFrom(week, 'other'),
      rooms: fc.record({
        rooms: fc.integer({ min: 0, max: 2 }),
        busy: fc.array(roomBusy, { maxLength: 3 }),
      }) as fc.Arbitrary<PlaceRooms>,
      closed: fc.array(fc.integer({ min: week, max: week + WINDOW_DAYS }), { maxLength: 1 }),
      audience: fc.constantFrom('public' as const, 'staff' as const),
      ago: fc.integer({ min: 0, max: 72 * 60 }),
      furthest: fc.option(
        fc
          .integer({ min: week + 3, max: week + WINDOW_DAYS })
          .map((last) => ({ kind: 'day' as const, day: last })),
      ),
    })
    .map(({ a, b, other, rooms, closed, audience, ago, furthest }): World => ({
      other,
      supply: supply([a, b], {
        rooms: new Map([[place, rooms]]),
        closedDays: new Map([['mainland', new Set(closed)]]),
      }),
      question: {
        now: week * DAY_MS - ago * MINUTE_MS,
        from: week * DAY_MS,
        to: (week + WINDOW_DAYS) * DAY_MS,
        audience,
        minimumNoticeMinutes: 48 * 60,
        furthest,
      },
    }));
});

function check(property: (world: World) => void): void {
  fc.assert(fc.property(worlds, property), { numRuns: 150 });
}

function modeOf(slot: Slot): AppointmentMode {
  return slot.modes[0] as AppointmentMode;
}

describe('display and booking are one (cal.com #6622)', () => {
  test('every displayed slot can be booked, in each of its modes', () => {
    check(({ supply: world, question }) => {
      for (const slot of listSlots(world, question)) {
        for (const mode of slot.modes) {
          const choice = {
            adviserId: slot.adviserId,
            openingId: slot.openingId,
            start: slot.start,
            mode,
          };
          const decision = decideSlot(world, question, choice);
          expect(decision).toMatchObject({
            ok: true,
            value: { end: slot.end, openingId: slot.openingId },
          });
          if (decision.ok)
            expect(decision.value.room).toBe(mode === 'in-person' ? slot.room : null);
        }
      }
    });
  });

  test('every time accepted is displayed; every time refused has a reason', () => {
    const samples = fc.array(fc.integer({ min: 0, max: WINDOW_DAYS * 96 - 1 }), {
      minLength: 30,
      maxLength: 30,
    });
    fc.assert(
      fc.property(worlds, samples, ({ supply: world, question }, quarters) => {
        const shown = new Set(
          listSlots(world, question).flatMap((slot) =>
            slot.modes.map((mode) => `${slot.adviserId} ${slot.start} ${mode}`),
          ),
        );
        for (const quarter of quarters) {
          const start = question.from + quarter * 15 * MINUTE_MS;
          for (const { adviserId } of world.calendars) {
            for (const mode of ['in-person', 'video'] as const) {
              const accepted = decideSlot(world, question, { adviserId, start, mode }).ok;
              expect(accepted).toBe(shown.has(`${adviserId} ${start} ${mode}`));
              expect(explainTime(world, question, { adviserId, start, mode }).length === 0).toBe(
                accepted,
              );
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('starts, slots, shared starts and next availability agree', () => {
    check(({ supply: world, question }) => {
      const starts = listStarts(world, question);
      const slots = listSlots(world, question);
      expect(starts).toEqual([...new Set(slots.map((slot) => slot.start))]);
      expect(listSharedStarts(world, question).map((one) => one.start)).toEqual(starts);
      expect(findNextStart(world, question)).toBe(starts[0] ?? null);
    });
  });

  test('what is shown does not depend on where the window begins or ends', () => {
    check(({ supply: world, question }) => {
      const cut = question.from + 3.4 * DAY_MS;
      const halves = [
        ...listStarts(world, { ...question, to: cut }),
        ...listStarts(world, { ...question, from: cut }),
      ];
      expect(halves).toEqual(listStarts(world, question));
    });
  });
});

describe('what more and less supply does', () => {
  test('cal.com #6773: adding an adviser never removes a start', () => {
    check(({ supply: world, question, other }) => {
      const more = new Set(
        listStarts({ ...world, calendars: [...world.calendars, other] }, question),
      );
      expect(listStarts(world, question).filter((start) => !more.has(start))).toEqual([]);
    });
  });

  test('an absence only removes: what is left was free before it, and never overlaps it', () => {
    check(({ supply: world, question }) => {
      const free = {
        ...world,
        calendars: world.calendars.map((one) => ({ ...one, absences: [] })),
      };
      for (const slot of listSlots(world, question)) {
        const before = explainTime(free, question, {
          adviserId: slot.adviserId,
          start: slot.start,
          mode: modeOf(slot),
        });
        expect(before.filter((reason) => reason.kind !== 'off-grid')).toEqual([]);
      }
    });
  });

  test('an absence on the lines of the grid removes starts and adds none', () => {
    const lines = fc.record({
      from: fc.integer({ min: 0, max: 7 }),
      hours: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(weeks, zones, lines, (week, zone, { from, hours }) => {
        const series: Series = {
          firstDay: week,
          blocks: [{ start: 540, end: 1020 }],
          recurrence: null,
          exceptions: [],
        };
        const hidden: Series = {
          ...series,
          blocks: [{ start: 540 + from * 60, end: 540 + (from + hours) * 60 }],
        };
        const usual: Opening = {
          id: 'opening' as OpeningId,
          organisationId: organisation,
          placeId: null,
          zone,
          series,
          modes: ['video'],
          slotMinutes: 60,
          pauseMinutes: 0,
          holidays: null,
        };
        const question: Question = {
          now: 0,
          from: (week - 1) * DAY_MS,
          to: (week + 2) * DAY_MS,
          audience: 'public',
          minimumNoticeMinutes: 0,
          furthest: null,
        };
        const all = listStarts(supply([adviser('a', { openings: [usual] })]), question);
        const absences = [
          { id: 'absence' as AbsenceId, kind: 'short' as const, zone, series: hidden },
        ];
        const left = listStarts(supply([adviser('a', { openings: [usual], absences })]), question);
        expect(left).toEqual(all.filter((_, hour) => hour < from || hour >= from + hours));
      }),
    );
  });

  test('cal.com #21058: a booked slot is offered no more by its adviser, cancelled it comes back, twice', () => {
    check(({ supply: world, question }) => {
      const before = listSlots(world, question);
      const slot = before[Math.floor(before.length / 2)];
      if (slot === undefined) return;
      const booked = withBooking(world, slot);
      for (let twice = 0; twice < 2; twice += 1) {
        const left = listSlots(booked, question).filter((one) => one.adviserId === slot.adviserId);
        expect(left.filter((one) => one.start < slot.end && slot.start < one.end)).toEqual([]);
        expect(listSlots(world, question)).toEqual(before);
        expect(listSlots(booked, { ...question, moving: appointment('it') })).toEqual(before);
      }
    });
  });
});

function withBooking(world: Supply, slot: Slot): Supply {
  const taken = { start: slot.start, end: slot.end, appointmentId: appointment('it') };
  const rooms = world.rooms.get(place) as PlaceRooms;
  const busy = slot.room === null ? rooms.busy : [...rooms.busy, { ...taken, room: slot.room }];
  return {
    ...world,
    rooms: new Map([[place, { ...rooms, busy }]]),
    calendars: world.calendars.map((one) =>
      one.adviserId === slot.adviserId
        ? { ...one, busy: [...one.busy, { ...taken, pauseMinutes: slot.pauseMinutes }] }
        : one,
    ),
  };
}

describe.each(ZONES)(
  'both changes of 2027 in %s (rdvsp #4158, cal.com #4702 #6217 #10517)',
  (zone) => {
    const clock = zoneClock(zone);
    const usual = (firstDay: number, block: Block): Opening => ({
      id: 'opening' as OpeningId,
      organisationId: organisation,
      placeId: null,
      zone,
      modes: ['video'],
      slotMinutes: 60,
      pauseMinutes: 0,
      holidays: null,
      series: {
        firstDay,
        blocks: [block],
        recurrence: { every: 'day', interval: 1, weekdays: [], nth: [], until: null },
        exceptions: [],
      },
    });
    const question = (from: EpochMs, days: number): Question => ({
      now: 0,
      from,
      to: from + days * DAY_MS,
      audience: 'public',
      minimumNoticeMinutes: 0,
      furthest: null,
    });

    test.each(WEEKS)('9h-12h stays 9h-12h on the wall around day %d', (week) => {
      const starts = listStarts(
        supply([adviser('a', { openings: [usual(week, { start: 540, end: 720 })] })]),
        question(clock.instantOf(week, 0), 7),
      );
      const hours = starts.map(
        (start) => Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).hour,
      );
      expect(hours).toEqual(Array.from({ length: starts.length }, (_, index) => 9 + (index % 3)));
      expect(starts.length).toBeGreaterThanOrEqual(20);
    });

    test.each(WEEKS)(
      'an opening of the whole night holds as many hours as the night has, around day %d',
      (week) => {
        const night = usual(week, { start: 0, end: 360 });
        const from = clock.instantOf(week, 0);
        const to = clock.instantOf(week + 7, 0);
        const starts = listStarts(supply([adviser('a', { openings: [night] })]), {
          ...question(from, 7),
          to,
        });
        const hours = Array.from(
          { length: 7 },
          (_, index) =>
            (clock.instantOf(week + index, 360) - clock.instantOf(week + index, 0)) / HOUR_MS,
        );
        expect(starts).toHaveLength(hours.reduce((sum, one) => sum + one, 0));
      },
    );
  },
);
