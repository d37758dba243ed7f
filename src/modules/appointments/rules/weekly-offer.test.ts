import { describe, expect, test } from 'vitest';
import type { OrganisationId } from '#platform/kernel/actor.ts';
import type { AdviserCalendar, OpeningId, Supply } from './calendar.ts';
import {
  PARIS,
  absence,
  adviser,
  appointment,
  day,
  once,
  opening,
  organisation,
  period,
  place,
  repeated,
  supply,
} from './sample-calendars.ts';
import { DEFAULT_WEEKLY_MINIMUM, countWeeklyOffer } from './weekly-offer.ts';

const MONDAY = '2027-05-03';
const friday = (hours: string) => [opening(repeated(once('2027-04-09', hours)))];

function week(changes: Partial<AdviserCalendar>, world: Partial<Supply> = {}) {
  const known = supply([adviser('a', changes)], world);
  const asked = {
    organisationIds: [organisation],
    mondays: [day(MONDAY)],
    minimum: DEFAULT_WEEKLY_MINIMUM,
    clock: known.clocks(PARIS),
  };
  const { offered, lostToHolidays, lostToLongAbsences, verdict } = countWeeklyOffer(
    known,
    asked,
  )[0]!;
  return [offered, lostToHolidays, lostToLongAbsences, verdict];
}

describe('SM-31, SM-34, X-10: slots offered in a week, per organisation', () => {
  test('3 is enough, 2 is an alert', () => {
    expect(week({ openings: friday('09:00-12:00') })).toEqual([3, 0, 0, 'enough']);
    expect(week({ openings: friday('09:00-11:30') })).toEqual([2, 0, 0, 'short']);
    expect(week({})).toEqual([0, 0, 0, 'short']);
  });

  test('unused or booked, they count the same', () => {
    const busy = [
      { ...period('2027-05-07T09:00', '2027-05-07T10:00'), appointmentId: appointment('x') },
      { ...period('2027-05-07T10:30', '2027-05-07T11:30'), appointmentId: appointment('y') },
    ];
    expect(week({ openings: friday('09:00-12:00'), busy })).toEqual([3, 0, 0, 'enough']);
  });

  test('what an outside calendar takes is not offered', () => {
    expect(
      week({
        openings: friday('09:00-12:00'),
        busy: [period('2027-05-07T09:00', '2027-05-07T10:00')],
      }),
    ).toEqual([2, 0, 0, 'short']);
  });

  test('a holiday week and a declared long absence: no alert, a gap in coverage', () => {
    const closedDays = new Map([['mainland', new Set([day('2027-05-07')])]]);
    const away = absence(once('2027-04-01', `00:00-${60 * 24}:00`), { kind: 'long' });
    expect(week({ openings: friday('09:00-12:00') }, { closedDays })).toEqual([0, 3, 0, 'excused']);
    expect(week({ openings: friday('09:00-12:00'), absences: [away] })).toEqual([
      0,
      0,
      3,
      'excused',
    ]);
    expect(week({ openings: friday('09:00-12:00'), absences: [away] }, { closedDays })).toEqual([
      0,
      0,
      3,
      'excused',
    ]);
  });

  test('a short absence excuses nothing, nor a holiday in a week that was short anyway', () => {
    const closedDays = new Map([['mainland', new Set([day('2027-05-07')])]]);
    expect(
      week({
        openings: friday('09:00-12:00'),
        absences: [absence(once('2027-05-07', '09:00-10:00'))],
      }),
    ).toEqual([2, 0, 0, 'short']);
    expect(week({ openings: friday('09:00-11:00') }, { closedDays })).toEqual([0, 2, 0, 'short']);
  });

  test('untrained, nothing is offered; skipped, nothing either', () => {
    expect(week({ openings: friday('09:00-12:00'), bookableDuring: [] })).toEqual([
      0,
      0,
      0,
      'short',
    ]);
  });

  test('two openings over each other count once; two organisations are told apart', () => {
    const openings = [
      ...friday('09:00-12:00'),
      { ...friday('09:00-12:00')[0]!, id: 'b' as OpeningId },
    ];
    expect(week({ openings })[0]).toBe(3);
    const other = 'other' as OrganisationId;
    const known = supply([
      adviser('a', { openings: friday('09:00-12:00') }),
      adviser('b', { openings: [{ ...friday('09:00-10:00')[0]!, organisationId: other }] }),
    ]);
    const asked = {
      organisationIds: [organisation, other],
      mondays: [day('2027-04-26'), day(MONDAY)],
      minimum: 3,
      clock: known.clocks(PARIS),
    };
    expect(
      countWeeklyOffer(known, asked).map((one) => [
        one.monday - day(MONDAY),
        one.organisationId,
        one.offered,
        one.verdict,
      ]),
    ).toEqual([
      [-7, organisation, 3, 'enough'],
      [-7, other, 1, 'short'],
      [0, organisation, 3, 'enough'],
      [0, other, 1, 'short'],
    ]);
  });

  test('in person, no more at once than there are rooms', () => {
    const inPerson = [
      opening(once('2027-05-07', '09:00-12:00'), { placeId: place, modes: ['in-person'] }),
    ];
    const offered = (rooms: number) => {
      const advisers = ['a', 'b', 'c'].map((name) => adviser(name, { openings: inPerson }));
      const busy = [{ room: 1, ...period('2027-05-07T09:00', '2027-05-07T10:00') }];
      const known = supply(advisers, { rooms: new Map([[place, { rooms, busy }]]) });
      const clock = known.clocks(PARIS);
      const asked = { organisationIds: [organisation], mondays: [day(MONDAY)], minimum: 3, clock };
      return countWeeklyOffer(known, asked)[0]?.offered;
    };
    expect([0, 1, 2, 3, 4].map(offered)).toEqual([0, 3, 6, 9, 9]);
  });

  test('weeks run from Monday 00:00 to Sunday 24:00', () => {
    const on = (date: string) =>
      week({ openings: [opening(once(date, '00:00-01:00', '23:00-24:00'))] })[0];
    expect(['2027-05-02', '2027-05-03', '2027-05-09', '2027-05-10'].map(on)).toEqual([0, 2, 2, 0]);
  });
});
