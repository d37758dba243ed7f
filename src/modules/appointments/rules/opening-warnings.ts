import { DAY_MS } from '#platform/kernel/time.ts';
import type { EpochDay, Interval } from '#platform/kernel/time.ts';
import type { Block, Opening, OpeningId, Series } from './calendar.ts';
import { occurrencesIn, patternOf } from './series.ts';
import type { ZoneClocks } from './zone-clock.ts';

/** What an adviser is told when saving an opening; none of it forbids to save. */
export type OpeningWarning =
  | { readonly kind: 'blocks-overlap'; readonly first: Block; readonly second: Block }
  | { readonly kind: 'overlaps-opening'; readonly openingId: OpeningId; readonly during: Interval }
  | { readonly kind: 'block-too-short'; readonly block: Block }
  | {
      readonly kind: 'remainder';
      readonly block: Block;
      readonly slots: number;
      readonly minutes: number;
    };

export interface OtherOpenings {
  readonly others: readonly Opening[];
  /** Overlaps of the past are no use: looked for from that day on. */
  readonly today: EpochDay;
  readonly clocks: ZoneClocks;
}

export function warnAboutOpening(opening: Opening, around: OtherOpenings): OpeningWarning[] {
  const warnings: OpeningWarning[] = [];
  for (const block of opening.series.blocks) {
    const fit = fitOf(block, opening);
    if (fit.slots === 0) warnings.push({ kind: 'block-too-short', block });
    else if (fit.minutes > 0) warnings.push({ kind: 'remainder', block, ...fit });
  }
  warnings.push(...blockOverlaps(opening.series.blocks));
  for (const other of around.others) {
    if (other.id === opening.id) continue;
    const during = findOverlap(opening, other, around);
    if (during !== null) warnings.push({ kind: 'overlaps-opening', openingId: other.id, during });
  }
  return warnings;
}

/** How many interviews an empty block holds and the minutes lost at its end (SM-28: 9h-11h30 gives 2 and 30 min). */
export function fitOf(
  block: Block,
  opening: Pick<Opening, 'slotMinutes' | 'pauseMinutes' | 'stepMinutes'>,
): { readonly slots: number; readonly minutes: number } {
  const length = block.end - block.start;
  const need = opening.slotMinutes + opening.pauseMinutes;
  if (length < need) return { slots: 0, minutes: length };
  const step = Math.max(1, (opening.stepMinutes ?? opening.slotMinutes) + opening.pauseMinutes);
  const slots = Math.floor((length - need) / step) + 1;
  return { slots, minutes: length - ((slots - 1) * step + need) };
}

function blockOverlaps(blocks: readonly Block[]): OpeningWarning[] {
  const sorted = [...blocks].sort((a, b) => a.start - b.start);
  return sorted.flatMap((second, index): OpeningWarning[] => {
    const first = sorted[index - 1];
    return first !== undefined && second.start < first.end
      ? [{ kind: 'blocks-overlap', first, second }]
      : [];
  });
}

/** Two endless series whose intervals have a common multiple beyond this are not told: nobody opens every 51 weeks. */
const YEARS_LOOKED_AT = 10;

/** The first time, from that day on, at which two openings are both open; null when they never meet (or not within ten years). */
export function findOverlap(
  one: { readonly series: Series; readonly zone: string },
  other: { readonly series: Series; readonly zone: string },
  from: { readonly today: EpochDay; readonly clocks: ZoneClocks },
): Interval | null {
  const patterns = [patternOf(one.series), patternOf(other.series)];
  const firstDay = Math.max(from.today, ...patterns.map((each) => each.earliestDay));
  const endDay = Math.min(...patterns.map((each) => each.lastDay + each.spill)) + 2;
  const lastDay = Math.min(endDay, firstDay + YEARS_LOOKED_AT * 366);
  const begin = from.clocks(one.zone).instantOf(from.today, 0);
  for (let day = firstDay - 1; day <= lastDay; day += 92) {
    const window = { start: Math.max(begin, day * DAY_MS), end: (day + 92) * DAY_MS };
    const met = firstMeeting(
      occurrencesIn(one.series, from.clocks(one.zone), window),
      occurrencesIn(other.series, from.clocks(other.zone), window),
    );
    if (met !== null) return met;
  }
  return null;
}

/** Both lists sorted by start. */
function firstMeeting(ones: readonly Interval[], others: readonly Interval[]): Interval | null {
  let index = 0;
  for (const one of ones) {
    for (; index < others.length && (others[index] as Interval).end <= one.start; index += 1);
    const other = others[index];
    if (other !== undefined && other.start < one.end) {
      return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
    }
  }
  return null;
}
