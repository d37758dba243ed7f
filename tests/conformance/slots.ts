import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import { explainTime } from '#modules/appointments/rules/explain.ts';
import { joined } from '#modules/appointments/rules/occupied.ts';
import { findOverlap } from '#modules/appointments/rules/opening-warnings.ts';
import {
  findNextStart,
  listFreeTime,
  listSlots,
  listStarts,
} from '#modules/appointments/rules/search.ts';
import { occurrencesIn } from '#modules/appointments/rules/series.ts';
import { prepareSweep } from '#modules/appointments/rules/sweep.ts';
import type { CaseExpected, SlotsCase } from './slots-form.ts';
import { slotsCasesOf } from './slots-form.ts';
import {
  dayOfText,
  instantOfText,
  isDate,
  seriesOf,
  translate,
  windowOf,
} from './slots-translation.ts';
import type { Translated } from './slots-translation.ts';
import type { CaseResult, Suite } from './suite.ts';

/** Verdict on one case: what was expected and what our engine gave, in the words of the case. */
interface Verdict {
  readonly passed: boolean;
  readonly expected: unknown;
  readonly got: unknown;
}

type Check = (one: SlotsCase, translated: Translated) => Verdict;

const CHECKS: Readonly<Record<string, Check>> = {
  slots: checkSlots,
  first: checkFirst,
  count: (one, { supply, question }) =>
    same(one.expected.count, listStarts(supply, question).length),
  free_ranges: checkFreeRanges,
  occurrences: checkOccurrences,
  repeats: checkRepeats,
  covers: checkCovers,
  days: checkDays,
  window: checkWindow,
  openings_overlap: checkOverlap,
  bookable: checkBookable,
};

/** The `slots` suite: outside cases put to the engine of the product through the translation of their words only. */
export const slotsSuite: Suite = (document) =>
  slotsCasesOf(document).map((one, index): CaseResult => {
    const verdict = judge(one);
    return {
      id: one.id ?? `cases#${index}`,
      passed: verdict.passed,
      expected: JSON.stringify(verdict.expected),
      got: JSON.stringify(verdict.got),
    };
  });

/** A case that cannot be translated is one failure, not the end of the run. */
function judge(one: SlotsCase): Verdict {
  const check = CHECKS[one.kind];
  if (check === undefined)
    return { passed: false, expected: one.expected, got: `unknown kind ${one.kind}` };
  try {
    return check(one, translate(one));
  } catch (error) {
    return { passed: false, expected: one.expected, got: String(error) };
  }
}

function same(expected: unknown, got: unknown): Verdict {
  return { passed: JSON.stringify(expected) === JSON.stringify(got), expected, got };
}

/** An instant in the words of the expected list: UTC when it ends with Z, the case's wall otherwise. */
function inWords(at: EpochMs, { clock }: Translated): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(clock.zone);
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}

function normal(texts: readonly string[], translated: Translated): string[] {
  return texts.map((text) => inWords(instantOfText(text, translated.clock), translated));
}

function checkSlots(one: SlotsCase, translated: Translated): Verdict {
  const { supply, question } = translated;
  const { per_agent: perAgent } = one.expected;
  if (one.merge === 'per-agent' || perAgent !== undefined) {
    const got: Record<string, string[]> = {};
    for (const agent of Object.keys(perAgent ?? {})) got[agent] = [];
    for (const slot of listSlots(supply, question)) {
      (got[slot.adviserId] ??= []).push(inWords(slot.start, translated));
    }
    const expected = Object.entries(perAgent ?? {}).map(([id, starts]) => [
      id,
      normal(starts, translated),
    ]);
    return same(Object.fromEntries(expected), got);
  }
  if (one.merge !== undefined && one.merge !== 'distinct') {
    return { passed: false, expected: one.expected, got: `merge ${one.merge} is not supported` };
  }
  const starts = listStarts(supply, question).map((start) => inWords(start, translated));
  return matched(one.expected, starts, translated);
}

function matched(
  expected: CaseExpected,
  starts: readonly string[],
  translated: Translated,
): Verdict {
  const wanted = normal(expected.starts ?? [], translated);
  switch (expected.match ?? 'equal') {
    case 'contains':
      return {
        passed: wanted.every((start) => starts.includes(start)),
        expected: wanted,
        got: starts,
      };
    case 'contains-once': {
      const once = (start: string) => starts.filter((other) => other === start).length === 1;
      return { passed: wanted.every(once), expected: wanted, got: starts };
    }
    case 'prefix':
      return same(wanted.slice(0, starts.length), starts);
    case 'equal-on-days': {
      const days = expected.days ?? [];
      return same(
        wanted,
        starts.filter((start) => days.includes(start.slice(0, 10))),
      );
    }
    default:
      return same(wanted, starts);
  }
}

function checkFirst(one: SlotsCase, translated: Translated): Verdict {
  const first = findNextStart(translated.supply, translated.question);
  const { first: wanted = null } = one.expected;
  return same(
    wanted === null ? null : normal([wanted], translated)[0],
    first === null ? null : inWords(first, translated),
  );
}

function checkFreeRanges(one: SlotsCase, translated: Translated): Verdict {
  const { supply, question } = translated;
  const pieces = listFreeTime(supply, question);
  const ranges = one.join_adjacent === true ? joined(pieces) : pieces;
  return sameRanges(one.expected.ranges ?? [], ranges, translated);
}

function sameRanges(
  expected: readonly (readonly [string, string])[],
  got: readonly Interval[],
  translated: Translated,
): Verdict {
  return same(
    expected.map((range) => normal(range, translated)),
    got.map((range) => [inWords(range.start, translated), inWords(range.end, translated)]),
  );
}

function checkOccurrences(one: SlotsCase, translated: Translated): Verdict {
  return sameRanges(one.expected.occurrences ?? [], occurrencesOf(one, translated), translated);
}

function occurrencesOf(one: SlotsCase, { clock }: Translated): Interval[] {
  if (one.series === undefined) throw new Error('a case without its series');
  const window = windowOf(one, clock);
  return seriesOf(one.series, clock).flatMap((series) => occurrencesIn(series, clock, window));
}

function checkRepeats(one: SlotsCase, translated: Translated): Verdict {
  const dates = occurrencesOf(one, translated)
    .map((occurrence) => inWords(occurrence.start, translated).slice(0, 10))
    .filter((date) => date !== one.series?.first_day);
  const { expected } = one;
  const got = {
    ...(expected.count === undefined ? {} : { count: dates.length }),
    at: Object.fromEntries(
      Object.keys(expected.at ?? {}).map((index) => [index, dates[Number(index)]]),
    ),
    ...(expected.dates === undefined ? {} : { dates }),
  };
  const { count, dates: wantedDates } = expected;
  const wanted = {
    ...(count === undefined ? {} : { count }),
    at: expected.at ?? {},
    ...(wantedDates === undefined ? {} : { dates: wantedDates }),
  };
  return same(wanted, got);
}

function checkCovers(one: SlotsCase, translated: Translated): Verdict {
  const { clock } = translated;
  const { true: yes = [], false: no = [] } = one.expected;
  const isCovered = (date: string): boolean => {
    const day = dayOfText(date);
    const window = { start: clock.instantOf(day, 0), end: clock.instantOf(day + 1, 0) };
    if (one.series === undefined) throw new Error('a case without its series');
    return seriesOf(one.series, clock).some(
      (series) => occurrencesIn(series, clock, window).length > 0,
    );
  };
  return same(
    { true: yes, false: no },
    { true: yes.filter(isCovered), false: no.filter((date) => !isCovered(date)) },
  );
}

function checkDays(one: SlotsCase, translated: Translated): Verdict {
  const { supply, question } = translated;
  const starts =
    one.slot === undefined
      ? listFreeTime(supply, question).map((piece) => piece.start)
      : listStarts(supply, question);
  const words = starts.map((start) => inWords(start, translated));
  const days = new Set(words.map((start) => start.slice(0, 10)));
  const { open = [], closed = [], first_of_day: firsts = {} } = one.expected;
  const wantedFirsts = Object.entries(firsts).map(([day, first]) => [
    day,
    normal([first], translated)[0],
  ]);
  const gotFirsts = Object.keys(firsts).map((day) => [
    day,
    words.find((start) => start.startsWith(day)),
  ]);
  return same(
    [open, closed, wantedFirsts],
    [open.filter((day) => days.has(day)), closed.filter((day) => !days.has(day)), gotFirsts],
  );
}

/** The window left by notice and furthest start, to the minute. */
function checkWindow(one: SlotsCase, translated: Translated): Verdict {
  const { firstStart, lastStart } = prepareSweep(translated.supply, translated.question);
  const got =
    firstStart > lastStart
      ? null
      : [inWords(firstStart, translated), inWords(lastStart, translated)];
  const { window = null } = one.expected;
  if (window === null) return same(null, got);
  const [from, to] = window;
  const end = isDate(to) ? `${to}T23:59` : to;
  return same(normal([from, end], translated), got);
}

function checkOverlap(one: SlotsCase, { clock, supply, question }: Translated): Verdict {
  const [first, second] = (one.openings ?? []).flatMap((opening) => seriesOf(opening, clock));
  if (first === undefined || second === undefined) throw new Error('two openings are needed');
  const met = findOverlap(
    { series: first, zone: clock.zone },
    { series: second, zone: clock.zone },
    { today: clock.dayOf(question.now), clocks: supply.clocks },
  );
  return same(one.expected.overlap, met !== null);
}

function checkBookable(one: SlotsCase, translated: Translated): Verdict {
  const main = bookability(one.expected, translated);
  if (one.also === undefined || !main.passed) return main;
  const { also } = one;
  const other = { ...one, slot: { ...one.slot, duration_min: also.duration_min } };
  return bookability(also, translate(other));
}

/** Free time holds it at that minute, on the grid or not. */
function bookability(expected: CaseExpected, translated: Translated): Verdict {
  const { supply, question, clock } = translated;
  const isHeld = (text: string): boolean =>
    supply.calendars.some(({ adviserId }) =>
      explainTime(supply, question, { adviserId, start: instantOfText(text, clock) }).every(
        (reason) => reason.kind === 'off-grid',
      ),
    );
  const { yes = [], no = [] } = expected;
  return same({ yes, no }, { yes: yes.filter(isHeld), no: no.filter((text) => !isHeld(text)) });
}
