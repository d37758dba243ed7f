import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs } from '#platform/kernel/time.ts';
import type { Block, Recurrence, Series } from './calendar.ts';
import { nextDay } from './opening-life.ts';
import { occurrencesIn } from './series.ts';
import type { ZoneClock } from './zone-clock.ts';

/** An absence before it is saved. */
export interface AbsenceTerms {
  readonly firstDay: EpochDay;
  readonly blocks: readonly Block[];
  readonly recurrence: Recurrence | null;
}

export type AbsenceRefusal =
  | 'no-hours'
  | 'hours-reversed'
  | 'too-long'
  | 'never-happens'
  | 'in-the-past';

/** Whole days of one absence: more is the end of a membership. */
export const MOST_ABSENCE_DAYS = 400;

/** Far enough to find the end of the longest absence. */
const YEARS_10_MS = 3660 * 1440 * MINUTE_MS;

/** An absence lasts, comes at least once, and is not wholly past: the past is counted as it was declared. */
export function decideAbsence(
  terms: AbsenceTerms,
  at: { readonly now: EpochMs; readonly clock: ZoneClock },
): Decision<AbsenceRefusal> {
  const { blocks } = terms;
  if (blocks.length === 0) return refuse('no-hours');
  if (blocks.some((block) => block.end <= block.start)) return refuse('hours-reversed');
  if (blocks.some((block) => block.end - block.start > MOST_ABSENCE_DAYS * 1440))
    return refuse('too-long');
  const series = absenceSeries(terms);
  if (nextDay(series, terms.firstDay) === null) return refuse('never-happens');
  return isAbsenceOver(series, at) ? refuse('in-the-past') : accept();
}

export function absenceSeries({ firstDay, blocks, recurrence }: AbsenceTerms): Series {
  return { firstDay, blocks, recurrence, exceptions: [] };
}

export function isAbsenceOver(
  series: Series,
  { now, clock }: { readonly now: EpochMs; readonly clock: ZoneClock },
): boolean {
  if (series.recurrence && nextDay(series, clock.dayOf(now)) !== null) return false;
  return occurrencesIn(series, clock, { start: now, end: now + YEARS_10_MS }).length === 0;
}

/** What is left of an absence that stops now; null when nothing of it was, or when hours are all that it had: it is withdrawn whole. */
export function absenceCutAt(terms: AbsenceTerms, today: EpochDay): AbsenceTerms | null {
  if (terms.firstDay >= today) return null;
  if (terms.recurrence) {
    const until = Math.min(today - 1, terms.recurrence.until ?? Infinity);
    return { ...terms, recurrence: { ...terms.recurrence, until } };
  }
  const end = (today - terms.firstDay) * 1440;
  const blocks = terms.blocks.map((block) => ({
    start: block.start,
    end: Math.min(block.end, end),
  }));
  return { ...terms, blocks: blocks.filter((block) => block.start < block.end) };
}
