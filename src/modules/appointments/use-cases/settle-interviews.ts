import type { Ctx } from '#platform/context.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import type { CancellationRefusal } from '../rules/cancellation.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import type { OpenedCalendar } from './open-calendar.ts';
import { readTouchedInterviews } from './read-interviews.ts';
import type { AbsenceView } from './read-absences.ts';

export interface SettlingAsked {
  readonly calendar: OpenedCalendar;
  readonly absence: AbsenceView['absence'];
  /** Which of the interviews that the absence falls on; null: all those that stand now. */
  readonly only: AppointmentId | null;
  /** A code that the coordinator reads (SM-24). */
  readonly reason: string;
  /** In words, for the young people. */
  readonly note: string | null;
}

/**
 * The structure cancels interviews that an absence falls on, each with its message; answers how many. One that its young person has cancelled
 * meanwhile counts as settled. `not-found` when the actor may not write in that calendar, or when none is meant.
 */
export async function settleInterviews(
  ctx: Ctx,
  asked: SettlingAsked,
): Promise<Decision<CancellationRefusal | 'not-found', number>> {
  const { calendar, only, reason, note } = asked;
  if (calendar.access !== 'change') return refuse('not-found');
  const touched = await readTouchedInterviews(ctx, calendar, asked.absence);
  const meant = touched.filter(({ appointment }) => only === null || appointment.id === only);
  if (meant.length === 0) return refuse('not-found');
  let cancelled = 0;
  for (const { appointment } of meant) {
    const { networkId, id: appointmentId } = appointment;
    const decision = await cancelAppointment(ctx, {
      networkId,
      appointmentId,
      by: 'structure',
      reason,
      note,
    });
    if (decision.ok) cancelled += 1;
    else if (decision.refusal !== 'already-cancelled') return decision;
  }
  return accept(cancelled);
}
