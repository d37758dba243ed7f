import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { findYouthFile } from '#modules/accompaniment/index.ts';
import { lockAppointment, markCancelled } from '../data/appointments.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { decideCancellation } from '../rules/cancellation.ts';
import type { CancellationRefusal } from '../rules/cancellation.ts';
import type { CancelledBy } from '../rules/status.ts';
import { factsOf, channelsOf } from './appointment-facts.ts';
import { dropReminders, planTelling } from './plan-messages.ts';
import { subjectOf } from './subject.ts';
import { writeTimeline } from './write-timeline.ts';

export interface CancellationAsked {
  readonly networkId: NetworkId;
  readonly appointmentId: AppointmentId;
  readonly by: CancelledBy;
  /** A code of `cancellationReasons`, or null from a young person who does not want to say. */
  readonly reason: string | null;
  /** In words, for the other side. */
  readonly note: string | null;
}

/** Frees the slot at once and tells both sides. The caller has checked whose interview it is. */
export async function cancelAppointment(
  ctx: Ctx,
  asked: CancellationAsked,
): Promise<Decision<CancellationRefusal | 'not-found'>> {
  const { networkId, by } = asked;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const appointment = await lockAppointment(tx, networkId, asked.appointmentId);
    if (!appointment) return refuse('not-found');
    const now = ctx.now();
    const decision = decideCancellation({
      appointment: factsOf(appointment),
      by,
      reason: asked.reason,
      now: now.epochMilliseconds,
    });
    if (!decision.ok) return decision;
    const reason = asked.reason ?? 'unsaid';
    await markCancelled(tx, appointment.id, { at: now, by, reason, note: asked.note });
    const cancelled = {
      ...appointment,
      status: 'cancelled' as const,
      sequence: appointment.sequence + 1,
    };
    const youth = appointment.youthFileId
      ? await findYouthFile(tx, { networkId, youthFileId: appointment.youthFileId })
      : null;
    await dropReminders(ctx, tx, appointment.id, 'cancelled');
    await planTelling(ctx, tx, subjectOf(cancelled), {
      kind: 'cancelled',
      channels: channelsOf(youth),
      audiences: ['youth', 'professional'],
    });
    await writeTimeline(ctx, tx, cancelled);
    await record(ctx, tx, {
      verb: 'appointments.cancel-appointment',
      networkId,
      subject: { kind: 'appointment', id: appointment.id },
      reason,
      facts: { by },
    });
    return accept();
  });
}
