import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '#platform/kernel/time.ts';
import { decideCancellation } from './cancellation.ts';
import { maySayLate } from './lateness.ts';
import { decideMoving } from './moving.ts';
import { decideOutcome, outcomeNudge } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { AppointmentStatus } from './status.ts';

const start = Date.UTC(2027, 4, 3, 7);
const end = start + HOUR_MS;
const as = (status: AppointmentStatus) => ({ status, start, end });
const booked = as('booked');
const ok = { ok: true, value: undefined };
const no = (refusal: string) => ({ ok: false, refusal });

describe('cancelling', () => {
  test('a young person frees the slot until the last millisecond before the start, without saying why', () => {
    const cancel = (now: number) =>
      decideCancellation({ appointment: booked, by: 'youth', reason: null, now });
    expect(cancel(start - 1)).toEqual(ok);
    expect(cancel(start)).toEqual(no('already-started'));
  });

  test('SM-24: the structure may withdraw even after the start, never without a reason', () => {
    const cancel = (reason: string | null) =>
      decideCancellation({ appointment: booked, by: 'structure', reason, now: end });
    expect(cancel('Conseillère souffrante')).toEqual(ok);
    expect(cancel('  ')).toEqual(no('reason-missing'));
    expect(cancel(null)).toEqual(no('reason-missing'));
  });

  test.each([
    ['cancelled', 'already-cancelled'],
    ['held', 'not-booked'],
    ['absent', 'not-booked'],
    ['on_hold', 'not-booked'],
  ] as const)('one that is %s is refused: %s', (status, refusal) => {
    const facts = { by: 'youth', reason: null, now: start - 1 } as const;
    expect(decideCancellation({ appointment: as(status), ...facts })).toEqual(no(refusal));
  });
});

describe('moving', () => {
  test('until the last millisecond before the start', () => {
    expect(decideMoving({ appointment: booked, now: start - 1 })).toEqual(ok);
    expect(decideMoving({ appointment: booked, now: start })).toEqual(no('already-started'));
  });

  test('only a booked one', () => {
    expect(decideMoving({ appointment: as('cancelled'), now: 0 })).toEqual(no('already-cancelled'));
    expect(decideMoving({ appointment: as('held'), now: 0 })).toEqual(no('not-booked'));
  });
});

describe('the outcome', () => {
  const held: Outcome = { kind: 'held' };
  const record = (status: AppointmentStatus, outcome: Outcome, now = start) =>
    decideOutcome({ appointment: as(status), outcome, now });

  test('from the start on, not a millisecond before', () => {
    expect(record('booked', held, start - 1)).toEqual(no('not-started'));
    expect(record('booked', held, start)).toEqual({ ok: true, value: 'held' });
    expect(record('booked', { kind: 'absent' })).toEqual({ ok: true, value: 'absent' });
  });

  test('cancelled says by whom; the structure says why (SM-24)', () => {
    const by = (who: 'youth' | 'structure', reason: string | null) =>
      record('booked', { kind: 'cancelled', by: who, reason });
    expect(by('youth', null)).toEqual({ ok: true, value: 'cancelled' });
    expect(by('structure', null)).toEqual(no('reason-missing'));
    expect(by('structure', 'Panne de chauffage')).toEqual({ ok: true, value: 'cancelled' });
  });

  test('a mistake is corrected; the same twice and a cancelled one are refused', () => {
    expect(record('absent', held)).toEqual({ ok: true, value: 'held' });
    expect(record('held', held)).toEqual(no('already-recorded'));
    expect(record('cancelled', held)).toEqual(no('already-cancelled'));
    expect(record('on_hold', held)).toEqual(no('not-booked'));
  });

  test('a forgotten one is asked for, insisted upon, told', () => {
    const at = (hours: number) => outcomeNudge(booked, end + hours * HOUR_MS);
    expect([at(-0.01), at(0), at(23.99), at(24), at(7 * 24 - 0.01), at(7 * 24)]).toEqual([
      'none',
      'to-record',
      'to-record',
      'forgotten',
      'forgotten',
      'late',
    ]);
    expect(outcomeNudge(as('held'), end + 999 * HOUR_MS)).toBe('none');
  });
});

describe('"I am late"', () => {
  test.each([
    [start - HOUR_MS - 1, false],
    [start - HOUR_MS, true],
    [end - 1, true],
    [end, false],
  ])('at %d: %s', (now, may) => {
    expect(maySayLate(booked, now)).toBe(may);
  });

  test('not once cancelled', () => {
    expect(maySayLate(as('cancelled'), start)).toBe(false);
  });
});
