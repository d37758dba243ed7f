import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { saveAbsence } from '../data/absences.ts';
import type { NewAbsence } from '../data/absences.ts';
import { decideAbsence } from '../rules/absence.ts';
import type { AbsenceRefusal } from '../rules/absence.ts';
import type { AbsenceId } from '../rules/calendar.ts';
import { calendarAccess } from '../rules/calendar-access.ts';
import { clocks } from './clocks.ts';
import { readTarget } from './open-calendar.ts';

export type AbsenceInput = Omit<NewAbsence, 'id' | 'networkId' | 'createdAt'>;

/**
 * Closes an adviser's calendar for hours, days or months, in every network. Interviews that it falls on stay until someone settles
 * them. `not-found` when the actor may not write in that calendar.
 */
export async function declareAbsence(
  ctx: Ctx,
  input: { readonly networkId: NetworkId; readonly absence: AbsenceInput },
): Promise<Decision<AbsenceRefusal | 'not-found', AbsenceId>> {
  const { networkId, absence } = input;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const target = await readTarget(ctx, tx, { networkId, personId: absence.personId });
    if (calendarAccess(ctx.actor, target) !== 'change') return refuse('not-found');
    const now = ctx.now();
    const decision = decideAbsence(absence, {
      now: now.epochMilliseconds,
      clock: clocks(absence.zone),
    });
    if (!decision.ok) return decision;
    const id = ctx.newId<'Absence'>();
    await saveAbsence(tx, { ...absence, id, networkId, createdAt: now });
    await record(ctx, tx, {
      verb: 'appointments.declare-absence',
      networkId,
      subject: { kind: 'absence', id },
      facts: { kind: absence.kind },
    });
    return accept(id);
  });
}
