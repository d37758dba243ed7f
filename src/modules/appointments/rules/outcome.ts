import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { DAY_MS, HOUR_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import { isBlank } from './cancellation.ts';
import type { AppointmentFacts } from './cancellation.ts';
import { statusAfter } from './status.ts';
import type { AppointmentStatus, CancelledBy } from './status.ts';

/** What became of an interview, as the adviser records it. */
export type Outcome =
  | { readonly kind: 'held' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'cancelled'; readonly by: CancelledBy; readonly reason: string | null };

export type OutcomeRefusal =
  | 'not-started'
  | 'already-cancelled'
  | 'already-recorded'
  | 'reason-missing'
  | 'not-booked';

const ACTS = {
  held: 'record-held',
  absent: 'record-absent',
  cancelled: 'record-cancelled',
} as const;

/**
 * Recorded from the start on, never before; may be corrected afterwards, but for a cancellation. Gives the status reached. A
 * structure that did not hold the interview says why, and the coordinator sees it (SM-24).
 */
export function decideOutcome(facts: {
  readonly appointment: AppointmentFacts;
  readonly outcome: Outcome;
  readonly now: EpochMs;
}): Decision<OutcomeRefusal, AppointmentStatus> {
  const { appointment, outcome, now } = facts;
  if (appointment.status === 'cancelled') return refuse('already-cancelled');
  if (appointment.status === outcome.kind) return refuse('already-recorded');
  const status = statusAfter(appointment.status, ACTS[outcome.kind]);
  if (status === null) return refuse('not-booked');
  if (now < appointment.start) return refuse('not-started');
  const isRefusal = outcome.kind === 'cancelled' && outcome.by === 'structure';
  if (isRefusal && isBlank(outcome.reason)) return refuse('reason-missing');
  return accept(status);
}

/** How far a forgotten outcome is: asked for from the end on, insisted upon after a day, told to the coordinator after a week. */
export function outcomeNudge(appointment: AppointmentFacts, now: EpochMs): OutcomeNudge {
  if (appointment.status !== 'booked' || now < appointment.end) return 'none';
  if (now >= appointment.end + 7 * DAY_MS) return 'late';
  return now >= appointment.end + 24 * HOUR_MS ? 'forgotten' : 'to-record';
}

export type OutcomeNudge = 'none' | 'to-record' | 'forgotten' | 'late';
