import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import type { Opening, Question, SharedStart, Slot, Supply } from './calendar.ts';
import type { Visitor } from './grid.ts';
import {
  occupiedFor,
  openingRuns,
  prepareSweep,
  slotAt,
  sweepCalendar,
  sweepOpening,
} from './sweep.ts';
import type { Sweep } from './sweep.ts';

/** Every distinct start that someone can serve, sorted. What a day's buttons need, at the least cost. */
export function listStarts(supply: Supply, question: Question): EpochMs[] {
  const sweep = prepareSweep(supply, question);
  if (sweep.firstStart > sweep.lastStart) return [];
  const starts = startCollector(sweep);
  for (const calendar of supply.calendars) sweepCalendar(sweep, calendar, starts);
  return starts.sorted();
}

/** Every slot of every adviser, sorted by start, then in the order of the calendars: what staff see. */
export function listSlots(supply: Supply, question: Question): Slot[] {
  const sweep = prepareSweep(supply, question);
  const slots: Slot[] = [];
  const visitor: Visitor = {
    lastStart: sweep.lastStart,
    visit: (start, opening, calendar) => {
      slots.push(slotAt(sweep, calendar, { opening, start }));
    },
  };
  for (const calendar of supply.calendars) sweepCalendar(sweep, calendar, visitor);
  return slots.sort((a, b) => a.start - b.start);
}

/** The distinct starts, sorted, each with all the slots that can serve it: what the public see. */
export function listSharedStarts(supply: Supply, question: Question): SharedStart[] {
  const shared: { start: EpochMs; slots: Slot[] }[] = [];
  for (const slot of listSlots(supply, question)) {
    const last = shared[shared.length - 1];
    if (last !== undefined && last.start === slot.start) last.slots.push(slot);
    else shared.push({ start: slot.start, slots: [slot] });
  }
  return shared;
}

/** What remains of the openings once the time taken and the closed days are out, in order of time; one piece per opening, not joined. */
export function listFreeTime(supply: Supply, question: Question): Interval[] {
  const sweep = prepareSweep(supply, question);
  const pieces: Interval[] = [];
  const visitor: Visitor = {
    lastStart: sweep.lastStart,
    visit: () => undefined,
    free: (time) => {
      if (time.end > sweep.firstStart && time.start <= sweep.lastStart) pieces.push(time);
    },
  };
  for (const calendar of supply.calendars) sweepCalendar(sweep, calendar, visitor);
  return pieces.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The first bookable start, or null. Stops as soon as nothing earlier can be found. */
export function findNextStart(supply: Supply, question: Question): EpochMs | null {
  return findNextStarts(supply, question, () => 'any').get('any') ?? null;
}

/** The first bookable start for each key (the place, say, or the organisation) that `keyOf` gives to openings; null leaves one out. */
export function findNextStarts<Key>(
  supply: Supply,
  question: Question,
  keyOf: (opening: Opening) => Key | null,
): Map<Key, EpochMs> {
  const sweep = prepareSweep(supply, question);
  const firsts = new Map<Key, EpochMs>();
  if (sweep.firstStart > sweep.lastStart) return firsts;
  const visitor: Visitor = {
    lastStart: sweep.lastStart,
    visit: (start) => {
      visitor.lastStart = start - 1;
    },
  };
  for (const calendar of supply.calendars) {
    const runs = openingRuns(sweep, calendar);
    if (runs.length === 0) continue;
    const occupied = occupiedFor(sweep, calendar, runs);
    for (const run of runs) {
      const key = keyOf(run.opening);
      if (key === null) continue;
      const known = (firsts.get(key) ?? sweep.lastStart + 1) - 1;
      visitor.lastStart = known;
      sweepOpening({ sweep, calendar, occupied, run, visitor });
      if (visitor.lastStart < known) firsts.set(key, visitor.lastStart + 1);
    }
  }
  return firsts;
}

interface StartCollector extends Visitor {
  sorted(): EpochMs[];
}

/** Starts fall on whole minutes: one byte per minute of the window sorts and removes doubles without comparing anything. */
function startCollector(sweep: Sweep): StartCollector {
  const first = Math.floor(sweep.firstStart / MINUTE_MS);
  const seen = new Uint8Array(Math.floor(sweep.lastStart / MINUTE_MS) - first + 1);
  return {
    lastStart: sweep.lastStart,
    visit: (start) => {
      seen[start / MINUTE_MS - first] = 1;
    },
    visitEvery: ({ minute, last, stepMinutes }) => {
      // Small integers from here on: this loop is the heart of the search.
      const end = (last / MINUTE_MS - first) | 0;
      const step = stepMinutes | 0;
      for (let index = (minute - first) | 0; index <= end; index += step) seen[index] = 1;
    },
    sorted: () => {
      const starts: EpochMs[] = [];
      let index = seen.indexOf(1);
      while (index !== -1) {
        starts.push((first + index) * MINUTE_MS);
        index = seen.indexOf(1, index + 1);
      }
      return starts;
    },
  };
}
