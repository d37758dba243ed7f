import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { YouthFile } from '#modules/accompaniment/index.ts';
import type { Network } from '#modules/network/index.ts';
import { clashOf, markMoved } from '../data/appointments.ts';
import type { Appointment } from '../data/appointments.ts';
import type { ChosenSlot } from '../rules/slot-decision.ts';
import { channelsOf } from './appointment-facts.ts';
import { planTelling, replanReminders, tellFormerAdviser } from './plan-messages.ts';
import { readMeeting } from './read-meeting.ts';
import { subjectOf } from './subject.ts';
import { writeTimeline } from './write-timeline.ts';

export interface Relocation {
  readonly network: Network;
  /** Locked. */
  readonly appointment: Appointment;
  readonly youth: YouthFile | null;
  /** Decided, its calendar locked. */
  readonly chosen: ChosenSlot;
  /** What both sides are told. */
  readonly kind: 'moved' | 'transferred';
}

/** Writes the interview at its new place in one statement, which may overlap its own former time; both sides are told, the reminders follow. */
export async function relocate(
  ctx: Ctx,
  tx: Tx,
  { network, appointment, youth, chosen, kind }: Relocation,
): Promise<Decision<'busy' | 'youth-busy'>> {
  const target = targetOf(chosen);
  const meeting = await readMeeting(tx, target, { network, code: ctx.newToken().slice(0, 16) });
  const clash = await clashOf(tx, (inner) =>
    markMoved(inner, appointment.id, { ...target, meeting }),
  );
  if (clash) return refuse(clash === 'youth-taken' ? 'youth-busy' : 'busy');
  const moved = { ...appointment, ...target, sequence: appointment.sequence + 1 };
  const channels = channelsOf(youth);
  await planTelling(ctx, tx, subjectOf(moved), {
    kind,
    channels,
    audiences: ['youth', 'professional'],
  });
  if (target.personId !== appointment.personId) {
    await tellFormerAdviser(ctx, tx, { former: appointment, moved });
  }
  await replanReminders(ctx, tx, subjectOf(moved), channels);
  await writeTimeline(ctx, tx, moved);
  return accept();
}

function targetOf(chosen: ChosenSlot) {
  const inPerson = chosen.mode === 'in-person';
  return {
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
}
