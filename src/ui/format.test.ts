import { describe, expect, it } from 'vitest';
import * as format from './format.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
/** Fine and plain no-break spaces shown as ~ and _ so that a failing case can be read. */
const shown = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');

describe('days', () => {
  it.each([
    ['2027-05-03', undefined, 'lundi 3_mai'],
    ['2027-05-01', undefined, 'samedi 1er_mai'],
    ['2027-08-15', '2027-01-01', 'dimanche 15_août'],
    ['2028-01-01', '2027-12-31', 'samedi 1er_janvier 2028'],
    ['2026-12-31', '2027-01-01', 'jeudi 31_décembre 2026'],
  ])('%s read on %s is « %s »', (day, today, words) => {
    expect(
      shown(format.formatDay(date(day), { today: today === undefined ? undefined : date(today) })),
    ).toBe(words);
  });

  it.each([
    ['2027-03-01', 'hier'],
    ['2027-03-02', 'aujourd’hui'],
    ['2027-03-03', 'demain'],
    ['2027-03-04', 'jeudi 4_mars'],
    ['2027-02-28', 'dimanche 28_février'],
  ])('%s seen from 2 March is « %s »', (day, words) => {
    expect(shown(format.formatRelativeDay(date(day), date('2027-03-02')))).toBe(words);
  });

  it('months and short dates', () => {
    expect(format.formatMonth(date('2027-02-09'))).toBe('février 2027');
    expect(format.formatMonth(Temporal.PlainYearMonth.from('2027-12'))).toBe('décembre 2027');
    expect(format.formatShortDate(date('2027-02-09'))).toBe('09/02/2027');
    expect(format.capitalise('été')).toBe('Été');
  });
});

describe('times', () => {
  it.each([
    ['09:00', '9_h'],
    ['09:05', '9_h_05'],
    ['00:00', '0_h'],
    ['23:59', '23_h_59'],
  ])('%s is « %s »', (clock, words) => expect(shown(format.formatTime(time(clock)))).toBe(words));

  it('joins a day and a time in the zone of the moment', () => {
    const at = Temporal.ZonedDateTime.from('2027-05-03T09:30[America/Martinique]');
    expect(shown(format.formatDateTime(at))).toBe('lundi 3_mai à 9_h_30');
    expect(shown(format.formatTimeRange(time('09:00'), time('10:15')))).toBe('de 9_h à 10_h_15');
  });

  it.each([
    [0, '0_min'],
    [59, '59_min'],
    [60, '1_h'],
    [65, '1_h_05'],
    [-90, '−1_h_30'],
  ])('%d minutes are « %s »', (minutes, words) =>
    expect(shown(format.formatDuration(minutes))).toBe(words),
  );
});

describe('numbers', () => {
  it.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [1000, 0, '1~000'],
    [1234567, 0, '1~234~567'],
    [2.5, 1, '2,5'],
    [2, 1, '2'],
    [-0.2, 0, '0'],
    [-1200, 0, '−1~200'],
  ])('%d with %d decimals is « %s »', (value, decimals, words) => {
    expect(shown(format.formatNumber(value, decimals))).toBe(words);
  });

  it.each([
    [0.99, 'moins de 1_km'],
    [1, '1_km'],
    [2.46, '2,5_km'],
    [9.94, '9,9_km'],
    [9.95, '10_km'],
    [12.4, '12_km'],
  ])('%d km are « %s »', (km, words) => expect(shown(format.formatDistance(km))).toBe(words));

  it.each([
    [0, '0_créneau'],
    [1, '1_créneau'],
    [2, '2_créneaux'],
    [1200, '1~200_créneaux'],
  ])('%d slots are « %s »', (count, words) => {
    expect(shown(format.formatCount(count, { one: 'créneau', many: 'créneaux' }))).toBe(words);
  });

  it('shares, lists and phones', () => {
    expect(shown(format.formatPercent(0.425, 1))).toBe('42,5_%');
    expect(format.formatList([])).toBe('');
    expect(format.formatList(['lundi'])).toBe('lundi');
    expect(format.formatList(['lundi', 'mardi', 'jeudi'])).toBe('lundi, mardi et jeudi');
    expect(format.formatList(['mail', 'SMS'], 'ou')).toBe('mail ou SMS');
    expect(shown(format.formatPhone('+33 5 55 12 34 56'))).toBe('05_55_12_34_56');
    expect(shown(format.formatPhone('0555.12.34.56'))).toBe('05_55_12_34_56');
    expect(format.formatPhone('+596 596 12 34 56')).toBe('+596 596 12 34 56');
    expect(format.formatPhone('3114')).toBe('3114');
  });
});
