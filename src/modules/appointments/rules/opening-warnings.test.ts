import { describe, expect, test } from 'vitest';
import type { Opening, OpeningId } from './calendar.ts';
import { furthestDay } from './horizon.ts';
import { findOverlap, fitOf, warnAboutOpening } from './opening-warnings.ts';
import { block, day, once, opening, period, repeated } from './sample-calendars.ts';
import { zoneClocks } from './zone-clock.ts';

const MONDAY = '2027-05-03';
const around = (...others: readonly Opening[]) => ({
  others,
  today: day(MONDAY),
  clocks: zoneClocks(),
});
const other = (series: Opening['series'], changes: Partial<Opening> = {}) =>
  opening(series, { id: 'other' as OpeningId, ...changes });

describe('what a block holds', () => {
  test.each([
    { text: '09:00-12:00', pauseMinutes: 0, slots: 3, minutes: 0 },
    { text: '09:00-11:30', pauseMinutes: 0, slots: 2, minutes: 30 },
    { text: '09:00-09:59', pauseMinutes: 0, slots: 0, minutes: 59 },
    { text: '09:00-10:00', pauseMinutes: 0, slots: 1, minutes: 0 },
    { text: '09:00-11:30', pauseMinutes: 15, slots: 2, minutes: 0 },
    { text: '09:00-11:29', pauseMinutes: 15, slots: 1, minutes: 74 },
  ])(
    'SM-28: $text with a pause of $pauseMinutes min holds $slots, $minutes min are left',
    ({ text, pauseMinutes, slots, minutes }) => {
      expect(fitOf(block(text), { slotMinutes: 60, pauseMinutes })).toEqual({ slots, minutes });
    },
  );
});

describe('warnings when saving', () => {
  test('nothing to say', () => {
    expect(warnAboutOpening(opening(once(MONDAY, '09:00-12:00')), around())).toEqual([]);
  });

  test('9h-11h30 gives 2 and a 30-min remainder; a block shorter than the slot', () => {
    expect(warnAboutOpening(opening(once(MONDAY, '09:00-11:30', '14:00-14:45')), around())).toEqual(
      [
        { kind: 'remainder', block: block('09:00-11:30'), slots: 2, minutes: 30 },
        { kind: 'block-too-short', block: block('14:00-14:45') },
      ],
    );
  });

  test('rdvsp #6251: blocks in any order; those over one another are told', () => {
    const told = warnAboutOpening(opening(once(MONDAY, '10:00-12:00', '09:00-11:00')), around());
    expect(told).toEqual([
      { kind: 'blocks-overlap', first: block('09:00-11:00'), second: block('10:00-12:00') },
    ]);
  });

  test('over another opening, not over itself', () => {
    const one = opening(repeated(once(MONDAY, '09:00-12:00')));
    const told = warnAboutOpening(one, around(one, other(once('2027-05-17', '11:00-13:00'))));
    expect(told).toEqual([
      {
        kind: 'overlaps-opening',
        openingId: 'other',
        during: period('2027-05-17T11:00', '2027-05-17T12:00'),
      },
    ]);
  });
});

describe('openings that meet', () => {
  const meet = (one: Opening, two: Opening) => findOverlap(one, two, around()) !== null;
  const weekly = (date: string, interval: number) =>
    opening(repeated(once(date, '09:00-12:00'), { interval }));

  test('alternate weeks never do; every two and every three weeks do, in time', () => {
    expect(meet(weekly('2027-05-03', 2), weekly('2027-05-10', 2))).toBe(false);
    expect(meet(weekly('2027-05-03', 2), weekly('2027-05-10', 3))).toBe(true);
    expect(findOverlap(weekly('2027-05-03', 12), weekly('2027-05-10', 13), around())).toEqual(
      period('2030-02-04T09:00', '2030-02-04T12:00'),
    );
  });

  test('touching is not meeting', () => {
    expect(meet(opening(once(MONDAY, '09:00-12:00')), other(once(MONDAY, '12:00-13:00')))).toBe(
      false,
    );
    expect(meet(opening(once(MONDAY, '09:00-12:00')), other(once(MONDAY, '11:59-13:00')))).toBe(
      true,
    );
  });

  test('past midnight, and past encounters do not count', () => {
    expect(
      meet(opening(once('2027-05-04', '22:00-26:00')), other(once('2027-05-05', '01:00-03:00'))),
    ).toBe(true);
    expect(
      meet(opening(once('2027-05-02', '09:00-12:00')), other(once('2027-05-02', '09:00-12:00'))),
    ).toBe(false);
    const daily = opening(repeated(once('2027-01-01', '09:00-12:00'), { every: 'day' }));
    expect(findOverlap(daily, daily, around())?.start).toBe(
      period('2027-05-03T09:00', '2027-05-03T12:00').start,
    );
  });

  test('in two zones, the same instants', () => {
    const reunion = other(once(MONDAY, '13:00-14:00'), { zone: 'Indian/Reunion' });
    expect(meet(opening(once(MONDAY, '11:00-12:00')), reunion)).toBe(true);
    expect(meet(opening(once(MONDAY, '13:00-14:00')), reunion)).toBe(false);
  });
});

describe('the furthest day', () => {
  const friday = day('2027-05-07');

  test('calendar days, or working days', () => {
    expect(furthestDay(friday, { days: 3, count: 'calendar' })).toBe(day('2027-05-10'));
    expect(furthestDay(friday, { days: 3, count: 'working' })).toBe(day('2027-05-12'));
    expect(furthestDay(friday, { days: 0, count: 'working' })).toBe(friday);
    expect(furthestDay(day('2027-05-08'), { days: 1, count: 'working' })).toBe(day('2027-05-10'));
  });
});
