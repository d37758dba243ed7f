import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { EpochDay, Interval } from '#platform/kernel/time.ts';
import type { Block, Recurrence, Series, SeriesException } from './calendar.ts';
import { blocksOn, occurrencesIn, patternOf } from './series.ts';
import type { ZoneClocks } from './zone-clock.ts';

/** Days looked at to find an occurrence: a fifth Monday every twelve months comes within that. */
const DAYS_LOOKED_AT = 4000;

/** The first day from `day` on with hours, exceptions applied; null when there is none left (or not within ten years). */
export function nextDay(series: Series, day: EpochDay): EpochDay | null {
  const pattern = patternOf(series);
  const from = Math.max(day, pattern.earliestDay);
  const last = Math.min(pattern.lastDay, from + DAYS_LOOKED_AT);
  for (let at = from; at <= last; at += 1) {
    if (blocksOn(pattern, at).length > 0) return at;
  }
  return null;
}

/** One occurrence as its adviser sees it: the day that the series gives, and what became of it. */
export interface Occurrence {
  /** Names it, whatever happened to it. */
  readonly day: EpochDay;
  /** Where it stands now; null when skipped. */
  readonly on: EpochDay | null;
  readonly blocks: readonly Block[];
  readonly state: 'plain' | SeriesException['kind'];
}

/** The next occurrences from `day` on, those skipped or moved included, at most `count`. */
export function nextOccurrences(
  series: Series,
  from: { readonly day: EpochDay; readonly count: number },
): Occurrence[] {
  const plain = patternOf({ ...series, exceptions: [] });
  const found: Occurrence[] = [];
  const last = Math.min(plain.lastDay, from.day + DAYS_LOOKED_AT);
  for (
    let day = Math.max(plain.firstDay, from.day);
    day <= last && found.length < from.count;
    day += 1
  ) {
    if (plain.recursOn(day)) found.push(occurrenceOf(series, day));
  }
  return found;
}

/** The occurrence that the series itself gives on that day; null when it gives none. */
export function findOccurrence(series: Series, day: EpochDay): Occurrence | null {
  return patternOf({ ...series, exceptions: [] }).recursOn(day) ? occurrenceOf(series, day) : null;
}

function occurrenceOf(series: Series, day: EpochDay): Occurrence {
  const exception = series.exceptions.find((one) => one.day === day);
  if (!exception) return { day, on: day, blocks: series.blocks, state: 'plain' };
  switch (exception.kind) {
    case 'skipped':
      return { day, on: null, blocks: [], state: 'skipped' };
    case 'changed':
      return { day, on: day, blocks: exception.blocks, state: 'changed' };
    case 'moved':
      return { day, on: exception.toDay, blocks: exception.blocks, state: 'moved' };
  }
}

/** What may be done of a single occurrence. */
export type OccurrenceChange =
  | { readonly kind: 'skip' }
  | { readonly kind: 'move'; readonly toDay: EpochDay; readonly blocks: readonly Block[] }
  | { readonly kind: 'hours'; readonly blocks: readonly Block[] }
  | { readonly kind: 'restore' };

export type OccurrenceRefusal =
  | 'no-occurrence'
  | 'in-the-past'
  | 'no-hours'
  | 'hours-reversed'
  | 'slot-too-long'
  | 'already-open-then';

/**
 * Skips, moves, changes or restores one occurrence, the others being left alone. Gives the exception to write, null to remove it.
 * What is past stays as it was: slots are counted from it.
 */
export function decideOccurrenceChange(
  opening: { readonly series: Series; readonly slotMinutes: number },
  asked: { readonly day: EpochDay; readonly today: EpochDay; readonly change: OccurrenceChange },
): Decision<OccurrenceRefusal, { readonly exception: SeriesException | null }> {
  const { day, today, change } = asked;
  const occurrence = findOccurrence(opening.series, day);
  if (!occurrence) return refuse('no-occurrence');
  if (Math.min(day, occurrence.on ?? day) < today) return refuse('in-the-past');
  if (change.kind === 'restore') return accept({ exception: null });
  if (change.kind === 'skip') return accept({ exception: { kind: 'skipped', day } });
  return decideNewHours(opening, {
    ...{ day, today, blocks: change.blocks },
    toDay: change.kind === 'move' ? change.toDay : day,
  });
}

interface NewHours {
  readonly day: EpochDay;
  readonly toDay: EpochDay;
  readonly today: EpochDay;
  readonly blocks: readonly Block[];
}

function decideNewHours(
  opening: { readonly series: Series; readonly slotMinutes: number },
  { day, toDay, today, blocks }: NewHours,
): Decision<OccurrenceRefusal, { readonly exception: SeriesException }> {
  const refusal = hoursRefusal(blocks, opening.slotMinutes);
  if (refusal) return refuse(refusal);
  if (toDay === day) return accept({ exception: { kind: 'changed', day, blocks } });
  if (toDay < today) return refuse('in-the-past');
  if (meetsOthers(opening.series, { toDay, blocks }, day)) return refuse('already-open-then');
  return accept({ exception: { kind: 'moved', day, toDay, blocks } });
}

function hoursRefusal(blocks: readonly Block[], slotMinutes: number): OccurrenceRefusal | null {
  if (blocks.length === 0) return 'no-hours';
  if (blocks.some((block) => block.end <= block.start)) return 'hours-reversed';
  return blocks.every((block) => block.end - block.start < slotMinutes) ? 'slot-too-long' : null;
}

function meetsOthers(
  series: Series,
  move: { readonly toDay: EpochDay; readonly blocks: readonly Block[] },
  day: EpochDay,
): boolean {
  const exceptions = series.exceptions.filter((one) => one.day !== day);
  const there = blocksOn(patternOf({ ...series, exceptions }), move.toDay);
  return there.some((one) =>
    move.blocks.some((block) => block.start < one.end && one.start < block.end),
  );
}

/** The series as it ends after `lastDay`; null when nothing of it would have taken place: it is withdrawn whole. */
export function endedAfter(series: Series, lastDay: EpochDay): Series | null {
  if (series.firstDay > lastDay || series.recurrence === null) return null;
  const until = Math.min(lastDay, series.recurrence.until ?? Infinity);
  return {
    ...series,
    recurrence: { ...series.recurrence, until },
    exceptions: series.exceptions.flatMap((one): SeriesException[] => {
      if (one.day > lastDay) return [];
      if (one.kind === 'moved' && one.toDay > lastDay) return [{ kind: 'skipped', day: one.day }];
      return [one];
    }),
  };
}

/** The exceptions that still speak of a day of the new text of an opening: those of other days must not bring an occurrence back. */
export function exceptionsKept(
  before: Series,
  after: { readonly firstDay: EpochDay; readonly recurrence: Recurrence | null },
): readonly SeriesException[] {
  const plain = patternOf({ ...after, blocks: before.blocks, exceptions: [] });
  return before.exceptions.filter((one) => one.day >= after.firstDay && plain.recursOn(one.day));
}

/** Whether an interview falls whole inside one occurrence of one of these openings. */
export function isInside(
  openings: readonly { readonly series: Series; readonly zone: string }[],
  period: Interval,
  clocks: ZoneClocks,
): boolean {
  return openings.some(({ series, zone }) =>
    occurrencesIn(series, clocks(zone), period).some(
      (one) => one.start <= period.start && period.end <= one.end,
    ),
  );
}
