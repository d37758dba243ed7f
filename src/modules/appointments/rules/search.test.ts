import { describe, expect, test } from 'vitest';
import type { OpeningId } from './calendar.ts';
import { DEFAULT_NOTICE_MINUTES } from './calendar.ts';
import { HOUR_MS } from '#platform/kernel/time.ts';
import {
  PARIS,
  WORKING_DAYS,
  absence,
  adviser,
  appointment,
  at,
  day,
  once,
  opening,
  period,
  place,
  question,
  repeated,
  supply,
  wall,
  walls,
} from './sample-calendars.ts';
import {
  findNextStart,
  findNextStarts,
  listFreeTime,
  listSharedStarts,
  listSlots,
  listStarts,
} from './search.ts';

const MONDAY = '2027-05-03';
const ask = question(MONDAY, MONDAY);
const starts = (...calendars: Parameters<typeof supply>[0]) =>
  walls(listStarts(supply(calendars), ask)).map((one) => one.slice(11));
const open = (...blocks: readonly string[]) => [opening(once(MONDAY, ...blocks))];

describe('cutting an opening into slots', () => {
  test('SM-33: 9h-12h gives 3; SM-28: 9h-11h30 gives 2', () => {
    expect(starts(adviser('a', { openings: open('09:00-12:00') }))).toEqual([
      '09:00',
      '10:00',
      '11:00',
    ]);
    expect(starts(adviser('a', { openings: open('09:00-11:30') }))).toEqual(['09:00', '10:00']);
  });

  test('rdvsp #6251: the second block before the first, several blocks in any order', () => {
    expect(
      starts(
        adviser('a', {
          openings: open('14:00-16:00', '09:00-10:00', '11:00-12:00'),
          busy: [period(`${MONDAY}T14:00`, `${MONDAY}T15:00`)],
        }),
      ),
    ).toEqual(['09:00', '11:00', '15:00']);
  });

  test('rdvsp #2138: the pause after each interview, which must fit', () => {
    const paused = (blocks: string) => [opening(once(MONDAY, blocks), { pauseMinutes: 15 })];
    expect(starts(adviser('a', { openings: paused('09:00-11:30') }))).toEqual(['09:00', '10:15']);
    expect(starts(adviser('a', { openings: paused('09:00-11:29') }))).toEqual(['09:00']);
  });

  test('the pause of an interview already booked is kept too', () => {
    const busy = [{ ...period(`${MONDAY}T09:00`, `${MONDAY}T10:00`), pauseMinutes: 15 }];
    expect(starts(adviser('a', { openings: open('09:00-12:15'), busy }))).toEqual([
      '10:15',
      '11:15',
    ]);
  });

  test('a step other than the length', () => {
    const openings = [opening(once(MONDAY, '09:00-11:00'), { stepMinutes: 30 })];
    expect(starts(adviser('a', { openings }))).toEqual(['09:00', '09:30', '10:00']);
  });

  test('free time that begins at 10:07:30 gives starts on whole minutes', () => {
    const busy = [{ start: at(`${MONDAY}T09:00`), end: at(`${MONDAY}T10:07:30`) }];
    expect(starts(adviser('a', { openings: open('09:00-13:00'), busy }))).toEqual([
      '10:08',
      '11:08',
    ]);
  });

  test('A07, A12, A13 (rdvsp #4441): a busy time nested in another, touching, or told twice, loses nothing after it', () => {
    const long = period(`${MONDAY}T09:00`, `${MONDAY}T11:00`);
    const nested = period(`${MONDAY}T09:30`, `${MONDAY}T10:00`);
    const openings = open('09:00-13:00');
    const absences = [absence(once(MONDAY, '09:30-10:00'))];
    const left = ['11:00', '12:00'];
    expect(starts(adviser('a', { openings, busy: [long, nested] }))).toEqual(left);
    expect(starts(adviser('a', { openings, busy: [nested, long] }))).toEqual(left);
    expect(starts(adviser('a', { openings, busy: [long, long] }))).toEqual(left);
    expect(starts(adviser('a', { openings, busy: [long], absences }))).toEqual(left);
    expect(
      starts(
        adviser('a', { openings, busy: [nested, period(`${MONDAY}T10:00`, `${MONDAY}T11:00`)] }),
      ),
    ).toEqual(['11:00', '12:00']);
  });

  test('easyappointments #1432: an opening past midnight keeps its slots, each once', () => {
    const night = adviser('a', { openings: open('22:00-26:00') });
    const found = listStarts(supply([night]), question(MONDAY, '2027-05-04'));
    expect(walls(found)).toEqual([
      '2027-05-03T22:00',
      '2027-05-03T23:00',
      '2027-05-04T00:00',
      '2027-05-04T01:00',
    ]);
    expect(walls(listStarts(supply([night]), question('2027-05-04', '2027-05-04')))).toEqual([
      '2027-05-04T00:00',
      '2027-05-04T01:00',
    ]);
  });
});

describe('what closes a time', () => {
  const weekly = opening(repeated(once(MONDAY, '09:00-11:00'), { weekdays: [...WORKING_DAYS] }));

  test('F11 (rdvsp #2006): nothing on Easter Monday 2027, unless the structure opens it', () => {
    const easter = question('2027-03-29', '2027-03-29');
    const series = repeated(once('2027-03-01', '09:00-11:00'), { weekdays: [...WORKING_DAYS] });
    const closedDays = new Map([['mainland', new Set([day('2027-03-29')])]]);
    const found = (holidays: string | null) =>
      listStarts(
        supply([adviser('a', { openings: [opening(series, { holidays })] })], { closedDays }),
        easter,
      );
    expect(found('mainland')).toEqual([]);
    expect(found('alsace-moselle')).toHaveLength(2);
    expect(found(null)).toHaveLength(2);
  });

  test('a holiday takes only its own day from an opening past midnight', () => {
    const series = once('2027-04-30', '22:00-26:00');
    const closedDays = new Map([['mainland', new Set([day('2027-05-01')])]]);
    const found = listStarts(
      supply([adviser('a', { openings: [opening(series)] })], { closedDays }),
      question('2027-04-30', '2027-05-01'),
    );
    expect(walls(found)).toEqual(['2027-04-30T22:00', '2027-04-30T23:00']);
  });

  test('SM-39, SM-40: absences of hours, of weeks, and every Tuesday', () => {
    const during = (series: Parameters<typeof absence>[0]) =>
      walls(
        listStarts(
          supply([adviser('a', { openings: [weekly], absences: [absence(series)] })]),
          question(MONDAY, '2027-05-07'),
        ),
      ).map((one) => one.slice(8));
    expect(during(once('2027-05-04', '10:00-12:00'))).toEqual([
      '03T09:00',
      '03T10:00',
      '04T09:00',
      '05T09:00',
      '05T10:00',
      '06T09:00',
      '06T10:00',
      '07T09:00',
      '07T10:00',
    ]);
    expect(during(once('2027-04-01', `00:00-${35 * 24}:00`))).toEqual([
      '06T09:00',
      '06T10:00',
      '07T09:00',
      '07T10:00',
    ]);
    expect(during(repeated(once('2027-01-05', '08:00-20:00')))).toEqual([
      '03T09:00',
      '03T10:00',
      '05T09:00',
      '05T10:00',
      '06T09:00',
      '06T10:00',
      '07T09:00',
      '07T10:00',
    ]);
  });

  test('a slot must START while its adviser is bookable; the grid does not move', () => {
    const bookableDuring = [period(`${MONDAY}T09:30`, `${MONDAY}T11:00`)];
    expect(starts(adviser('a', { openings: open('09:00-13:00'), bookableDuring }))).toEqual([
      '10:00',
    ]);
    expect(starts(adviser('a', { openings: open('09:00-13:00'), bookableDuring: [] }))).toEqual([]);
  });
});

describe('SM-36: 48 hours of notice, elapsed, inclusive, for the public only', () => {
  const slot = (date: string) => adviser('a', { openings: [opening(once(date, '10:00-11:00'))] });
  const found = (date: string, changes: Parameters<typeof question>[2]) =>
    listStarts(
      supply([slot(date)]),
      question(date, date, { minimumNoticeMinutes: DEFAULT_NOTICE_MINUTES, ...changes }),
    ).length;

  test.each([
    ['an ordinary week', '2027-05-05', '2027-05-03T10:00'],
    ['the spring change: 10:00 is 48 h after 09:00', '2027-03-29', '2027-03-27T09:00'],
    ['the autumn change: 10:00 is 48 h after 11:00', '2027-11-01', '2027-10-30T11:00'],
  ])('%s: 48 h 00 shown, 47 h 59 hidden', (_, date, now) => {
    expect(found(date, { now: at(now) })).toBe(1);
    expect(found(date, { now: at(now) + 1 })).toBe(0);
    expect(found(date, { now: at(now) + 60_000 })).toBe(0);
    expect(found(date, { now: at(now) + 60_000, audience: 'staff' })).toBe(1);
  });

  test('what has begun is offered to nobody', () => {
    const now = at('2027-05-05T10:00');
    expect(found('2027-05-05', { now, audience: 'staff' })).toBe(1);
    expect(found('2027-05-05', { now: now + 1, audience: 'staff' })).toBe(0);
  });
});

describe('the furthest day, included, for the public only', () => {
  const daily = adviser('a', {
    openings: [opening(repeated(once(MONDAY, '09:00-10:00', '22:00-23:00'), { every: 'day' }))],
  });
  const found = (changes: Parameters<typeof question>[2]) =>
    walls(listStarts(supply([daily]), question(MONDAY, '2027-05-05', changes)));

  test('a day', () => {
    const furthest = { kind: 'day', day: day('2027-05-04') } as const;
    expect(found({ furthest }).at(-1)).toBe('2027-05-04T22:00');
    expect(found({ furthest, audience: 'staff' }).at(-1)).toBe('2027-05-05T22:00');
  });

  test('an instant', () => {
    const until = (ms: number) => found({ furthest: { kind: 'instant', at: ms } }).at(-1);
    expect(until(at('2027-05-04T22:00'))).toBe('2027-05-04T22:00');
    expect(until(at('2027-05-04T22:00') - 1)).toBe('2027-05-04T09:00');
  });
});

describe('several advisers', () => {
  const a = adviser('a', { openings: open('09:00-11:00') });
  const b = adviser('b', { openings: open('10:00-12:00') });

  test('F12, H04 (rdvsp #3402): the same time is listed once, with both', () => {
    expect(starts(a, b)).toEqual(['09:00', '10:00', '11:00']);
    const shared = listSharedStarts(supply([a, b]), ask);
    expect(
      shared.map(({ start, slots }) => [
        wall(start).slice(11),
        slots.map((slot) => slot.adviserId),
      ]),
    ).toEqual([
      ['09:00', ['a']],
      ['10:00', ['a', 'b']],
      ['11:00', ['b']],
    ]);
  });

  test('G01, G02: openings that do not begin together give an ordered union', () => {
    expect(
      starts(
        adviser('a', { openings: open('12:15-14:15') }),
        adviser('b', { openings: open('12:00-14:00') }),
      ),
    ).toEqual(['12:00', '12:15', '13:00', '13:15']);
  });

  test('rdvsp #2518, easyappointments #871: advisers of two zones are told apart by instants, each in the hours of its place', () => {
    const reunion = opening(once(MONDAY, '11:00-13:00'), { zone: 'Indian/Reunion' });
    const cayenne = opening(once(MONDAY, '05:00-06:00'), { zone: 'America/Cayenne' });
    const far = [adviser('a', { openings: [reunion] }), adviser('b', { openings: [cayenne] })];
    expect(walls(listStarts(supply(far), ask))).toEqual([`${MONDAY}T09:00`, `${MONDAY}T10:00`]);
    const [first, second] = listSharedStarts(supply(far), ask);
    expect(first?.slots.map((slot) => wall(slot.start, slot.zone))).toEqual([`${MONDAY}T11:00`]);
    expect(second?.slots.map((slot) => wall(slot.start, slot.zone))).toEqual([
      `${MONDAY}T12:00`,
      `${MONDAY}T05:00`,
    ]);
  });

  test('K60: the free times of two advisers are never glued into one slot', () => {
    expect(
      starts(
        adviser('a', { openings: open('11:00-11:40') }),
        adviser('b', { openings: open('11:40-12:20') }),
      ),
    ).toEqual([]);
  });

  test('two overlapping openings of one adviser: staff see both, the public one start', () => {
    const openings = [
      opening(once(MONDAY, '09:00-10:00')),
      opening(once(MONDAY, '09:00-10:00'), { id: 'other' as OpeningId, modes: ['phone'] }),
    ];
    const both = supply([adviser('a', { openings })]);
    expect(listSlots(both, ask).map((slot) => slot.modes)).toEqual([['video'], ['phone']]);
    expect(listStarts(both, ask)).toHaveLength(1);
    expect(listStarts(both, { ...ask, modes: ['phone'] })).toHaveLength(1);
    expect(listStarts(both, { ...ask, modes: ['in-person'] })).toEqual([]);
  });
});

describe('SM-42 to SM-44: rooms', () => {
  const inPerson = (name: string, modes: readonly ('in-person' | 'video')[] = ['in-person']) =>
    adviser(name, { openings: [opening(once(MONDAY, '09:00-11:00'), { placeId: place, modes })] });
  const rooms = (...busy: readonly { room: number; start: number; end: number }[]) => ({
    rooms: new Map([[place, { rooms: 2, busy }]]),
  });
  const nine = period(`${MONDAY}T09:30`, `${MONDAY}T10:00`);

  test('offered while one room is free for the whole time; the first free one is given', () => {
    const given = (...busy: readonly { room: number; start: number; end: number }[]) =>
      listSlots(supply([inPerson('a')], rooms(...busy)), ask).map((slot) => [
        wall(slot.start).slice(11),
        slot.room,
      ]);
    expect(given()).toEqual([
      ['09:00', 1],
      ['10:00', 1],
    ]);
    expect(given({ room: 1, ...nine })).toEqual([
      ['09:00', 2],
      ['10:00', 1],
    ]);
    expect(given({ room: 1, ...nine }, { room: 2, ...nine })).toEqual([['10:00', 1]]);
  });

  test('a place without rooms, or unknown, offers nothing in person; video is still offered', () => {
    expect(listStarts(supply([inPerson('a')]), ask)).toEqual([]);
    expect(listSlots(supply([inPerson('a', ['in-person', 'video'])]), ask)[0]).toMatchObject({
      modes: ['video'],
      room: null,
    });
    expect(
      listStarts(supply([inPerson('a', ['in-person', 'video'])]), { ...ask, modes: ['in-person'] }),
    ).toEqual([]);
  });

  test('only the openings of a place', () => {
    const remote = adviser('b', { openings: open('14:00-15:00') });
    expect(
      listStarts(supply([inPerson('a'), remote], rooms()), { ...ask, placeId: place }),
    ).toHaveLength(2);
  });
});

describe('next availability', () => {
  const weekly = (date: string, time: string) => opening(repeated(once(date, time)));

  test('the first of all, whatever the order of openings, blocks and advisers', () => {
    const a = adviser('a', {
      openings: [weekly('2027-06-01', '09:00-10:00'), weekly('2027-05-20', '14:00-15:00')],
    });
    const b = adviser('b', {
      openings: [opening(once('2027-05-20', '15:00-16:00', '10:00-11:00'))],
    });
    const far = question(MONDAY, '2027-12-31');
    expect(wall(findNextStart(supply([a, b]), far)!)).toBe('2027-05-20T10:00');
    expect(wall(findNextStart(supply([b, a]), far)!)).toBe('2027-05-20T10:00');
    expect(findNextStart(supply([]), far)).toBeNull();
    expect(findNextStart(supply([a]), question(MONDAY, '2027-05-19'))).toBeNull();
  });

  test('C03 (rdvsp #4158): nine o’clock is nine o’clock on the first day after a clock change', () => {
    const next = (first: string, from: string) => {
      const known = supply([adviser('a', { openings: [weekly(first, '09:00-10:00')] })]);
      return wall(findNextStart(known, question(from, '2027-12-31'))!);
    };
    expect(next('2027-03-22', '2027-03-23')).toBe('2027-03-29T09:00');
    expect(next('2027-10-25', '2027-10-26')).toBe('2027-11-01T09:00');
  });

  test('one per place', () => {
    const openings = [
      weekly('2027-05-20', '14:00-15:00'),
      { ...weekly('2027-05-21', '14:00-15:00'), placeId: place },
    ];
    const firsts = findNextStarts(
      supply([adviser('a', { openings })]),
      question(MONDAY, '2027-12-31'),
      (one) => one.placeId ?? 'remote',
    );
    expect([...firsts].map(([key, start]) => [key, wall(start)])).toEqual([
      ['remote', '2027-05-20T14:00'],
      ['place', '2027-05-21T14:00'],
    ]);
  });

  test('lazy: a year asked, only the days before the first hit are looked up', () => {
    const calendars = [adviser('a', { openings: [weekly(MONDAY, '14:00-15:00')] })];
    const asked: number[] = [];
    const world = supply(calendars);
    const clock = world.clocks(PARIS);
    const counted = {
      ...clock,
      instantOf: (date: number, minute: number) => (
        asked.push(date),
        clock.instantOf(date, minute)
      ),
    };
    const found = findNextStart(
      { ...world, clocks: () => counted },
      question(MONDAY, '2028-05-03'),
    );
    expect(wall(found!)).toBe('2027-05-03T14:00');
    expect(Math.max(...asked)).toBeLessThanOrEqual(day(MONDAY) + 1);
  });
});

test('free time, uncut', () => {
  const busy = [period(`${MONDAY}T09:30`, `${MONDAY}T10:00`)];
  const pieces = listFreeTime(supply([adviser('a', { openings: open('09:00-12:00'), busy })]), ask);
  expect(pieces).toEqual([
    period(`${MONDAY}T09:00`, `${MONDAY}T09:30`),
    period(`${MONDAY}T10:00`, `${MONDAY}T12:00`),
  ]);
});

test('an appointment being moved frees its own time and room', () => {
  const moving = appointment('mine');
  const mine = { ...period(`${MONDAY}T09:00`, `${MONDAY}T10:00`), appointmentId: moving };
  const calendar = adviser('a', {
    openings: [opening(once(MONDAY, '09:00-10:00'), { placeId: place, modes: ['in-person'] })],
    busy: [mine],
  });
  const world = supply([calendar], {
    rooms: new Map([[place, { rooms: 1, busy: [{ ...mine, room: 1 }] }]]),
  });
  expect(listStarts(world, ask)).toEqual([]);
  expect(listStarts(world, { ...ask, moving })).toEqual([mine.start]);
  expect(mine.end - mine.start).toBe(HOUR_MS);
});
