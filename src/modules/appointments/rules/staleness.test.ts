import { describe, expect, it } from 'vitest';
import { staleness } from './staleness.ts';
import type { Standing } from './staleness.ts';

const HOUR = 3_600_000;
const booked: Standing = {
  status: 'booked',
  sequence: 1,
  period: { start: 10 * HOUR, end: 11 * HOUR },
};
const before = 9 * HOUR;

// Seen at rdv-service-public #3144 (reminder of a cancelled interview), #4351 (reminder after the event), #2538 (silence).
describe('staleness', () => {
  it.each(['confirmed', 'moved', 'reminder-48', 'reminder-3'])(
    'says %s of the version that stands',
    (kind) => {
      expect(staleness({ kind, version: 1 }, booked, before)).toBeNull();
    },
  );

  it.each(['confirmed', 'moved', 'reminder-48'])('keeps silent on %s of a former date', (kind) => {
    expect(staleness({ kind, version: 0 }, booked, before)).toBe('superseded');
  });

  it('never reminds of a cancelled interview', () => {
    const cancelled = { ...booked, status: 'cancelled' as const };
    expect(staleness({ kind: 'reminder-3', version: 1 }, cancelled, before)).toBe('cancelled');
  });

  it('announces until the last millisecond before the end, never from the end on', () => {
    expect(staleness({ kind: 'reminder-3', version: 1 }, booked, 11 * HOUR - 1)).toBeNull();
    expect(staleness({ kind: 'reminder-3', version: 1 }, booked, 11 * HOUR)).toBe('over');
  });

  it('says a cancellation exactly when it stands', () => {
    const cancelled = { ...booked, status: 'cancelled' as const, sequence: 2 };
    expect(staleness({ kind: 'cancelled', version: 2 }, cancelled, before)).toBeNull();
    expect(staleness({ kind: 'cancelled', version: 1 }, booked, before)).toBe('superseded');
  });

  it('tells of a missed interview only while it is recorded as missed', () => {
    expect(
      staleness({ kind: 'missed', version: 1 }, { ...booked, status: 'absent' }, 12 * HOUR),
    ).toBeNull();
    expect(
      staleness({ kind: 'missed', version: 1 }, { ...booked, status: 'held' }, 12 * HOUR),
    ).toBe('not-missed');
  });
});
