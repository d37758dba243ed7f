import { describe, expect, test } from 'vitest';
import { DEFAULT_NOTICE_MINUTES } from './calendar.ts';
import type { AdviserCalendar, Question, Supply } from './calendar.ts';
import { explainTime } from './explain.ts';
import {
  WORKING_DAYS,
  absence,
  adviser,
  appointment,
  at,
  block,
  day,
  once,
  opening,
  period,
  person,
  place,
  question,
  repeated,
  supply,
  wall,
  walls,
} from './sample-calendars.ts';
import { decideSlot, nearestStarts } from './slot-decision.ts';

const MONDAY = '2027-05-03';
const weekly = repeated(once(MONDAY, '09:00-12:00'), { weekdays: [...WORKING_DAYS] });
const usual = opening(weekly);

interface Scene {
  readonly calendar?: Partial<AdviserCalendar>;
  readonly question?: Partial<Question>;
  readonly supply?: Partial<Supply>;
}

function why(time: string, scene: Scene = {}) {
  const world = supply([adviser('a', { openings: [usual], ...scene.calendar })], scene.supply);
  return explainTime(world, question(MONDAY, MONDAY, scene.question), {
    adviserId: person('a'),
    start: at(time),
  });
}

describe('why a time cannot be booked', () => {
  test('nothing to say of a bookable one', () => {
    expect(why(`${MONDAY}T10:00`)).toEqual([]);
  });

  test('no opening; an adviser unknown', () => {
    expect(why('2027-05-08T10:00')).toEqual([{ kind: 'no-opening' }]);
    expect(why(`${MONDAY}T12:00`)).toEqual([{ kind: 'no-opening' }]);
    expect(
      explainTime(supply([]), question(MONDAY, MONDAY), { adviserId: person('b'), start: 0 }),
    ).toEqual([{ kind: 'no-opening' }]);
  });

  test('an occurrence skipped, moved or changed', () => {
    const today = day(MONDAY);
    const having = (exception: (typeof weekly)['exceptions'][number]) =>
      why(`${MONDAY}T10:00`, {
        calendar: { openings: [opening({ ...weekly, exceptions: [exception] })] },
      });
    const blocks = [block('14:00-16:00')];
    expect(having({ kind: 'skipped', day: today })).toEqual([
      { kind: 'occurrence-skipped', openingId: 'opening', day: today },
    ]);
    expect(having({ kind: 'changed', day: today, blocks })).toEqual([
      { kind: 'occurrence-changed', openingId: 'opening', day: today },
    ]);
    expect(having({ kind: 'moved', day: today, toDay: today + 1, blocks })).toEqual([
      { kind: 'occurrence-moved', openingId: 'opening', day: today, toDay: today + 1 },
    ]);
  });

  test('absence and busy, both told', () => {
    const during = period(`${MONDAY}T10:30`, `${MONDAY}T11:00`);
    const reasons = why(`${MONDAY}T10:00`, {
      calendar: {
        absences: [absence(once(MONDAY, '10:30-11:00'))],
        busy: [{ ...during, appointmentId: appointment('x') }],
      },
    });
    expect(reasons).toEqual([
      { kind: 'absence', absenceId: 'absence', during },
      { kind: 'busy', appointmentId: 'x', during },
    ]);
  });

  test('the pause after an interview, and the pause that would run into the next', () => {
    const before = { ...period(`${MONDAY}T09:00`, `${MONDAY}T10:00`), pauseMinutes: 15 };
    expect(why(`${MONDAY}T10:00`, { calendar: { busy: [before] } })).toEqual([
      { kind: 'pause', during: period(`${MONDAY}T10:00`, `${MONDAY}T10:15`) },
    ]);
    const openings = [opening(weekly, { pauseMinutes: 15 })];
    const after = period(`${MONDAY}T10:00`, `${MONDAY}T11:00`);
    expect(why(`${MONDAY}T09:00`, { calendar: { openings, busy: [after] } })).toEqual([
      { kind: 'pause', during: period(`${MONDAY}T10:00`, `${MONDAY}T10:15`) },
    ]);
  });

  test('public holiday', () => {
    const closedDays = new Map([['mainland', new Set([day(MONDAY)])]]);
    expect(why(`${MONDAY}T10:00`, { supply: { closedDays } })).toEqual([
      { kind: 'public-holiday', openingId: 'opening', day: day(MONDAY) },
    ]);
  });

  test('notice, the past, the furthest day, each with its bound', () => {
    const notice = { minimumNoticeMinutes: DEFAULT_NOTICE_MINUTES };
    const now = at('2027-05-02T10:00');
    expect(why(`${MONDAY}T10:00`, { question: { now, ...notice } })).toEqual([
      { kind: 'notice-too-short', earliest: at('2027-05-04T10:00') },
    ]);
    expect(
      why(`${MONDAY}T10:00`, { question: { now: at('2027-05-03T11:00'), ...notice } }),
    ).toEqual([{ kind: 'in-the-past' }]);
    const furthest = { kind: 'day', day: day(MONDAY) - 1 } as const;
    expect(why(`${MONDAY}T10:00`, { question: { furthest } })).toEqual([
      { kind: 'beyond-furthest', latest: at('2027-05-03T00:00') - 1 },
    ]);
    expect(
      why(`${MONDAY}T10:00`, { question: { furthest, now, ...notice, audience: 'staff' } }),
    ).toEqual([]);
  });

  test('not bookable at that date', () => {
    expect(
      why(`${MONDAY}T10:00`, {
        calendar: { bookableDuring: [period('2027-05-04T00:00', '2028-01-01T00:00')] },
      }),
    ).toEqual([{ kind: 'not-bookable-then' }]);
  });

  test('no room free; a mode not offered', () => {
    const openings = [opening(weekly, { placeId: place, modes: ['in-person'] })];
    const busy = [{ room: 1, ...period(`${MONDAY}T10:30`, `${MONDAY}T10:45`) }];
    const rooms = new Map([[place, { rooms: 1, busy }]]);
    expect(why(`${MONDAY}T10:00`, { calendar: { openings }, supply: { rooms } })).toEqual([
      { kind: 'no-room-free', placeId: place },
    ]);
    expect(why(`${MONDAY}T11:00`, { calendar: { openings }, supply: { rooms } })).toEqual([]);
    expect(why(`${MONDAY}T10:00`, { question: { modes: ['phone'] } })).toEqual([
      { kind: 'mode-not-offered', openingId: 'opening' },
    ]);
  });

  test('does not fit before the end of the block', () => {
    expect(why(`${MONDAY}T11:30`)).toEqual([
      { kind: 'does-not-fit', openingId: 'opening', endsAt: at(`${MONDAY}T12:00`) },
    ]);
  });

  test('off the grid, with the nearest starts', () => {
    expect(why(`${MONDAY}T10:15`)).toEqual([
      { kind: 'off-grid', before: at(`${MONDAY}T10:00`), after: at(`${MONDAY}T11:00`) },
    ]);
  });

  test('every reason at once, the most telling first', () => {
    const reasons = why(`${MONDAY}T11:30`, {
      calendar: {
        absences: [absence(once(MONDAY, '11:00-12:00'))],
        bookableDuring: [],
        busy: [period(`${MONDAY}T11:00`, `${MONDAY}T12:00`)],
      },
      question: { now: at('2027-05-02T10:00'), minimumNoticeMinutes: DEFAULT_NOTICE_MINUTES },
    });
    expect(reasons.map(({ kind }) => kind)).toEqual([
      'notice-too-short',
      'not-bookable-then',
      'absence',
      'busy',
      'does-not-fit',
    ]);
  });
});

describe('deciding a booking', () => {
  const world = supply([
    adviser('a', { openings: [usual], busy: [period(`${MONDAY}T09:00`, `${MONDAY}T10:00`)] }),
    adviser('b', { openings: [usual] }),
  ]);
  const ask = question(MONDAY, MONDAY);
  const decide = (adviserId: string | null, time: string, mode: 'video' | 'phone' = 'video') =>
    decideSlot(world, ask, {
      adviserId: adviserId === null ? null : person(adviserId),
      start: at(`${MONDAY}T${time}`),
      mode,
    });

  test('gives the slot, or the most telling refusal', () => {
    expect(decide('a', '10:00')).toMatchObject({
      ok: true,
      value: { adviserId: 'a', mode: 'video', room: null, openingId: 'opening' },
    });
    expect(decide('a', '09:00')).toEqual({ ok: false, refusal: 'busy' });
    expect(decide('b', '09:30')).toEqual({ ok: false, refusal: 'off-grid' });
    expect(decide('c', '09:00')).toEqual({ ok: false, refusal: 'no-opening' });
    expect(decide('b', '09:00', 'phone')).toEqual({ ok: false, refusal: 'mode-not-offered' });
  });

  test('anyone: the first who can', () => {
    expect(decide(null, '09:00')).toMatchObject({ ok: true, value: { adviserId: 'b' } });
    expect(decide(null, '10:00')).toMatchObject({ ok: true, value: { adviserId: 'a' } });
    expect(decide(null, '13:00')).toEqual({ ok: false, refusal: 'no-opening' });
  });

  test('another opening than the one chosen is refused', () => {
    const choice = { adviserId: person('b'), start: at(`${MONDAY}T09:00`), mode: 'video' } as const;
    expect(decideSlot(world, ask, { ...choice, openingId: usual.id }).ok).toBe(true);
    expect(decideSlot(world, ask, { ...choice, openingId: 'x' as typeof usual.id }).ok).toBe(false);
  });

  test('moving by half an hour over oneself', () => {
    const mine = {
      ...period(`${MONDAY}T09:00`, `${MONDAY}T10:00`),
      appointmentId: appointment('mine'),
    };
    const late = opening(once(MONDAY, '09:30-10:30'));
    const alone = supply([adviser('a', { openings: [late], busy: [mine] })]);
    const choice = { adviserId: person('a'), start: at(`${MONDAY}T09:30`), mode: 'video' } as const;
    expect(decideSlot(alone, ask, choice)).toEqual({ ok: false, refusal: 'busy' });
    expect(decideSlot(alone, { ...ask, moving: mine.appointmentId }, choice).ok).toBe(true);
  });
});

describe('rdvsp #4466: the slot has just gone', () => {
  test('the nearest others, in order of time, on both sides', () => {
    const world = supply([
      adviser('a', { openings: [usual], busy: [period(`${MONDAY}T10:00`, `${MONDAY}T11:00`)] }),
    ]);
    const near = nearestStarts(world, question(MONDAY, MONDAY), {
      start: at(`${MONDAY}T10:00`),
      count: 3,
    });
    expect(walls(near)).toEqual(['2027-05-03T09:00', '2027-05-03T11:00', '2027-05-04T09:00']);
    expect(wall(near[0]!)).toBe(`${MONDAY}T09:00`);
  });

  test('none left: an empty list', () => {
    expect(
      nearestStarts(supply([]), question(MONDAY, MONDAY), {
        start: at(`${MONDAY}T10:00`),
        count: 3,
      }),
    ).toEqual([]);
  });
});
