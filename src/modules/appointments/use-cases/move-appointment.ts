import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { findYouthFile } from '#modules/accompaniment/index.ts';
import type { YouthFile } from '#modules/accompaniment/index.ts';
import type { Network } from '#modules/network/index.ts';
import { lockAppointment } from '../data/appointments.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { decideAge } from '../rules/eligibility.ts';
import type { AgeRefusal } from '../rules/eligibility.ts';
import { decideMoving } from '../rules/moving.ts';
import type { MovingRefusal } from '../rules/moving.ts';
import type { SlotRefusal } from '../rules/slot-decision.ts';
import { factsOf } from './appointment-facts.ts';
import { chooseSlot } from './choose-slot.ts';
import type { SlotAsked } from './choose-slot.ts';
import { relocate } from './relocate.ts';

export interface MoveAsked {
  readonly network: Network;
  readonly appointmentId: AppointmentId;
  readonly slot: SlotAsked;
  /** The public keeps to the notice and the furthest day; staff do not. */
  readonly audience: 'public' | 'staff';
}

/**
 * The same interview at another time, with anyone, anywhere of the network: one statement, which may overlap its own former
 * time. Both sides are told, the reminders follow.
 */
export async function moveAppointment(
  ctx: Ctx,
  asked: MoveAsked,
): Promise<Decision<MovingRefusal | SlotRefusal | AgeRefusal | 'not-found' | 'youth-busy'>> {
  const { network, slot, appointmentId } = asked;
  const networkId: NetworkId = network.id;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const appointment = await lockAppointment(tx, networkId, appointmentId);
    if (!appointment) return refuse('not-found');
    const now = ctx.now();
    const may = decideMoving({ appointment: factsOf(appointment), now: now.epochMilliseconds });
    if (!may.ok) return may;
    // The same button pressed twice: it is already there.
    if (isThere(appointment, slot)) return accept();
    const { decision } = await chooseSlot(tx, slot, {
      network,
      now,
      audience: asked.audience,
      moving: appointmentId,
    });
    if (!decision.ok) return decision;
    const chosen = decision.value;
    const youth = appointment.youthFileId
      ? await findYouthFile(tx, { networkId, youthFileId: appointment.youthFileId })
      : null;
    const ofAge = decideAgeThen(asked, youth, { start: chosen.start, zone: chosen.zone });
    if (!ofAge.ok) return ofAge;
    const moved = await relocate(ctx, tx, { appointment, youth, network, chosen, kind: 'moved' });
    if (!moved.ok) return moved;
    await record(ctx, tx, {
      verb: 'appointments.move-appointment',
      networkId,
      subject: { kind: 'appointment', id: appointmentId },
      facts: { audience: asked.audience },
    });
    return accept();
  });
}

/** SM-20 is about the day of the interview: moved to another, it is asked again of the public. */
function decideAgeThen(
  { network, audience }: MoveAsked,
  youth: YouthFile | null,
  target: { readonly start: number; readonly zone: string },
): Decision<AgeRefusal> {
  if (audience === 'staff' || !youth) return accept();
  const appointmentDay = localDateAt(
    Temporal.Instant.fromEpochMilliseconds(target.start),
    target.zone,
  );
  const { ageMin: minimumAge, ageMax: maximumAge } = network.settings;
  return decideAge({ birthDate: youth.birthDate, appointmentDay }, { minimumAge, maximumAge });
}

function isThere(
  appointment: {
    readonly personId: string;
    readonly mode: string;
    readonly period: { readonly start: number };
  },
  slot: SlotAsked,
): boolean {
  return (
    appointment.personId === slot.personId &&
    appointment.period.start === slot.start &&
    appointment.mode === slot.mode
  );
}
