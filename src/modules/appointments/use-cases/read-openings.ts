import type { Ctx } from '#platform/context.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import { findOpening, listOpenings } from '../data/openings.ts';
import type { SavedOpening } from '../data/openings.ts';
import type { OpeningId } from '../rules/calendar.ts';
import { seesPart } from '../rules/calendar-access.ts';
import { nextDay, nextOccurrences } from '../rules/opening-life.ts';
import type { Occurrence } from '../rules/opening-life.ts';
import { warnAboutOpening } from '../rules/opening-warnings.ts';
import type { OpeningWarning } from '../rules/opening-warnings.ts';
import { clocks } from './clocks.ts';
import { engineOpening, seriesOf } from './engine-opening.ts';
import type { OpenedCalendar } from './open-calendar.ts';

/** An opening with what its adviser should know of it. */
export interface OpeningView {
  readonly opening: SavedOpening;
  readonly warnings: readonly OpeningWarning[];
  /** The next ones, skipped and moved included. */
  readonly occurrences: readonly Occurrence[];
  /** `over`: nothing to come. */
  readonly life: 'current' | 'over';
}

/** Occurrences listed on the page of an opening. */
const OCCURRENCES_SHOWN = 6;

/** The openings of a calendar that the actor may see, those that are over last. */
export async function readOpenings(
  ctx: Ctx,
  calendar: OpenedCalendar,
): Promise<readonly OpeningView[]> {
  const { networkId, personId } = calendar;
  const all = await ctx.db.inInstallation((tx) =>
    listOpenings(tx, { networkId, personIds: [personId] }),
  );
  const views = all
    .filter((one) => seesPart(ctx.actor, calendar, one))
    .map((one) => viewOf(calendar, one, all));
  return views.sort((a, b) => rank(a) - rank(b));
}

function rank(view: OpeningView): number {
  return view.life === 'over' ? 1 : 0;
}

/** One opening of that calendar; null when it is another's, withdrawn, or not for this actor to see. */
export async function readOpening(
  ctx: Ctx,
  calendar: OpenedCalendar,
  id: OpeningId,
): Promise<OpeningView | null> {
  const { networkId, personId } = calendar;
  const read = await ctx.db.inInstallation(async (tx) => ({
    opening: await findOpening(tx, id),
    all: await listOpenings(tx, { networkId, personIds: [personId] }),
  }));
  const { opening, all } = read;
  if (
    !opening ||
    opening.endedAt ||
    opening.personId !== personId ||
    opening.networkId !== networkId
  )
    return null;
  return seesPart(ctx.actor, calendar, opening) ? viewOf(calendar, opening, all) : null;
}

function viewOf(
  calendar: OpenedCalendar,
  opening: SavedOpening,
  all: readonly SavedOpening[],
): OpeningView {
  const today = epochDayOf(calendar.today);
  const series = seriesOf(opening);
  const occurrences = nextOccurrences(series, { day: today, count: OCCURRENCES_SHOWN });
  const life = occurrences.length > 0 || nextDay(series, today) !== null ? 'current' : 'over';
  const others = all.map(engineOpening);
  const warnings =
    life === 'over' ? [] : warnAboutOpening(engineOpening(opening), { others, today, clocks });
  return { opening, warnings, occurrences, life };
}
