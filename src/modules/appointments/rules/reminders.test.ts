import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '#platform/kernel/time.ts';
import { afterQuietHours, beforeQuietHours, isQuietHour, planReminders } from './reminders.ts';
import { zoneClock } from './zone-clock.ts';

const ZONE = 'Europe/Paris';
const clock = zoneClock(ZONE);
const at = (text: string, zone = ZONE) =>
  Temporal.ZonedDateTime.from(`${text}[${zone}]`).epochMilliseconds;
const wall = (ms: number, zone = ZONE) =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
const plan = (start: string, now: string) =>
  planReminders({ start: at(start) }, clock, at(now)).map(({ kind, at: leaves }) => [
    kind,
    wall(leaves),
  ]);

describe('reminders', () => {
  test('48 h and 3 h before', () => {
    expect(plan('2027-05-06T14:00', '2027-05-01T12:00')).toEqual([
      ['two-days', '2027-05-04T14:00'],
      ['three-hours', '2027-05-06T11:00'],
    ]);
  });

  test('one that falls between 22:00 and 08:00 leaves at 21:45 the evening before', () => {
    expect(plan('2027-05-06T09:00', '2027-05-01T12:00')).toEqual([
      ['two-days', '2027-05-04T09:00'],
      ['three-hours', '2027-05-05T21:45'],
    ]);
    expect(plan('2027-05-06T07:59', '2027-05-01T12:00')[0]).toEqual([
      'two-days',
      '2027-05-03T21:45',
    ]);
    expect(plan('2027-05-06T08:00', '2027-05-01T12:00')[0]).toEqual([
      'two-days',
      '2027-05-04T08:00',
    ]);
    expect(plan('2027-05-06T22:00', '2027-05-01T12:00')[0]).toEqual([
      'two-days',
      '2027-05-04T21:45',
    ]);
    expect(plan('2027-05-06T21:59', '2027-05-01T12:00')[0]).toEqual([
      'two-days',
      '2027-05-04T21:59',
    ]);
  });

  test('11:00 is the first hour whose 3 h reminder leaves the same day', () => {
    expect(plan('2027-05-06T11:00', '2027-05-05T12:00')).toEqual([
      ['three-hours', '2027-05-06T08:00'],
    ]);
    expect(plan('2027-05-06T10:59', '2027-05-05T12:00')).toEqual([
      ['three-hours', '2027-05-05T21:45'],
    ]);
  });

  test('the 3 h one is dropped if the 48 h one left within 24 hours of it', () => {
    const start = at('2027-05-06T14:00');
    const kinds = (twoDaysLeftAt: number) =>
      planReminders({ start, twoDaysLeftAt }, clock, at('2027-05-05T12:00')).map(
        ({ kind }) => kind,
      );
    const threeHours = start - 3 * HOUR_MS;
    expect(kinds(threeHours - 24 * HOUR_MS)).toEqual([]);
    expect(kinds(threeHours - 24 * HOUR_MS - 1)).toEqual(['three-hours']);
  });

  test('rdvsp #4351: none in the past, to the millisecond', () => {
    expect(plan('2027-05-06T14:00', '2027-05-04T14:00').length).toBe(2);
    expect(plan('2027-05-06T14:00', '2027-05-04T14:01')).toEqual([
      ['three-hours', '2027-05-06T11:00'],
    ]);
    expect(plan('2027-05-06T14:00', '2027-05-06T11:01')).toEqual([]);
    expect(plan('2027-05-06T09:00', '2027-05-05T21:46')).toEqual([]);
  });

  test('the hours are those of the place', () => {
    const noumea = zoneClock('Pacific/Noumea');
    const start = at('2027-05-06T09:00', 'Pacific/Noumea');
    const planned = planReminders({ start }, noumea, start - 100 * HOUR_MS);
    expect(planned.map(({ at: leaves }) => wall(leaves, 'Pacific/Noumea'))).toEqual([
      '2027-05-04T09:00',
      '2027-05-05T21:45',
    ]);
  });

  test('48 elapsed hours across a clock change: an hour earlier or later on the wall', () => {
    expect(plan('2027-03-29T14:00', '2027-03-20T12:00')[0]).toEqual([
      'two-days',
      '2027-03-27T13:00',
    ]);
    expect(plan('2027-11-01T14:00', '2027-10-20T12:00')[0]).toEqual([
      'two-days',
      '2027-10-30T15:00',
    ]);
  });
});

describe('quiet hours', () => {
  test('from 22:00 included to 08:00 excluded', () => {
    const quiet = ['21:59', '22:00', '00:00', '07:59', '08:00'].map((time) =>
      isQuietHour(at(`2027-05-06T${time}`), clock),
    );
    expect(quiet).toEqual([false, true, true, true, false]);
  });

  test('what waits leaves at 08:00, the night of a clock change too', () => {
    expect(wall(afterQuietHours(at('2027-10-30T23:00'), clock))).toBe('2027-10-31T08:00');
    expect(wall(afterQuietHours(at('2027-10-31T03:00'), clock))).toBe('2027-10-31T08:00');
    expect(wall(beforeQuietHours(at('2027-03-28T03:00'), clock))).toBe('2027-03-27T21:45');
    expect(wall(afterQuietHours(at('2027-05-06T12:00'), clock))).toBe('2027-05-06T12:00');
  });
});
