import type { Ctx } from '#platform/context.ts';
import { DAY_MS } from '#platform/kernel/time.ts';
import { listNetworks } from '#modules/network/index.ts';
import { planNotices } from '#modules/notifications/index.ts';
import type { NoticePlan } from '#modules/notifications/index.ts';
import type { Appointment } from '../data/appointments.ts';
import { listForgotten } from '../data/interviews.query.ts';
import { afterQuietHours } from '../rules/reminders.ts';
import { outcomeNudge } from '../rules/outcome.ts';
import { zoneClock } from '../rules/zone-clock.ts';
import { factsOf } from './appointment-facts.ts';
import { TELL_PARTIES } from './plan-messages.ts';

/** Older ones are the coordinator's, in the cockpit: nobody is written to about them. */
const DAYS_LOOKED_AT = 8;

/**
 * Run each minute: of each interview whose outcome nobody has said a day after its end, its adviser is asked once, at a decent
 * hour of the place. Idempotent: a notice is written once, whatever is run twice. Returns how many were looked at.
 */
export async function remindForgottenOutcomes(ctx: Ctx): Promise<number> {
  const now = ctx.now().epochMilliseconds;
  let seen = 0;
  for (const network of await listNetworks(ctx)) {
    await ctx.db.inNetwork(network.id, async (tx) => {
      const window = { start: now - DAYS_LOOKED_AT * DAY_MS, end: now };
      const ended = await listForgotten(tx, { networkId: network.id, window });
      const forgotten = ended.filter((one) => outcomeNudge(factsOf(one), now) !== 'to-record');
      await planNotices(
        ctx,
        tx,
        forgotten.map((one) => planOf(one, now)),
      );
      seen += forgotten.length;
    });
  }
  return seen;
}

function planOf(appointment: Appointment, now: number): NoticePlan {
  const dueAt = afterQuietHours(now, zoneClock(appointment.zone));
  return {
    networkId: appointment.networkId,
    job: TELL_PARTIES,
    kind: 'outcome-forgotten',
    subjectId: appointment.id,
    version: appointment.sequence,
    audience: 'professional',
    channel: 'email',
    dueAt: Temporal.Instant.fromEpochMilliseconds(dueAt),
  };
}
