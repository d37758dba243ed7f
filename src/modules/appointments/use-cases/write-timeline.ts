import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { writeExchange } from '#modules/accompaniment/index.ts';
import type { Appointment } from '../data/appointments.ts';

/** An interview is an exchange of its help request: written again at each change, it stands once on the timeline. */
export async function writeTimeline(
  ctx: Ctx,
  tx: Tx,
  appointment: Pick<
    Appointment,
    'id' | 'networkId' | 'helpRequestId' | 'period' | 'mode' | 'status'
  >,
): Promise<void> {
  if (!appointment.helpRequestId) return;
  await writeExchange(ctx, tx, {
    networkId: appointment.networkId,
    helpRequestId: appointment.helpRequestId,
    kind: 'appointment',
    owner: { module: 'appointments', id: appointment.id },
    at: Temporal.Instant.fromEpochMilliseconds(appointment.period.start),
    summaryCode: appointment.status.replace('_', '-'),
    facts: { mode: appointment.mode },
  });
}
