import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { lockAppointment } from '../data/appointments.ts';
import { markNote } from '../data/follow-up.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { interviewAccess } from '../rules/interview-access.ts';

export interface NoteWritten {
  readonly networkId: NetworkId;
  readonly appointmentId: AppointmentId;
  /** At most 4,000 signs; blank takes it away. */
  readonly note: string;
}

/** The note of follow-up of an interview: read by the professionals who may open it, never sent. */
export async function noteFollowUp(ctx: Ctx, written: NoteWritten): Promise<Decision<'not-found'>> {
  const { networkId, appointmentId } = written;
  const note = written.note.trim();
  return ctx.db.inNetwork(networkId, async (tx) => {
    const appointment = await lockAppointment(tx, networkId, appointmentId);
    if (!appointment || interviewAccess(ctx.actor, appointment) !== 'act')
      return refuse('not-found');
    await markNote(tx, appointmentId, note === '' ? null : note);
    await record(ctx, tx, {
      verb: 'appointments.note-follow-up',
      networkId,
      subject: { kind: 'appointment', id: appointmentId },
    });
    return accept();
  });
}
