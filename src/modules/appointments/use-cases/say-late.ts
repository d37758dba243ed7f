import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { planNotices } from '#modules/notifications/index.ts';
import { lockAppointment, markLate } from '../data/appointments.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { maySayLate } from '../rules/lateness.ts';
import { factsOf } from './appointment-facts.ts';
import { TELL_PARTIES } from './plan-messages.ts';

export interface LateSaid {
  readonly networkId: NetworkId;
  readonly appointmentId: AppointmentId;
  /** 5 to 60. */
  readonly minutes: number;
}

/** "I am late": the adviser is told at once, and sees it on their day. Saying it again gives the new figure. */
export async function sayLate(
  ctx: Ctx,
  said: LateSaid,
): Promise<Decision<'not-found' | 'not-now'>> {
  const { networkId, appointmentId, minutes } = said;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const appointment = await lockAppointment(tx, networkId, appointmentId);
    if (!appointment) return refuse('not-found');
    const now = ctx.now();
    if (!maySayLate(factsOf(appointment), now.epochMilliseconds)) return refuse('not-now');
    await markLate(tx, appointmentId, { minutes, at: now });
    await planNotices(ctx, tx, [
      {
        networkId,
        job: TELL_PARTIES,
        kind: 'late',
        subjectId: appointmentId,
        // Another figure is another thing to say; the same one is not.
        version: appointment.sequence * 1000 + minutes,
        audience: 'professional',
        channel: 'email',
        dueAt: now,
      },
    ]);
    await record(ctx, tx, {
      verb: 'appointments.say-late',
      networkId,
      subject: { kind: 'appointment', id: appointmentId },
      facts: { minutes },
    });
    return accept();
  });
}
