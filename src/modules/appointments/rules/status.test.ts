import { describe, expect, test } from 'vitest';
import { APPOINTMENT_ACTS, APPOINTMENT_STATUSES, statusAfter, takesTime } from './status.ts';

describe('the states of an appointment', () => {
  test('every act from every status, as a table', () => {
    const table = APPOINTMENT_STATUSES.map((status) => [
      status,
      ...APPOINTMENT_ACTS.map((act) => statusAfter(status, act)),
    ]);
    expect(table).toEqual([
      ['on_hold', 'booked', null, null, null, null, null],
      ['booked', null, 'booked', 'cancelled', 'held', 'absent', 'cancelled'],
      ['held', null, null, null, null, 'absent', 'cancelled'],
      ['absent', null, null, null, 'held', null, 'cancelled'],
      ['cancelled', null, null, null, null, null, null],
    ]);
  });

  test('cal.com #29958: one on hold takes its time; cal.com #21058: a cancelled one gives it back', () => {
    expect(APPOINTMENT_STATUSES.filter(takesTime)).toEqual(['on_hold', 'booked', 'held']);
  });
});
