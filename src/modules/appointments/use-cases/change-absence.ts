import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { lockAbsence, markAbsenceEnded, updateAbsence } from '../data/absences.ts';
import type { SavedAbsence } from '../data/absences.ts';
import { absenceCutAt, absenceSeries, decideAbsence, isAbsenceOver } from '../rules/absence.ts';
import type { AbsenceRefusal } from '../rules/absence.ts';
import type { AbsenceId } from '../rules/calendar.ts';
import { calendarAccess } from '../rules/calendar-access.ts';
import { clocks } from './clocks.ts';
import type { AbsenceInput } from './declare-absence.ts';
import { readTarget } from './open-calendar.ts';

export type AbsenceChangeRefusal = AbsenceRefusal | 'not-found' | 'already-over' | 'begun-already';

interface Which {
  readonly networkId: NetworkId;
  readonly absenceId: AbsenceId;
}

/** Other days or hours for an absence that is not over. One that has begun keeps its beginning. */
export async function changeAbsence(
  ctx: Ctx,
  input: Which & { readonly absence: AbsenceInput },
): Promise<Decision<AbsenceChangeRefusal>> {
  const { networkId, absence } = input;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const saved = await lockOwnAbsence(ctx, tx, input);
    if (!saved) return refuse('not-found');
    const at = { now: ctx.now().epochMilliseconds, clock: clocks(saved.zone) };
    if (isAbsenceOver(absenceSeries(saved), at)) return refuse('already-over');
    const today = at.clock.dayOf(at.now);
    if (absence.firstDay !== saved.firstDay && Math.min(absence.firstDay, saved.firstDay) < today) {
      return refuse('begun-already');
    }
    const decision = decideAbsence(absence, at);
    if (!decision.ok) return decision;
    const { id, personId, createdAt } = saved;
    await updateAbsence(tx, { ...absence, id, networkId, personId, createdAt });
    await record(ctx, tx, {
      verb: 'appointments.change-absence',
      networkId,
      subject: { kind: 'absence', id },
      facts: { kind: absence.kind },
    });
    return accept();
  });
}

/** The adviser is there again from today on; an absence that has not begun is withdrawn. What was before goes on counting. */
export async function endAbsence(
  ctx: Ctx,
  input: Which,
): Promise<Decision<'not-found' | 'already-over'>> {
  const { networkId, absenceId } = input;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const saved = await lockOwnAbsence(ctx, tx, input);
    if (!saved) return refuse('not-found');
    const now = ctx.now();
    const at = { now: now.epochMilliseconds, clock: clocks(saved.zone) };
    if (isAbsenceOver(absenceSeries(saved), at)) return refuse('already-over');
    const { endedAt: _endedAt, ...absence } = saved;
    const cut = absenceCutAt(saved, at.clock.dayOf(at.now));
    if (cut) await updateAbsence(tx, { ...absence, ...cut });
    else await markAbsenceEnded(tx, absenceId, now);
    await record(ctx, tx, {
      verb: 'appointments.end-absence',
      networkId,
      subject: { kind: 'absence', id: absenceId },
    });
    return accept();
  });
}

async function lockOwnAbsence(
  ctx: Ctx,
  tx: Tx,
  { networkId, absenceId }: Which,
): Promise<SavedAbsence | null> {
  const saved = await lockAbsence(tx, absenceId);
  if (!saved || saved.endedAt || saved.networkId !== networkId) return null;
  const target = await readTarget(ctx, tx, saved);
  return calendarAccess(ctx.actor, target) === 'change' ? saved : null;
}
