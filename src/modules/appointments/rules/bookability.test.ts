import { describe, expect, test } from 'vitest';
import { epochDayOf } from '#platform/kernel/time.ts';
import { bookableIntervals, mayBeBooked, whyNotBookable } from './bookability.ts';
import type { BookabilityFacts } from './bookability.ts';
import { zoneClock } from './zone-clock.ts';

const clock = zoneClock('Europe/Paris');
const day = (text: string) => epochDayOf(Temporal.PlainDate.from(text));
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).epochMilliseconds;
const always = [{ from: day('2020-01-01'), until: null }];
const facts: BookabilityFacts = {
  trainedOn: day('2027-02-10'),
  agreements: [{ from: day('2027-01-01'), until: day('2027-12-31') }],
  serviceFrom: day('2027-03-01'),
  affiliations: always,
  memberships: always,
};
const window = { start: at('2027-01-01T00:00'), end: at('2029-01-01T00:00') };
const may = (changes: Partial<BookabilityFacts>, when: string) =>
  mayBeBooked({ ...facts, ...changes }, at(when), clock);

describe('may be booked, on the day of the slot', () => {
  test('from the service date on', () => {
    expect(may({}, '2027-02-28T23:59')).toBe(false);
    expect(may({}, '2027-03-01T00:00')).toBe(true);
  });

  test('slots stop the day after an announced end', () => {
    expect(may({}, '2027-12-31T23:59')).toBe(true);
    expect(may({}, '2028-01-01T00:00')).toBe(false);
  });

  test('SM-73: untrained, no slot even if the agreement is in force; trained, from that day on', () => {
    expect(may({ trainedOn: null }, '2027-06-01T10:00')).toBe(false);
    expect(may({ trainedOn: day('2027-06-02') }, '2027-06-01T10:00')).toBe(false);
    expect(may({ trainedOn: day('2027-06-01') }, '2027-06-01T10:00')).toBe(true);
  });

  test('a renewal the day after leaves no hole, a later one leaves one', () => {
    const [first] = facts.agreements;
    const renewed = (from: string) => ({ agreements: [first!, { from: day(from), until: null }] });
    expect(bookableIntervals({ ...facts, ...renewed('2028-01-01') }, window, clock)).toEqual([
      { start: at('2027-03-01T00:00'), end: window.end },
    ]);
    expect(bookableIntervals({ ...facts, ...renewed('2028-02-01') }, window, clock)).toEqual([
      { start: at('2027-03-01T00:00'), end: at('2028-01-01T00:00') },
      { start: at('2028-02-01T00:00'), end: window.end },
    ]);
  });

  test.each(['affiliations', 'memberships', 'agreements'] as const)(
    'dated %s bound it',
    (which) => {
      const one = { [which]: [{ from: day('2027-05-01'), until: day('2027-05-31') }] };
      expect(may(one, '2027-04-30T12:00')).toBe(false);
      expect(may(one, '2027-05-01T12:00')).toBe(true);
      expect(may(one, '2027-05-31T12:00')).toBe(true);
      expect(may(one, '2027-06-01T12:00')).toBe(false);
      expect(may({ [which]: [] }, '2027-05-15T12:00')).toBe(false);
    },
  );

  test('the gaps are named', () => {
    expect(whyNotBookable(facts, day('2027-06-01'))).toEqual([]);
    const nothing = {
      trainedOn: null,
      serviceFrom: null,
      agreements: [],
      affiliations: [],
      memberships: [],
    };
    expect(whyNotBookable(nothing, 0)).toEqual([
      'not-trained',
      'no-agreement',
      'service-not-open',
      'not-affiliated',
      'not-member',
    ]);
  });
});
