import { describe, expect, it } from 'vitest';
import { dateOfEpochDay, epochDayOf } from '#platform/kernel/time.ts';
import { readPublishedHolidays } from '#tests/territories/published-holidays.ts';
import type { HolidayCalendar } from './public-holidays.ts';
import {
  closedDays,
  HOLIDAY_CALENDARS,
  holidayCalendarOfDepartement,
  publicHolidays,
} from './public-holidays.ts';

function datesOf(calendar: HolidayCalendar, year: number): string[] {
  return publicHolidays(calendar, year).map(({ date }) => date.toString().slice(5));
}

describe('publicHolidays', () => {
  it('mainland, 2027', () => {
    expect(datesOf('metropole', 2027)).toEqual([
      '01-01',
      '03-29',
      '05-01',
      '05-06',
      '05-08',
      '05-17',
      '07-14',
      '08-15',
      '11-01',
      '11-11',
      '12-25',
    ]);
  });

  // Easter Mondays: the earliest and the latest of our times, a leap year, a new century.
  it.each([
    [2008, '03-24'],
    [2011, '04-25'],
    [2024, '04-01'],
    [2038, '04-26'],
    [2100, '03-29'],
  ])('Easter Monday of %i is %s', (year, date) => {
    expect(datesOf('metropole', year)).toContain(date);
  });

  it('keeps both when two fall on the same day', () => {
    const names = publicHolidays('metropole', 2008).filter(
      ({ date }) => date.toString() === '2008-05-01',
    );
    expect(names.map(({ name }) => name).toSorted()).toEqual(['Ascension', 'fête du Travail']);
  });

  it.each<[HolidayCalendar, number, string[]]>([
    ['metropole', 2027, []],
    ['alsace-moselle', 2027, ['03-26', '12-26']],
    ['mayotte', 2027, ['04-27']],
    ['martinique', 2027, ['05-22']],
    ['guadeloupe', 2027, ['05-27']],
    ['saint-martin', 2017, ['05-27']],
    ['saint-martin', 2018, ['05-28']],
    ['guyane', 2027, ['06-10']],
    ['saint-barthelemy', 2027, ['10-09']],
    ['la-reunion', 2027, ['12-20']],
    ['saint-pierre-et-miquelon', 2027, []],
    ['nouvelle-caledonie', 2027, ['09-24']],
    ['polynesie-francaise', 2024, ['03-05', '03-29', '06-29']],
    ['polynesie-francaise', 2025, ['03-05', '04-18', '11-20']],
    ['wallis-et-futuna', 2027, ['04-28', '07-29']],
  ])('%s, %i, adds %j to the mainland’s', (calendar, year, added) => {
    const mainland = new Set(datesOf('metropole', year));
    expect(datesOf(calendar, year).filter((date) => !mainland.has(date))).toEqual(added);
  });
});

describe('holidayCalendarOfDepartement', () => {
  it.each([
    ['23', 'metropole'],
    ['2A', 'metropole'],
    ['54', 'metropole'],
    ['57', 'alsace-moselle'],
    ['67', 'alsace-moselle'],
    ['68', 'alsace-moselle'],
    ['69', 'metropole'],
    ['974', 'la-reunion'],
    ['975', 'saint-pierre-et-miquelon'],
    ['984', 'metropole'],
    ['988', 'nouvelle-caledonie'],
  ])('%s keeps %s', (code, calendar) => {
    expect(holidayCalendarOfDepartement(code)).toBe(calendar);
  });

  it('refuses a code of no département', () => {
    expect(() => holidayCalendarOfDepartement('99')).toThrow(RangeError);
  });
});

describe('closedDays', () => {
  const day = (date: string) => epochDayOf(Temporal.PlainDate.from(date));

  it('holds both ends and nothing beyond', () => {
    const closed = closedDays('metropole', day('2027-05-01'), day('2027-05-08'));
    expect(
      [...closed].toSorted((a, b) => a - b).map((each) => dateOfEpochDay(each).toString()),
    ).toEqual(['2027-05-01', '2027-05-06', '2027-05-08']);
    expect(closedDays('metropole', day('2027-05-02'), day('2027-05-05')).size).toBe(0);
  });

  it('crosses the end of the year', () => {
    const closed = closedDays('alsace-moselle', day('2026-12-25'), day('2027-01-01'));
    expect([...closed]).toEqual([day('2026-12-25'), day('2026-12-26'), day('2027-01-01')]);
  });

  it('is empty when the end is before the start', () => {
    expect(closedDays('metropole', day('2027-05-08'), day('2027-05-01')).size).toBe(0);
  });
});

const published = readPublishedHolidays();

const ZONES: Readonly<Record<string, HolidayCalendar>> = {
  Métropole: 'metropole',
  'Alsace-Moselle': 'alsace-moselle',
  Guadeloupe: 'guadeloupe',
  Guyane: 'guyane',
  Martinique: 'martinique',
  Mayotte: 'mayotte',
  'Nouvelle-Calédonie': 'nouvelle-caledonie',
  'La Réunion': 'la-reunion',
  'Polynésie Française': 'polynesie-francaise',
  'Saint-Barthélémy': 'saint-barthelemy',
  'Saint-Martin': 'saint-martin',
  'Wallis-et-Futuna': 'wallis-et-futuna',
  'Saint-Pierre-et-Miquelon': 'saint-pierre-et-miquelon',
};

describe.runIf(published)('the published list', () => {
  it('is ours, every year and every zone, but for what collectivities voted themselves', () => {
    const { jours, meta } = published ?? { jours: [], meta: { range: ['', ''] } };
    const [first, last] = meta.range.map((date) => Number(date.slice(0, 4)));
    expect(Object.values(ZONES).toSorted()).toEqual(HOLIDAY_CALENDARS.toSorted());
    for (const [zone, calendar] of Object.entries(ZONES)) {
      const theirs = jours.filter(({ zones }) => zones.includes(zone)).map(({ date }) => date);
      const ours: string[] = [];
      for (let year = first ?? 0; year <= (last ?? 0); year += 1) {
        const national = publicHolidays(calendar, year).filter(
          ({ source }) => source === 'national',
        );
        ours.push(...national.map(({ date }) => date.toString()));
      }
      expect(ours, zone).toEqual(theirs.toSorted());
    }
  });
});
