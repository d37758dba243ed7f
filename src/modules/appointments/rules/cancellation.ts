import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import { statusAfter } from './status.ts';
import type { AppointmentStatus, CancelledBy } from './status.ts';

/** What the rules need of an appointment. */
export interface AppointmentFacts {
  readonly status: AppointmentStatus;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

export type CancellationRefusal =
  | 'already-cancelled'
  | 'not-booked'
  | 'already-started'
  | 'reason-missing';

/**
 * The young person frees the slot before it starts, without having to say why (SM-23: no penalty, no commitment). The structure may withdraw at
 * any time until the outcome is recorded, with a reason that the coordinator sees (SM-24).
 */
export function decideCancellation(facts: {
  readonly appointment: AppointmentFacts;
  readonly by: CancelledBy;
  readonly reason: string | null;
  readonly now: EpochMs;
}): Decision<CancellationRefusal> {
  const { appointment, by, reason, now } = facts;
  if (appointment.status === 'cancelled') return refuse('already-cancelled');
  if (statusAfter(appointment.status, 'cancel') === null) return refuse('not-booked');
  if (by === 'youth' && now >= appointment.start) return refuse('already-started');
  if (by === 'structure' && isBlank(reason)) return refuse('reason-missing');
  return accept();
}

export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
