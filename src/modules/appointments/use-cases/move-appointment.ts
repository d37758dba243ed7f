import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { findYouthFile } from '#modules/accompaniment/index.ts';
import type { Network } from '#modules/network/index.ts';
import { clashOf, lockAppointment, markMoved } from '../data/appointments.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { decideMoving } from '../rules/moving.ts';
import type { MovingRefusal } from '../rules/moving.ts';
import type { SlotRefusal } from '../rules/slot-decision.ts';
import { channelsOf, factsOf } from './appointment-facts.ts';
import { chooseSlot } from './choose-slot.ts';
import type { SlotAsked } from './choose-slot.ts';
import { planTelling, replanReminders } from './plan-messages.ts';
import { readMeeting } from './read-meeting.ts';
import { subjectOf } from './subject.ts';
import { writeTimeline } from './write-timeline.ts';

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
): Promise<Decision<MovingRefusal | SlotRefusal | 'not-found' | 'youth-busy'>> {
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
    const { decision } = await chooseSlot(tx, slot, { network, now, audience: asked.audience, moving: appointmentId });
    if (!decision.ok) return decision;
    const chosen = decision.value;
    const inPerson = chosen.mode === 'in-person';
    const target = {
      personId: chosen.adviserId,
      organisationId: chosen.organisationId,
      openingId: chosen.openingId,
      placeId: inPerson ? chosen.placeId : null,
      roomNo: inPerson ? chosen.room : null,
      mode: chosen.mode,
      period: { start: chosen.start, end: chosen.end },
      zone: chosen.zone,
      pauseMinutes: chosen.pauseMinutes,
    };
    const meeting = await readMeeting(tx, target, { network, code: ctx.newToken().slice(0, 16) });
    const clash = await clashOf(tx, (inner) => markMoved(inner, appointmentId, { ...target, meeting }));
    if (clash) return refuse(clash === 'youth-taken' ? 'youth-busy' : 'busy');
    const moved = { ...appointment, ...target, sequence: appointment.sequence + 1 };
    const youth = appointment.youthFileId
      ? await findYouthFile(tx, { networkId, youthFileId: appointment.youthFileId })
      : null;
    const channels = channelsOf(youth);
    await planTelling(ctx, tx, subjectOf(moved), { kind: 'moved', channels, audiences: ['youth', 'professional'] });
    await replanReminders(ctx, tx, subjectOf(moved), channels);
    await writeTimeline(ctx, tx, moved);
    await record(ctx, tx, {
      verb: 'appointments.move-appointment',
      networkId,
      subject: { kind: 'appointment', id: appointmentId },
      facts: { audience: asked.audience },
    });
    return accept();
  });
}

function isThere(
  appointment: { readonly personId: string; readonly mode: string; readonly period: { readonly start: number } },
  slot: SlotAsked,
): boolean {
  return (
    appointment.personId === slot.personId &&
    appointment.period.start === slot.start &&
    appointment.mode === slot.mode
  );
}
