import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { AppointmentFacts } from './cancellation.ts';
import { statusAfter } from './status.ts';

export type MovingRefusal = 'already-cancelled' | 'not-booked' | 'already-started';

/** Whether the appointment may be moved at all, before it starts; where to is `decideSlot`'s, with `question.moving` set. */
export function decideMoving(facts: {
  readonly appointment: AppointmentFacts;
  readonly now: EpochMs;
}): Decision<MovingRefusal> {
  const { appointment, now } = facts;
  if (appointment.status === 'cancelled') return refuse('already-cancelled');
  if (statusAfter(appointment.status, 'move') === null) return refuse('not-booked');
  return now >= appointment.start ? refuse('already-started') : accept();
}
