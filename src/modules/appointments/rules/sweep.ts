import { DAY_MS, MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs, Interval } from '#platform/kernel/time.ts';
import type {
  AdviserCalendar,
  AppointmentMode,
  Block,
  Furthest,
  Opening,
  Question,
  Slot,
  Supply,
} from './calendar.ts';
import { gridFor, stepsOf, sweepBlock } from './grid.ts';
import type { Grid, Visitor } from './grid.ts';
import { joined, occupiedOf } from './occupied.ts';
import { roomFinder } from './rooms.ts';
import type { RoomFinder } from './rooms.ts';
import { blocksOn, patternOf } from './series.ts';
import type { Pattern } from './series.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A question and its supply, made ready. Starts are looked for between `firstStart` and `lastStart`, both included. */
export interface Sweep {
  readonly supply: Supply;
  readonly question: Question;
  readonly firstStart: EpochMs;
  readonly lastStart: EpochMs;
  readonly findRoom: RoomFinder;
}

export function prepareSweep(supply: Supply, question: Question): Sweep {
  return {
    supply,
    question,
    firstStart: Math.max(question.from, earliestStart(question)),
    lastStart: Math.min(question.to - 1, furthestInstant(question)),
    findRoom: roomFinder(supply.rooms, question.moving),
  };
}

/** Notice is elapsed time, inclusive, and binds the public only (SM-36, X-01); nobody is offered what has begun. */
export function earliestStart(question: Question): EpochMs {
  const notice = question.audience === 'public' ? question.minimumNoticeMinutes : 0;
  return question.now + notice * MINUTE_MS;
}

function furthestInstant(question: Question): EpochMs {
  const { furthest } = question;
  return question.audience === 'public' && furthest?.kind === 'instant' ? furthest.at : Infinity;
}

/** The last start allowed in that zone, included. */
export function latestStartIn(clock: ZoneClock, furthest: Furthest): EpochMs {
  return furthest.kind === 'instant' ? furthest.at : clock.instantOf(furthest.day + 1, 0) - 1;
}

/** Visits every bookable start of one adviser, opening by opening, each in order of day. */
export function sweepCalendar(sweep: Sweep, calendar: AdviserCalendar, visitor: Visitor): void {
  const runs = openingRuns(sweep, calendar);
  if (runs.length === 0) return;
  const occupied = occupiedFor(sweep, calendar, runs);
  for (const run of runs) sweepOpening({ sweep, calendar, occupied, run, visitor });
}

/** An opening that may answer the question, its pattern compiled. */
export interface OpeningRun {
  readonly opening: Opening;
  readonly pattern: Pattern;
  readonly clock: ZoneClock;
}

export function openingRuns(sweep: Sweep, calendar: AdviserCalendar): OpeningRun[] {
  const runs: OpeningRun[] = [];
  for (const opening of calendar.openings) {
    if (!mayAnswer(opening, sweep.question)) continue;
    const { clocks } = sweep.supply;
    runs.push({ opening, pattern: patternOf(opening.series), clock: clocks(opening.zone) });
  }
  return runs;
}

/** The time taken around the window, wide enough to hold whole every block that touches it. */
export function occupiedFor(
  sweep: Sweep,
  calendar: AdviserCalendar,
  runs: readonly OpeningRun[],
): readonly Interval[] {
  let margin = 2;
  for (const run of runs) margin = Math.max(margin, run.pattern.spill + 2);
  return occupiedOf(calendar, {
    clocks: sweep.supply.clocks,
    moving: sweep.question.moving,
    window: {
      start: sweep.firstStart - margin * DAY_MS,
      end: sweep.lastStart + margin * DAY_MS,
    },
  });
}

function mayAnswer(opening: Opening, question: Question): boolean {
  if (question.placeId !== undefined && opening.placeId !== question.placeId) return false;
  return opening.modes.some((mode) => isAsked(mode, question) && isPossible(mode, opening));
}

function isAsked(mode: AppointmentMode, question: Question): boolean {
  return question.modes === undefined || question.modes.includes(mode);
}

function isPossible(mode: AppointmentMode, opening: Opening): boolean {
  return mode !== 'in-person' || opening.placeId !== null;
}

/** One opening being swept against the time taken of its adviser. */
export interface OpeningSweep {
  readonly sweep: Sweep;
  readonly calendar: AdviserCalendar;
  readonly occupied: readonly Interval[];
  readonly run: OpeningRun;
  readonly visitor: Visitor;
}

export function sweepOpening(task: OpeningSweep): void {
  const { sweep, run, visitor } = task;
  const { pattern, clock, opening } = run;
  const closed = closedDaysOf(opening, sweep.supply);
  const grid = gridOf(task, latestFor(task));
  let limit = Math.min(grid.lastStart, visitor.lastStart);
  if (grid.firstStart > limit) return;
  let lastDay = Math.min(pattern.lastDay, clock.dayOf(limit));
  let day = Math.max(pattern.earliestDay, clock.dayOf(grid.firstStart) - pattern.spill);
  for (; day <= lastDay; day += 1) {
    if (visitor.lastStart < limit) {
      limit = visitor.lastStart;
      lastDay = Math.min(lastDay, clock.dayOf(limit));
    }
    const blocks = blocksOn(pattern, day);
    if (blocks.length > 0) sweepDay({ grid, day, blocks, closed }, task);
  }
}

interface OpenDay {
  readonly grid: Grid;
  readonly day: EpochDay;
  readonly blocks: readonly Block[];
  readonly closed: ReadonlySet<EpochDay> | undefined;
}

function sweepDay({ grid, day, blocks, closed }: OpenDay, { run }: OpeningSweep): void {
  const { clock } = run;
  const midnight = clock.plainMidnight(day);
  for (const block of blocks) {
    if (closed !== undefined && block.end > 1440) {
      sweepLongBlock({ grid, day, block, closed }, clock);
    } else if (closed === undefined || !closed.has(day)) {
      if (midnight === midnight && block.end <= 1440) {
        sweepBlock(grid, midnight + block.start * MINUTE_MS, midnight + block.end * MINUTE_MS);
      } else {
        sweepBlock(grid, clock.instantOf(day, block.start), clock.instantOf(day, block.end));
      }
    }
  }
}

function latestFor({ sweep, run }: OpeningSweep): EpochMs {
  const { audience, furthest } = sweep.question;
  if (audience !== 'public' || furthest === null) return sweep.lastStart;
  return Math.min(sweep.lastStart, latestStartIn(run.clock, furthest));
}

function gridOf(
  { sweep, calendar, run, visitor, occupied }: OpeningSweep,
  lastStart: EpochMs,
): Grid {
  const { question, firstStart } = sweep;
  const { opening } = run;
  const during = calendar.bookableDuring;
  const isAlways = during.some((one) => one.start <= firstStart && lastStart < one.end);
  const isRemote = opening.modes.some((mode) => mode !== 'in-person' && isAsked(mode, question));
  const { length, need, step } = stepsOf(opening, question);
  return gridFor({
    length,
    need,
    step,
    firstStart,
    lastStart,
    calendar,
    opening,
    visitor,
    occupied,
    bookableDuring: isAlways ? null : during,
    findRoom: isRemote ? null : sweep.findRoom,
  });
}

function closedDaysOf(opening: Opening, supply: Supply): ReadonlySet<EpochDay> | undefined {
  const closed = opening.holidays === null ? undefined : supply.closedDays.get(opening.holidays);
  return closed === undefined || closed.size === 0 ? undefined : closed;
}

interface LongBlock {
  readonly grid: Grid;
  readonly day: EpochDay;
  readonly block: Block;
  readonly closed: ReadonlySet<EpochDay>;
}

/** A block that goes past midnight: only its closed days are lost, not the whole. */
function sweepLongBlock({ grid, day, block, closed }: LongBlock, clock: ZoneClock): void {
  const cuts: Interval[] = [];
  const days = Math.ceil(block.end / 1440);
  for (let one = day; one < day + days; one += 1) {
    if (closed.has(one)) {
      cuts.push({ start: clock.instantOf(one, 0), end: clock.instantOf(one + 1, 0) });
    }
  }
  const cut = { ...grid, seek: 0, occupied: joined([...grid.occupied, ...cuts]) };
  sweepBlock(cut, clock.instantOf(day, block.start), clock.instantOf(day, block.end));
}

/** The slot that begins at a start the sweep has visited, with the modes still possible then and its room. */
export function slotAt(sweep: Sweep, calendar: AdviserCalendar, at: SlotPoint): Slot {
  const { opening, start } = at;
  const end = start + stepsOf(opening, sweep.question).length;
  const meets = opening.modes.includes('in-person') && isAsked('in-person', sweep.question);
  const room =
    meets && opening.placeId !== null ? sweep.findRoom(opening.placeId, start, end) : null;
  return {
    start,
    end,
    adviserId: calendar.adviserId,
    openingId: opening.id,
    organisationId: opening.organisationId,
    placeId: opening.placeId,
    zone: opening.zone,
    modes: opening.modes.filter(
      (mode) => isAsked(mode, sweep.question) && (mode !== 'in-person' || room !== null),
    ),
    room,
    pauseMinutes: opening.pauseMinutes,
  };
}

export interface SlotPoint {
  readonly opening: Opening;
  readonly start: EpochMs;
}
