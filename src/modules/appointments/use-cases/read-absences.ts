import type { Ctx } from '#platform/context.ts';
import { findAbsence, listAbsences } from '../data/absences.ts';
import type { SavedAbsence } from '../data/absences.ts';
import { absenceSeries, isAbsenceOver } from '../rules/absence.ts';
import type { AbsenceId } from '../rules/calendar.ts';
import { clocks } from './clocks.ts';
import type { OpenedCalendar } from './open-calendar.ts';

export interface AbsenceView {
  readonly absence: SavedAbsence;
  readonly life: 'current' | 'over';
  /** One declared under another network closes this calendar too, but is changed there. */
  readonly declared: 'here' | 'elsewhere';
}

/** The absences of a calendar, those to come first. */
export async function readAbsences(
  ctx: Ctx,
  calendar: OpenedCalendar,
): Promise<readonly AbsenceView[]> {
  const all = await ctx.db.inInstallation((tx) => listAbsences(tx, [calendar.personId]));
  const views = all.map((absence) => viewOf(ctx, calendar, absence));
  const coming = views.filter((one) => one.life === 'current');
  return [...coming, ...views.filter((one) => one.life === 'over').toReversed()];
}

/** One absence of that calendar, declared in this network; null otherwise. */
export async function readAbsence(
  ctx: Ctx,
  calendar: OpenedCalendar,
  id: AbsenceId,
): Promise<AbsenceView | null> {
  const absence = await ctx.db.inInstallation((tx) => findAbsence(tx, id));
  if (!absence || absence.endedAt || absence.personId !== calendar.personId) return null;
  return absence.networkId === calendar.networkId ? viewOf(ctx, calendar, absence) : null;
}

/** The reason is for its adviser, their manager and the coordinator: neither a referent nor another network reads it. */
export function readable(calendar: OpenedCalendar, absence: SavedAbsence): SavedAbsence {
  const isHere = absence.networkId === calendar.networkId;
  const mayRead = calendar.whose === 'own' || (calendar.access === 'change' && isHere);
  return mayRead ? absence : { ...absence, reason: null };
}

function viewOf(ctx: Ctx, calendar: OpenedCalendar, absence: SavedAbsence): AbsenceView {
  const at = { now: ctx.now().epochMilliseconds, clock: clocks(absence.zone) };
  return {
    absence: readable(calendar, absence),
    life: isAbsenceOver(absenceSeries(absence), at) ? 'over' : 'current',
    declared: absence.networkId === calendar.networkId ? 'here' : 'elsewhere',
  };
}
