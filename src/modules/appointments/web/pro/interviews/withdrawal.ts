import { decideCancellation } from '../../../rules/cancellation.ts';
import type { AppointmentFacts } from '../../../rules/cancellation.ts';
import { decideOutcome } from '../../../rules/outcome.ts';
import type { Outcome } from '../../../rules/outcome.ts';
import type { EpochMs } from '#platform/kernel/time.ts';

/** Before the start it is cancelled; from the start on its outcome says so. */
export function hasStarted(appointment: AppointmentFacts, now: EpochMs): boolean {
  return now >= appointment.start;
}

/** Whether the structure may still withdraw, with a reason: a cancellation before the start, an outcome after it. */
export function mayWithdraw(appointment: AppointmentFacts, now: EpochMs): boolean {
  const reason = 'other';
  const outcome: Outcome = { kind: 'cancelled', by: 'structure', reason };
  return hasStarted(appointment, now)
    ? decideOutcome({ appointment, outcome, now }).ok
    : decideCancellation({ appointment, by: 'structure', reason, now }).ok;
}
