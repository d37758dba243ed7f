import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import type { AppointmentStatus } from './status.ts';

/** What a message spoke of when it was planned, and what the interview is now. */
export interface Spoken {
  readonly kind: string;
  readonly version: number;
}

export interface Standing {
  readonly status: AppointmentStatus;
  readonly sequence: number;
  readonly period: Interval;
}

export type Staleness = 'superseded' | 'cancelled' | 'over' | 'not-missed' | 'settled';

/** Messages that announce an interview to come. */
const ANNOUNCEMENTS = new Set([
  'confirmed',
  'moved',
  'transferred',
  'reminder-48',
  'reminder-3',
  'link-again',
  'late',
]);
/** Messages whose version is not the sequence of the interview. */
const VERSIONED_APART = new Set(['link-again', 'late', 'withdrawn']);

/**
 * Why a message must not be said any more, null when it may: a reminder of a cancelled interview, a confirmation of a date that
 * has changed since (the change says itself), anything after the end but what is about the past.
 */
export function staleness(spoken: Spoken, standing: Standing, now: EpochMs): Staleness | null {
  if (!VERSIONED_APART.has(spoken.kind) && spoken.version !== standing.sequence)
    return 'superseded';
  if (ANNOUNCEMENTS.has(spoken.kind)) {
    if (standing.status === 'cancelled') return 'cancelled';
    return now >= standing.period.end ? 'over' : null;
  }
  switch (spoken.kind) {
    case 'cancelled':
      if (standing.status !== 'cancelled') return 'superseded';
      return now >= standing.period.end ? 'over' : null;
    case 'missed':
      return standing.status === 'absent' ? null : 'not-missed';
    case 'outcome-forgotten':
      return standing.status === 'booked' ? null : 'settled';
    default:
      return null;
  }
}
