import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import type { AdviserCalendar, Opening, Question } from './calendar.ts';
import type { RoomFinder } from './rooms.ts';

/** Receives each bookable start. Lowering `lastStart` while visiting tells that nothing later is of interest: the sweep stops there. */
export interface Visitor {
  lastStart: EpochMs;
  visit(start: EpochMs, opening: Opening, calendar: AdviserCalendar): void;
  /** When given, receives at once the starts of a free time that need no look one by one: from `first` to `last`, every `step` ms. */
  readonly visitEvery?: (first: EpochMs, last: EpochMs, step: number) => void;
  /** When given, receives the free time of the openings instead, uncut; `visit` is then not called. */
  readonly free?: (time: Interval) => void;
}

/** What a grid is made of; times in milliseconds. */
export interface GridTask {
  readonly calendar: AdviserCalendar;
  readonly opening: Opening;
  readonly visitor: Visitor;
  readonly firstStart: EpochMs;
  readonly lastStart: EpochMs;
  readonly length: number;
  /** Length and pause: what must fit. */
  readonly need: number;
  readonly step: number;
  /** Null when every start of the window is inside, which is the rule: nothing to check. */
  readonly bookableDuring: readonly Interval[] | null;
  /** Null when the opening can be answered without meeting: no room is needed. */
  readonly findRoom: RoomFinder | null;
}

/** How starts follow one another in a free interval: from its beginning, step by step (anchors, Part 1 §8). */
export interface Grid extends GridTask {
  /** What is done of each free interval. */
  readonly take: (grid: Grid, from: EpochMs, end: EpochMs) => void;
  /** Where to begin in the time taken: blocks come in order of time but for rare ones. */
  seek: number;
}

export function gridFor(task: GridTask): Grid {
  return { ...task, take: takerFor(task), seek: 0 };
}

function takerFor({ visitor, bookableDuring, findRoom }: GridTask): Grid['take'] {
  if (visitor.free !== undefined) return takeWhole;
  const isPlain = bookableDuring === null && findRoom === null;
  return isPlain && visitor.visitEvery !== undefined ? takeEvery : takeEach;
}

/** Length, room to keep and distance between starts of an opening, in milliseconds. */
export function stepsOf(
  opening: Opening,
  question: Pick<Question, 'durationMinutes'>,
): { readonly length: number; readonly need: number; readonly step: number } {
  const minutes = question.durationMinutes ?? opening.slotMinutes;
  const step = (opening.stepMinutes ?? minutes) + opening.pauseMinutes;
  return {
    length: minutes * MINUTE_MS,
    need: (minutes + opening.pauseMinutes) * MINUTE_MS,
    step: Math.max(1, step) * MINUTE_MS,
  };
}

/** Hands over the free intervals of one block; `occupied` is sorted, without overlap. */
export function sweepBlock(grid: Grid, block: Interval, occupied: readonly Interval[]): void {
  const { start, end } = block;
  const count = occupied.length;
  let index = grid.seek;
  if (index > 0 && (occupied[index - 1] as Interval).end > start) index = 0;
  while (index < count && (occupied[index] as Interval).end <= start) index += 1;
  grid.seek = index;
  let free = start;
  for (; index < count; index += 1) {
    const taken = occupied[index] as Interval;
    if (taken.start >= end) break;
    if (taken.start > free) grid.take(grid, free, taken.start);
    free = taken.end;
  }
  if (free < end) grid.take(grid, free, end);
}

function takeWhole(grid: Grid, from: EpochMs, end: EpochMs): void {
  grid.visitor.free?.({ start: from, end });
}

function takeEvery(grid: Grid, from: EpochMs, end: EpochMs): void {
  const last = Math.min(end - grid.need, grid.lastStart);
  const start = firstIn(grid, from);
  if (start <= last) grid.visitor.visitEvery?.(start, last, grid.step);
}

function takeEach(grid: Grid, from: EpochMs, end: EpochMs): void {
  const { visitor, bookableDuring, opening, calendar } = grid;
  const last = Math.min(end - grid.need, grid.lastStart);
  for (let start = firstIn(grid, from); start <= last; start += grid.step) {
    if (start > visitor.lastStart) return;
    if (bookableDuring !== null && !isDuring(bookableDuring, start)) continue;
    if (hasRoom(grid, start)) visitor.visit(start, opening, calendar);
  }
}

/** An outside calendar may end at 10:07:30; interviews start on whole minutes. */
function firstIn(grid: Grid, from: EpochMs): EpochMs {
  const start = Math.ceil(from / MINUTE_MS) * MINUTE_MS;
  if (start >= grid.firstStart) return start;
  return start + Math.ceil((grid.firstStart - start) / grid.step) * grid.step;
}

function isDuring(intervals: readonly Interval[], at: EpochMs): boolean {
  return intervals.some((one) => one.start <= at && at < one.end);
}

function hasRoom({ findRoom, opening, length }: Grid, start: EpochMs): boolean {
  if (findRoom === null) return true;
  return opening.placeId !== null && findRoom(opening.placeId, start, start + length) !== null;
}
