import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { findYouthFile } from '#modules/accompaniment/index.ts';
import { planNotices } from '#modules/notifications/index.ts';
import { clashOf, lockAppointment, markCancelled, markOutcome } from '../data/appointments.ts';
import type { Appointment } from '../data/appointments.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { interviewAccess } from '../rules/interview-access.ts';
import { decideOutcome } from '../rules/outcome.ts';
import type { Outcome, OutcomeRefusal } from '../rules/outcome.ts';
import { afterQuietHours } from '../rules/reminders.ts';
import { zoneClock } from '../rules/zone-clock.ts';
import { channelsOf, factsOf } from './appointment-facts.ts';
import { dropReminders, planTelling, TELL_PARTIES } from './plan-messages.ts';
import { subjectOf } from './subject.ts';
import { writeTimeline } from './write-timeline.ts';

export interface OutcomeSaid {
  readonly networkId: NetworkId;
  readonly appointmentId: AppointmentId;
  readonly outcome: Outcome;
  /** For the young person, when it is a cancellation; else null. */
  readonly message: string | null;
  /** Of follow-up, for the professionals; null leaves what was noted. */
  readonly note: string | null;
}

/** `busy`: someone else was received at that time since, one cannot have been with both. */
export type RecordOutcomeRefusal = OutcomeRefusal | 'not-found' | 'busy';

/** Says what became of an interview. An absence plans the message « on ne s’est pas vus » to the young person. */
export async function recordOutcome(
  ctx: Ctx,
  said: OutcomeSaid,
): Promise<Decision<RecordOutcomeRefusal>> {
  const { networkId, outcome } = said;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const appointment = await lockAppointment(tx, networkId, said.appointmentId);
    if (!appointment || interviewAccess(ctx.actor, appointment) !== 'act')
      return refuse('not-found');
    const now = ctx.now();
    const decision = decideOutcome({
      appointment: factsOf(appointment),
      outcome,
      now: now.epochMilliseconds,
    });
    if (!decision.ok) return decision;
    const clash = await clashOf(tx, (inner) => write(inner, appointment, { said, at: now }));
    if (clash) return refuse('busy');
    const sequence = appointment.sequence + (outcome.kind === 'cancelled' ? 1 : 0);
    const recorded = { ...appointment, status: outcome.kind, sequence };
    await tell(ctx, tx, recorded);
    await writeTimeline(ctx, tx, recorded);
    await record(ctx, tx, {
      verb: 'appointments.record-outcome',
      networkId,
      subject: { kind: 'appointment', id: appointment.id },
      ...(outcome.kind === 'cancelled' && outcome.reason ? { reason: outcome.reason } : {}),
      facts: { outcome: outcome.kind, ...(outcome.kind === 'cancelled' ? { by: outcome.by } : {}) },
    });
    return accept();
  });
}

async function write(
  tx: Tx,
  appointment: Appointment,
  { said, at }: { readonly said: OutcomeSaid; readonly at: Temporal.Instant },
): Promise<void> {
  const { outcome, message, note } = said;
  if (outcome.kind !== 'cancelled') {
    const kept = note ?? appointment.outcomeNote;
    return markOutcome(tx, appointment.id, { status: outcome.kind, at, note: kept });
  }
  const reason = outcome.reason ?? 'unsaid';
  return markCancelled(tx, appointment.id, { at, by: outcome.by, reason, note: message });
}

/**
 * The young person is told that they were missed once the interview is over, so that somebody late is not told while they
 * come up the stairs; and that it was cancelled, while it is not over.
 */
async function tell(ctx: Ctx, tx: Tx, recorded: Appointment): Promise<void> {
  const { networkId, youthFileId, status, period } = recorded;
  const youth = youthFileId ? await findYouthFile(tx, { networkId, youthFileId }) : null;
  const channels = channelsOf(youth);
  const now = ctx.now().epochMilliseconds;
  if (status === 'cancelled') {
    await dropReminders(ctx, tx, recorded.id, 'cancelled');
    if (now >= period.end) return;
    await planTelling(ctx, tx, subjectOf(recorded), {
      kind: 'cancelled',
      channels,
      audiences: ['youth', 'professional'],
    });
  }
  if (status !== 'absent') return;
  const dueAt = afterQuietHours(Math.max(now, period.end), zoneClock(recorded.zone));
  await planNotices(
    ctx,
    tx,
    channels.map((channel) => ({
      networkId,
      job: TELL_PARTIES,
      kind: 'missed',
      subjectId: recorded.id,
      version: recorded.sequence,
      audience: 'youth' as const,
      channel,
      dueAt: Temporal.Instant.fromEpochMilliseconds(dueAt),
    })),
  );
}
