import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Actor } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import { findYouthFile } from '#modules/accompaniment/index.ts';
import type { Network } from '#modules/network/index.ts';
import { lockAppointment } from '../data/appointments.ts';
import type { Appointment } from '../data/appointments.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { interviewAccess } from '../rules/interview-access.ts';
import { decideMoving } from '../rules/moving.ts';
import type { MovingRefusal } from '../rules/moving.ts';
import type { ChosenSlot, SlotRefusal } from '../rules/slot-decision.ts';
import { factsOf } from './appointment-facts.ts';
import { chooseSlot } from './choose-slot.ts';
import type { SlotAsked } from './choose-slot.ts';
import { relocate } from './relocate.ts';

export interface TransferAsked {
  readonly network: Network;
  readonly appointmentId: AppointmentId;
  /** The colleague's slot: the same time, or another. */
  readonly slot: SlotAsked;
}

export type TransferRefusal =
  | MovingRefusal
  | SlotRefusal
  | 'not-found'
  | 'youth-busy'
  | 'same-adviser'
  | 'not-a-colleague';

/**
 * Gives an interview to a colleague, on a slot of theirs: the engine says whether it is one, without notice. At the same hour the
 * young person reads who receives them; at another one, the new date.
 */
export async function transferAppointment(
  ctx: Ctx,
  asked: TransferAsked,
): Promise<Decision<TransferRefusal>> {
  const { network, appointmentId, slot } = asked;
  const networkId = network.id;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const appointment = await lockAppointment(tx, networkId, appointmentId);
    if (!appointment || interviewAccess(ctx.actor, appointment) !== 'act')
      return refuse('not-found');
    const now = ctx.now();
    const may = decideGiving(appointment, slot, now.epochMilliseconds);
    if (!may.ok) return may;
    const { decision } = await chooseSlot(tx, slot, {
      network,
      now,
      audience: 'staff',
      moving: appointmentId,
    });
    if (!decision.ok) return decision;
    const chosen = decision.value;
    if (!isColleague(ctx.actor, appointment, chosen)) return refuse('not-a-colleague');
    const { youthFileId } = appointment;
    const youth = youthFileId ? await findYouthFile(tx, { networkId, youthFileId }) : null;
    const kind = chosen.start === appointment.period.start ? 'transferred' : 'moved';
    const moved = await relocate(ctx, tx, { appointment, youth, network, chosen, kind });
    if (!moved.ok) return moved;
    await record(ctx, tx, {
      verb: 'appointments.transfer-appointment',
      networkId,
      subject: { kind: 'appointment', id: appointmentId },
      facts: {
        from: appointment.personId,
        to: chosen.adviserId,
        hour: kind === 'transferred' ? 'same' : 'other',
      },
    });
    return accept();
  });
}

function decideGiving(
  appointment: Appointment,
  slot: SlotAsked,
  now: EpochMs,
): Decision<MovingRefusal | 'same-adviser'> {
  if (slot.personId === appointment.personId) return refuse('same-adviser');
  return decideMoving({ appointment: factsOf(appointment), now });
}

/** Someone of the same structure; the coordinator may look for help in the whole network. */
function isColleague(actor: Actor, appointment: Appointment, chosen: ChosenSlot): boolean {
  if (chosen.organisationId === appointment.organisationId) return true;
  return actor.kind === 'professional' && actor.role === 'coordinator';
}
