import { afterEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/kernel/time.ts';
import { at, day } from './sample-calendars.ts';
import { zoneClock } from './zone-clock.ts';

const FRENCH_ZONES = [
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
];
const CHANGING = new Set(['Europe/Paris', 'America/Miquelon']);

afterEach(() => vi.restoreAllMocks());

describe.each(FRENCH_ZONES)('%s', (zone) => {
  test('every hour of 2027 is where Temporal puts it, both changes included', () => {
    const clock = zoneClock(zone);
    const wrong: string[] = [];
    for (
      let date = Temporal.PlainDate.from('2027-01-01');
      date.year === 2027;
      date = date.add({ days: 1 })
    ) {
      const midnight = date.toZonedDateTime(zone).epochMilliseconds;
      const today = day(date.toString());
      if (clock.instantOf(today, 0) !== midnight || clock.dayOf(midnight) !== today)
        wrong.push(date.toString());
      if (clock.dayOf(midnight - 1) !== today - 1) wrong.push(`eve of ${date.toString()}`);
      for (let minute = 0; minute < 1440; minute += 60) {
        const time = Temporal.PlainTime.from({
          hour: Math.floor(minute / 60),
          minute: minute % 60,
        });
        const shown = date
          .toPlainDateTime(time)
          .toZonedDateTime(zone, { disambiguation: 'compatible' });
        const isShown = shown.toPlainTime().equals(time);
        if (isShown && clock.instantOf(today, minute) !== shown.epochMilliseconds)
          wrong.push(shown.toString());
      }
    }
    expect(wrong).toEqual([]);
  });

  test(`days of 2027 that have not 24 hours: ${CHANGING.has(zone) ? 2 : 0}`, () => {
    const clock = zoneClock(zone);
    const lengths = Array.from({ length: 365 }, (_, index) => {
      const today = day('2027-01-01') + index;
      return (clock.instantOf(today, 1440) - clock.instantOf(today, 0)) / HOUR_MS;
    });
    expect(lengths.filter((hours) => hours !== 24)).toEqual(CHANGING.has(zone) ? [23, 25] : []);
  });

  test('instants never go backwards, minute by minute, over both changes', () => {
    const clock = zoneClock(zone);
    for (const date of ['2027-03-14', '2027-03-28', '2027-10-31', '2027-11-07']) {
      let before = -Infinity;
      for (let minute = 0; minute <= 1440; minute += 1) {
        const instant = clock.instantOf(day(date), minute);
        expect(instant).toBeGreaterThanOrEqual(before);
        before = instant;
      }
    }
  });
});

describe('a clock change', () => {
  const clock = zoneClock('Europe/Paris');

  test('a minute never shown (spring) is the moment of the jump', () => {
    const jump = at('2027-03-28T03:00');
    const minutes = [119, 120, 150, 179, 180, 181].map(
      (minute) => clock.instantOf(day('2027-03-28'), minute) - jump,
    );
    expect(minutes).toEqual([-MINUTE_MS, 0, 0, 0, 0, MINUTE_MS]);
  });

  test('a minute shown twice (autumn) is the first time', () => {
    const first = Date.UTC(2027, 9, 31, 0);
    const minutes = [120, 179, 180].map(
      (minute) => clock.instantOf(day('2027-10-31'), minute) - first,
    );
    expect(minutes).toEqual([0, 59 * MINUTE_MS, 2 * HOUR_MS]);
  });
});

test('minutes past midnight belong to the following days', () => {
  const clock = zoneClock('Europe/Paris');
  expect(clock.instantOf(day('2027-05-03'), 1440)).toBe(at('2027-05-04T00:00'));
  expect(clock.instantOf(day('2027-05-03'), 3 * 1440 + 90)).toBe(at('2027-05-06T01:30'));
  expect(clock.instantOf(day('2027-03-27'), 1440 + 240)).toBe(at('2027-03-28T04:00'));
});

test('days far apart are told too', () => {
  const clock = zoneClock('Europe/Paris');
  expect(clock.instantOf(day('2027-05-03'), 0)).toBe(at('2027-05-03T00:00'));
  expect(clock.instantOf(day('1999-07-14'), 600)).toBe(at('1999-07-14T10:00'));
  expect(clock.instantOf(day('2049-12-31'), 600)).toBe(at('2049-12-31T10:00'));
});

test('one lookup per local day, however often it is asked', () => {
  const lookup = vi.spyOn(Temporal.PlainDate.prototype, 'toZonedDateTime');
  const clock = zoneClock('Europe/Paris');
  const first = day('2027-05-03');
  for (let round = 0; round < 3; round += 1) {
    for (let minute = 0; minute < 28 * 1440; minute += 60) clock.instantOf(first, minute);
    clock.dayOf(clock.instantOf(first, 600) + 27 * DAY_MS);
  }
  // 28 days, and the two that follow to know where the last one ends.
  expect(lookup).toHaveBeenCalledTimes(30);
});
