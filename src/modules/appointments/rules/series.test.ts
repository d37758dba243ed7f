import { describe, expect, test } from 'vitest';
import type { Series } from './calendar.ts';
import { PARIS, block, day, once, period, repeated, wall } from './sample-calendars.ts';
import { blocksOn, occurrencesIn, patternOf, untilDayOf } from './series.ts';
import { zoneClock } from './zone-clock.ts';

const clock = zoneClock(PARIS);

function days(series: Series, from: string, to: string): string[] {
  const window = { start: clock.instantOf(day(from), 0), end: clock.instantOf(day(to) + 1, 0) };
  return occurrencesIn(series, clock, window).map((one) => wall(one.start).slice(0, 10));
}

const morning = once('2027-05-03', '09:00-12:00');

describe('recurrence', () => {
  test('once', () => {
    expect(days(morning, '2027-01-01', '2027-12-31')).toEqual(['2027-05-03']);
  });

  test('every two weeks on Monday and Thursday, weeks counted from that of the first day, a Thursday', () => {
    const series = repeated(once('2027-05-06', '09:00-12:00'), { interval: 2, weekdays: [1, 4] });
    expect(days(series, '2027-05-01', '2027-06-07')).toEqual([
      '2027-05-06',
      '2027-05-17',
      '2027-05-20',
      '2027-05-31',
      '2027-06-03',
    ]);
  });

  test('until is included, the next day is not', () => {
    const until = (date: string) =>
      days(repeated(morning, { until: day(date) }), '2027-05-01', '2027-06-01');
    expect(until('2027-05-17')).toEqual(['2027-05-03', '2027-05-10', '2027-05-17']);
    expect(until('2027-05-16')).toEqual(['2027-05-03', '2027-05-10']);
  });

  test('every third day; every day but the week-end', () => {
    expect(
      days(repeated(morning, { every: 'day', interval: 3 }), '2027-05-01', '2027-05-12'),
    ).toEqual(['2027-05-03', '2027-05-06', '2027-05-09', '2027-05-12']);
    expect(
      days(repeated(morning, { every: 'day', weekdays: [1, 5, 6] }), '2027-05-01', '2027-05-10'),
    ).toEqual(['2027-05-03', '2027-05-07', '2027-05-08', '2027-05-10']);
  });

  test('the 31st of each month: short months are skipped; the 29th of February too', () => {
    const last = repeated(once('2027-01-31', '09:00-12:00'), { every: 'month' });
    expect(days(last, '2027-01-01', '2027-08-31')).toEqual([
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
      '2027-07-31',
      '2027-08-31',
    ]);
    const leap = repeated(once('2028-02-29', '09:00-12:00'), { every: 'month', interval: 12 });
    expect(days(leap, '2028-01-01', '2033-01-01')).toEqual(['2028-02-29', '2032-02-29']);
  });

  test('first and third Tuesday, last Friday, last but one Friday', () => {
    const nth = repeated(morning, {
      every: 'month',
      nth: [
        { weekday: 2, n: 1 },
        { weekday: 2, n: 3 },
        { weekday: 5, n: -1 },
      ],
    });
    expect(days(nth, '2027-05-01', '2027-06-30')).toEqual([
      '2027-05-04',
      '2027-05-18',
      '2027-05-28',
      '2027-06-01',
      '2027-06-15',
      '2027-06-25',
    ]);
    const lastButOne = repeated(morning, {
      every: 'month',
      interval: 2,
      nth: [{ weekday: 5, n: -2 }],
    });
    expect(days(lastButOne, '2027-05-01', '2027-07-31')).toEqual(['2027-05-21', '2027-07-23']);
  });

  test('a fifth Monday exists in some months only', () => {
    const fifth = repeated(morning, { every: 'month', nth: [{ weekday: 1, n: 5 }] });
    expect(days(fifth, '2027-05-01', '2027-10-31')).toEqual(['2027-05-31', '2027-08-30']);
  });

  test('cal.com #24713: a weekly repetition keeps its weekday and its wall time over a clock change', () => {
    const series = repeated(once('2025-10-20', '09:00-10:00'), { weekdays: [1, 7] });
    const window = period('2025-10-19T00:00', '2025-11-03T00:00');
    expect(occurrencesIn(series, clock, window).map((one) => wall(one.start))).toEqual(
      ['2025-10-26T09:00', '2025-10-20T09:00', '2025-10-27T09:00', '2025-11-02T09:00'].sort(),
    );
  });

  test('an interval of 0 counts as 1', () => {
    expect(days(repeated(morning, { interval: 0 }), '2027-05-03', '2027-05-10')).toEqual([
      '2027-05-03',
      '2027-05-10',
    ]);
  });
});

describe('one occurrence, without touching the others (rdvsp #1707)', () => {
  const weekly = repeated(morning);

  test('skipped', () => {
    const series = {
      ...weekly,
      exceptions: [{ kind: 'skipped' as const, day: day('2027-05-10') }],
    };
    expect(days(series, '2027-05-01', '2027-05-20')).toEqual(['2027-05-03', '2027-05-17']);
  });

  test('changed', () => {
    const series = {
      ...weekly,
      exceptions: [
        { kind: 'changed' as const, day: day('2027-05-10'), blocks: [block('14:00-16:00')] },
      ],
    };
    const pattern = patternOf(series);
    expect(
      ['2027-05-03', '2027-05-10', '2027-05-17'].map(
        (date) => blocksOn(pattern, day(date))[0]?.start,
      ),
    ).toEqual([540, 840, 540]);
  });

  test('moved to another day, even past the end of the series, before its beginning, or onto another occurrence', () => {
    const moved = (toDay: string) => {
      const exceptions = [
        {
          kind: 'moved' as const,
          day: day('2027-05-10'),
          toDay: day(toDay),
          blocks: [block('14:00-16:00')],
        },
      ];
      return days(
        { ...repeated(morning, { until: day('2027-05-17') }), exceptions },
        '2027-04-01',
        '2027-06-30',
      );
    };
    expect(moved('2027-05-12')).toEqual(['2027-05-03', '2027-05-12', '2027-05-17']);
    expect(moved('2027-06-09')).toEqual(['2027-05-03', '2027-05-17', '2027-06-09']);
    expect(moved('2027-04-28')).toEqual(['2027-04-28', '2027-05-03', '2027-05-17']);
    expect(moved('2027-05-17')).toEqual(['2027-05-03', '2027-05-17', '2027-05-17']);
  });

  test('an exception on a day without occurrence changes nothing', () => {
    const series = {
      ...weekly,
      exceptions: [{ kind: 'skipped' as const, day: day('2027-05-11') }],
    };
    expect(days(series, '2027-05-01', '2027-05-20')).toEqual([
      '2027-05-03',
      '2027-05-10',
      '2027-05-17',
    ]);
  });
});

describe('blocks', () => {
  test('past midnight and over several days', () => {
    const night = once('2027-05-03', '22:00-25:30');
    expect(occurrencesIn(night, clock, period('2027-05-04T01:00', '2027-05-04T02:00'))).toEqual([
      period('2027-05-03T22:00', '2027-05-04T01:30'),
    ]);
    const month = once('2027-05-03', `00:00-${31 * 24}:00`);
    expect(occurrencesIn(month, clock, period('2027-06-02T12:00', '2027-06-02T13:00'))).toEqual([
      period('2027-05-03T00:00', '2027-06-03T00:00'),
    ]);
    expect(occurrencesIn(month, clock, period('2027-06-03T00:00', '2027-06-03T13:00'))).toEqual([]);
  });

  test('in the hour that does not exist: nothing; across it: what remains; in the hour that comes back: both', () => {
    const of = (date: string, text: string) =>
      occurrencesIn(once(date, text), clock, period('2027-01-01T00:00', '2027-12-31T00:00')).map(
        (one) => (one.end - one.start) / 60_000,
      );
    expect(of('2027-03-28', '02:00-03:00')).toEqual([]);
    expect(of('2027-03-28', '01:30-03:30')).toEqual([60]);
    expect(of('2027-10-31', '02:00-03:00')).toEqual([120]);
    expect(of('2027-10-31', '01:30-03:30')).toEqual([180]);
  });
});

test('an end given as an instant lets in what starts at it or before, on the wall of the zone', () => {
  const end = (text: string) => untilDayOf({ at: Date.parse(text), startMinute: 11 * 60 }, clock);
  expect(end('2026-03-10T09:59:59Z')).toBe(day('2026-03-09'));
  expect(end('2026-03-10T10:00:00Z')).toBe(day('2026-03-10'));
});
