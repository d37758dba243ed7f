import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import type { AdviserCalendar, Opening, Question } from './calendar.ts';
import type { RoomFinder } from './rooms.ts';

/** Receives each bookable start. Lowering `lastStart` while visiting tells that nothing later is of interest: the sweep stops there. */
export interface Visitor {
  lastStart: EpochMs;
  visit(start: EpochMs, opening: Opening, calendar: AdviserCalendar): void;
  /** When given, receives at once the starts of a free time that need no look one by one. */
  readonly visitEvery?: (run: StartRun) => void;
  /** When given, receives the free time of the openings instead, uncut; `visit` is then not called. */
  readonly free?: (time: Interval) => void;
}

/** Starts at equal distance, told in whole minutes since 1970 (`minute`, `stepMinutes`) and bounded in milliseconds (`last`, included). */
export interface StartRun {
  minute: number;
  last: EpochMs;
  readonly stepMinutes: number;
}

/** What a grid is made of; times in milliseconds. */
export interface GridTask {
  readonly calendar: AdviserCalendar;
  readonly opening: Opening;
  readonly visitor: Visitor;
  /** Sorted, without overlap. */
  readonly occupied: readonly Interval[];
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
  /** A free interval shorter than this is of no use. */
  readonly least: number;
  /** Where to begin in the time taken: blocks come in order of time but for rare ones. */
  seek: number;
  /** Written again for each free interval rather than made: there are thousands. */
  readonly run: StartRun;
}

/** Written out field by field: one is made for each opening of each adviser, and spreading objects costs more than sweeping them. */
export function gridFor(task: GridTask): Grid {
  const { visitor, need, step } = task;
  return {
    calendar: task.calendar,
    opening: task.opening,
    visitor,
    occupied: task.occupied,
    firstStart: task.firstStart,
    lastStart: task.lastStart,
    length: task.length,
    need,
    step,
    bookableDuring: task.bookableDuring,
    findRoom: task.findRoom,
    take: takerFor(task),
    least: visitor.free === undefined ? need : 1,
    seek: 0,
    run: { minute: 0, last: 0, stepMinutes: step / MINUTE_MS },
  };
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

/** Hands over the free intervals of the block from `start` to `end`. */
export function sweepBlock(grid: Grid, start: EpochMs, end: EpochMs): void {
  const { occupied } = grid;
  const count = occupied.length;
  let index = grid.seek;
  if (index > 0 && (occupied[index - 1] as Interval).end > start) index = 0;
  while (index < count && (occupied[index] as Interval).end <= start) index += 1;
  grid.seek = index;
  let free = start;
  for (; index < count; index += 1) {
    const taken = occupied[index] as Interval;
    if (taken.start >= end) break;
    if (taken.start - free >= grid.least) grid.take(grid, free, taken.start);
    free = taken.end;
  }
  if (end - free >= grid.least) grid.take(grid, free, end);
}

function takeWhole(grid: Grid, from: EpochMs, end: EpochMs): void {
  grid.visitor.free?.({ start: from, end });
}

function takeEvery(grid: Grid, from: EpochMs, end: EpochMs): void {
  const { run } = grid;
  run.last = Math.min(end - grid.need, grid.lastStart);
  run.minute = Math.ceil(from / MINUTE_MS);
  if (from < grid.firstStart) run.minute = firstIn(grid, from) / MINUTE_MS;
  grid.visitor.visitEvery?.(run);
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
