import { describe, expect, test } from 'vitest';
import { decideManualBooking, needsConsent } from './manual-booking.ts';
import {
  absence,
  adviser,
  appointment,
  at,
  once,
  opening,
  period,
  person,
  place,
  question,
  supply,
} from './sample-calendars.ts';

const MONDAY = '2027-05-03';
const usual = opening(once(MONDAY, '09:00-12:00'), {
  placeId: place,
  modes: ['in-person', 'phone'],
});
const taken = { ...period(`${MONDAY}T09:00`, `${MONDAY}T10:00`), appointmentId: appointment('x') };
const a = adviser('a', { openings: [usual], busy: [taken] });
const rooms = (count: number) =>
  new Map([[place, { rooms: count, busy: [{ ...taken, room: 1 }] }]]);
const ask = question(MONDAY, MONDAY, { now: at(`${MONDAY}T09:30`), audience: 'staff' });

function decide(
  from: string,
  to: string,
  changes: { mode?: 'phone' | 'in-person'; roomCount?: number; calendar?: typeof a } = {},
) {
  const world = supply([changes.calendar ?? a], { rooms: rooms(changes.roomCount ?? 2) });
  const choice = {
    adviserId: person('a'),
    mode: changes.mode ?? 'phone',
    placeId: place,
    ...period(`${MONDAY}T${from}`, `${MONDAY}T${to}`),
  };
  return decideManualBooking(world, ask, choice);
}

describe('booking by hand', () => {
  test('a slot shown is a plain one', () => {
    expect(decide('10:00', '11:00')).toEqual({
      ok: true,
      value: { room: null, kind: 'plain', departures: [] },
    });
  });

  test('outside the openings: plain, and told', () => {
    expect(decide('14:00', '14:30')).toEqual({
      ok: true,
      value: { room: null, kind: 'plain', departures: [{ kind: 'no-opening' }] },
    });
  });

  test('over another interview: overbooked, and told', () => {
    expect(decide('09:30', '10:30')).toMatchObject({
      ok: true,
      value: { kind: 'overbooked', departures: [{ kind: 'busy', appointmentId: 'x' }] },
    });
  });

  test('over another interview outside the openings: overbooked too, and told; back to back is not over it', () => {
    const evening = {
      ...period(`${MONDAY}T18:00`, `${MONDAY}T19:00`),
      appointmentId: appointment('y'),
    };
    const calendar = { ...a, busy: [taken, evening] };
    expect(decide('18:30', '19:30', { calendar })).toMatchObject({
      ok: true,
      value: {
        kind: 'overbooked',
        departures: [{ kind: 'no-opening' }, { kind: 'busy', appointmentId: 'y' }],
      },
    });
    expect(decide('19:00', '20:00', { calendar })).toMatchObject({
      ok: true,
      value: { kind: 'plain', departures: [{ kind: 'no-opening' }] },
    });
  });

  test('an absence is told outside the openings as inside, once', () => {
    const calendar = { ...a, absences: [absence(once(MONDAY, '10:00-20:00'))] };
    const during = period(`${MONDAY}T10:00`, `${MONDAY}T20:00`);
    for (const [from, to] of [
      ['11:00', '12:00'],
      ['14:00', '15:00'],
    ] as const) {
      const decision = decide(from, to, { calendar });
      const departures = decision.ok ? decision.value.departures : [];
      expect(departures.filter((one) => one.kind === 'absence')).toEqual([
        { kind: 'absence', absenceId: 'absence', during },
      ]);
      expect(decision.ok && decision.value.kind).toBe('plain');
    }
  });

  test('what must be said to be known', () => {
    const departuresOf = (from: string, to: string) => {
      const decision = decide(from, to);
      return decision.ok ? decision.value.departures : [];
    };
    expect(needsConsent(departuresOf('10:00', '11:00'))).toBe(false);
    expect(needsConsent(departuresOf('14:00', '15:00'))).toBe(false);
    expect(needsConsent(departuresOf('09:30', '10:30'))).toBe(true);
  });

  test('on the spot until it is over', () => {
    expect(decide('08:31', '09:31').ok).toBe(true);
    expect(decide('08:30', '09:30')).toEqual({ ok: false, refusal: 'already-over' });
  });

  test('in person only with a room free', () => {
    expect(decide('09:30', '10:30', { mode: 'in-person' })).toMatchObject({
      ok: true,
      value: { room: 2 },
    });
    expect(decide('09:30', '10:30', { mode: 'in-person', roomCount: 1 })).toEqual({
      ok: false,
      refusal: 'no-room-free',
    });
  });

  test('never without agreement or training on that day', () => {
    expect(decide('10:00', '11:00', { calendar: { ...a, bookableDuring: [] } })).toEqual({
      ok: false,
      refusal: 'not-bookable-then',
    });
    expect(decide('10:00', '11:00', { calendar: adviser('b', {}) })).toEqual({
      ok: false,
      refusal: 'not-bookable-then',
    });
  });
});
