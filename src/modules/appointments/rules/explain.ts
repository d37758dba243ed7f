import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { DAY_MS, MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs, Interval } from '#platform/kernel/time.ts';
import type {
  AbsenceId,
  AdviserCalendar,
  AppointmentId,
  AppointmentMode,
  Opening,
  OpeningId,
  Question,
  Supply,
} from './calendar.ts';
import { stepsOf } from './grid.ts';
import { listSlots, listStarts } from './search.ts';
import { blocksOn, occurrencesIn, patternOf } from './series.ts';
import { earliestStart, latestStartIn } from './sweep.ts';

/** Why a time cannot be booked. Instants and periods are those of the thing in the way. */
export type WhyNot =
  | { readonly kind: 'in-the-past' }
  | { readonly kind: 'notice-too-short'; readonly earliest: EpochMs }
  | { readonly kind: 'beyond-furthest'; readonly latest: EpochMs }
  | { readonly kind: 'not-bookable-then' }
  | { readonly kind: 'public-holiday'; readonly openingId: OpeningId; readonly day: EpochDay }
  | { readonly kind: 'absence'; readonly absenceId: AbsenceId; readonly during: Interval }
  | {
      readonly kind: 'busy';
      readonly appointmentId: AppointmentId | null;
      readonly during: Interval;
    }
  | { readonly kind: 'pause'; readonly during: Interval }
  | { readonly kind: 'no-room-free'; readonly placeId: PlaceId }
  | { readonly kind: 'mode-not-offered'; readonly openingId: OpeningId }
  | { readonly kind: 'occurrence-skipped'; readonly openingId: OpeningId; readonly day: EpochDay }
  | {
      readonly kind: 'occurrence-moved';
      readonly openingId: OpeningId;
      readonly day: EpochDay;
      readonly toDay: EpochDay;
    }
  | { readonly kind: 'occurrence-changed'; readonly openingId: OpeningId; readonly day: EpochDay }
  | { readonly kind: 'does-not-fit'; readonly openingId: OpeningId; readonly endsAt: EpochMs }
  | { readonly kind: 'off-grid'; readonly before: EpochMs | null; readonly after: EpochMs | null }
  | { readonly kind: 'no-opening' };

/** From the most telling to the least. */
export const WHY_NOT_ORDER = [
  'in-the-past',
  'notice-too-short',
  'beyond-furthest',
  'not-bookable-then',
  'public-holiday',
  'absence',
  'busy',
  'pause',
  'no-room-free',
  'mode-not-offered',
  'occurrence-skipped',
  'occurrence-moved',
  'occurrence-changed',
  'does-not-fit',
  'off-grid',
  'no-opening',
] as const satisfies readonly WhyNot['kind'][];

/** The time asked about, with one adviser; any mode when absent. */
export interface TimeAsked {
  readonly adviserId: PersonId;
  readonly start: EpochMs;
  readonly mode?: AppointmentMode;
}

/**
 * Every reason why an interview with that adviser cannot begin at that time, the most telling first; empty when it can. An adviser may
 * ask (issue: §3), booking and moving take their refusal from it. An adviser unknown to the supply has no opening.
 */
export function explainTime(supply: Supply, question: Question, asked: TimeAsked): WhyNot[] {
  const calendars = supply.calendars.filter((one) => one.adviserId === asked.adviserId);
  const alone = { ...supply, calendars };
  const narrowed = narrowedTo(question, asked);
  if (listSlots(alone, narrowed).length > 0) return [];
  const reasons = calendars.flatMap((calendar) => {
    const context = { supply: alone, question: narrowed, calendar, start: asked.start };
    return [...dateReasons(context), ...placeInCalendar(context)];
  });
  if (reasons.length === 0) return [{ kind: 'no-opening' }];
  return withoutDoubles(reasons).sort(
    (a, b) => WHY_NOT_ORDER.indexOf(a.kind) - WHY_NOT_ORDER.indexOf(b.kind),
  );
}

/** The question about one start only: display, booking, moving and explaining all put it to the same sweep. */
export function narrowedTo(
  question: Question,
  asked: { readonly start: EpochMs; readonly mode?: AppointmentMode },
): Question {
  const narrowed = { ...question, from: asked.start, to: asked.start + 1 };
  return asked.mode === undefined ? narrowed : { ...narrowed, modes: [asked.mode] };
}

interface Context {
  readonly supply: Supply;
  readonly question: Question;
  readonly calendar: AdviserCalendar;
  readonly start: EpochMs;
}

function dateReasons({ question, calendar, start, supply }: Context): WhyNot[] {
  const reasons: WhyNot[] = [];
  const earliest = earliestStart(question);
  if (start < question.now) reasons.push({ kind: 'in-the-past' });
  else if (start < earliest) reasons.push({ kind: 'notice-too-short', earliest });
  if (question.audience === 'public' && question.furthest !== null) {
    const zone = calendar.openings[0]?.zone ?? 'Europe/Paris';
    const latest = latestStartIn(supply.clocks(zone), question.furthest);
    if (start > latest) reasons.push({ kind: 'beyond-furthest', latest });
  }
  if (!calendar.bookableDuring.some((one) => one.start <= start && start < one.end)) {
    reasons.push({ kind: 'not-bookable-then' });
  }
  return reasons;
}

interface Found {
  readonly opening: Opening;
  readonly day: EpochDay;
  readonly block: Interval;
}

function placeInCalendar(context: Context): WhyNot[] {
  const openings = context.calendar.openings.filter(
    (one) => context.question.placeId === undefined || one.placeId === context.question.placeId,
  );
  const found = openings.flatMap((opening) => blocksAround(opening, context));
  if (found.length === 0) {
    const exceptions = openings.flatMap((opening) => exceptionReasons(opening, context));
    return exceptions.length > 0 ? exceptions : [{ kind: 'no-opening' }];
  }
  const perBlock = found.map((one) => blockReasons(one, context));
  if (perBlock.some((reasons) => reasons.length === 0)) return offGridReasons(context);
  return perBlock.flat();
}

function blocksAround(opening: Opening, { supply, start }: Context): Found[] {
  const clock = supply.clocks(opening.zone);
  const pattern = patternOf(opening.series);
  const today = clock.dayOf(start);
  const found: Found[] = [];
  for (let day = today - pattern.spill; day <= today; day += 1) {
    for (const one of blocksOn(pattern, day)) {
      const block = { start: clock.instantOf(day, one.start), end: clock.instantOf(day, one.end) };
      if (block.start <= start && start < block.end) found.push({ opening, day, block });
    }
  }
  return found;
}

function exceptionReasons(opening: Opening, { supply, start }: Context): WhyNot[] {
  const clock = supply.clocks(opening.zone);
  const regular = patternOf({ ...opening.series, exceptions: [] });
  const openingId = opening.id;
  return opening.series.exceptions.flatMap((exception): WhyNot[] => {
    const { day } = exception;
    const wouldHold = blocksOn(regular, day).some(
      (one) => clock.instantOf(day, one.start) <= start && start < clock.instantOf(day, one.end),
    );
    if (!wouldHold) return [];
    switch (exception.kind) {
      case 'skipped':
        return [{ kind: 'occurrence-skipped', openingId, day }];
      case 'changed':
        return [{ kind: 'occurrence-changed', openingId, day }];
      case 'moved':
        return [{ kind: 'occurrence-moved', openingId, day, toDay: exception.toDay }];
    }
  });
}

function blockReasons({ opening, block }: Found, context: Context): WhyNot[] {
  const { length, need } = stepsOf(opening, context.question);
  const wanted = { start: context.start, end: context.start + length };
  const kept = { start: wanted.start, end: context.start + need };
  const reasons: WhyNot[] = [...holidayReasons(opening, wanted, context)];
  if (kept.end > block.end) {
    reasons.push({ kind: 'does-not-fit', openingId: opening.id, endsAt: block.end });
  }
  reasons.push(...modeReasons(opening, wanted, context));
  reasons.push(...absenceReasons(kept, context), ...busyReasons({ wanted, kept }, context));
  return reasons;
}

function holidayReasons(opening: Opening, wanted: Interval, { supply }: Context): WhyNot[] {
  if (opening.holidays === null) return [];
  const closed = supply.closedDays.get(opening.holidays);
  const clock = supply.clocks(opening.zone);
  const days = [clock.dayOf(wanted.start), clock.dayOf(wanted.end - 1)];
  return [...new Set(days)]
    .filter((day) => closed?.has(day) === true)
    .map((day) => ({ kind: 'public-holiday', openingId: opening.id, day }));
}

function modeReasons(opening: Opening, wanted: Interval, context: Context): WhyNot[] {
  const { question, supply, calendar } = context;
  const asked = opening.modes.filter((mode) => question.modes?.includes(mode) ?? true);
  const remote = asked.some((mode) => mode !== 'in-person');
  if (remote) return [];
  const { placeId } = opening;
  if (asked.length === 0 || placeId === null) {
    return [{ kind: 'mode-not-offered', openingId: opening.id }];
  }
  const free = listSlots(
    { ...supply, calendars: [freeAt(calendar, opening, wanted)] },
    { ...question, now: wanted.start, minimumNoticeMinutes: 0, furthest: null },
  );
  return free.length > 0 ? [] : [{ kind: 'no-room-free', placeId }];
}

/** The same adviser, free and open exactly for that interview: only the rooms can still refuse it. */
function freeAt(calendar: AdviserCalendar, opening: Opening, wanted: Interval): AdviserCalendar {
  const day = Math.floor(wanted.start / DAY_MS);
  const minute = (wanted.start - day * DAY_MS) / MINUTE_MS;
  const end = (wanted.end - day * DAY_MS) / MINUTE_MS;
  const blocks = [{ start: minute, end }];
  const series = { firstDay: day, blocks, recurrence: null, exceptions: [] };
  return {
    ...calendar,
    openings: [{ ...opening, zone: 'UTC', holidays: null, pauseMinutes: 0, series }],
    absences: [],
    busy: [],
    bookableDuring: [wanted],
  };
}

function absenceReasons(kept: Interval, { calendar, supply }: Context): WhyNot[] {
  return calendar.absences.flatMap((absence) =>
    occurrencesIn(absence.series, supply.clocks(absence.zone), kept).map((during): WhyNot => ({
      kind: 'absence',
      absenceId: absence.id,
      during,
    })),
  );
}

function busyReasons(
  { wanted, kept }: { readonly wanted: Interval; readonly kept: Interval },
  { calendar, question }: Context,
): WhyNot[] {
  return calendar.busy.flatMap((busy): WhyNot[] => {
    if (question.moving !== undefined && busy.appointmentId === question.moving) return [];
    const during = { start: busy.start, end: busy.end };
    if (overlaps(wanted, during)) {
      return [{ kind: 'busy', appointmentId: busy.appointmentId ?? null, during }];
    }
    const after = { start: busy.end, end: busy.end + (busy.pauseMinutes ?? 0) * MINUTE_MS };
    if (overlaps(kept, after)) return [{ kind: 'pause', during: after }];
    return overlaps(kept, during)
      ? [{ kind: 'pause', during: { start: wanted.end, end: kept.end } }]
      : [];
  });
}

function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Free time holds it, yet no start falls there; nothing to say when only the date is in the way. */
function offGridReasons(context: Context): WhyNot[] {
  const { supply, question, calendar, start } = context;
  const always = { ...calendar, bookableDuring: [{ start: -Infinity, end: Infinity }] };
  const relaxed = { ...question, now: start, minimumNoticeMinutes: 0, furthest: null };
  if (listStarts({ ...supply, calendars: [always] }, relaxed).length > 0) return [];
  const around = { ...question, from: start - DAY_MS, to: start + DAY_MS };
  const starts = listStarts(supply, around);
  return [
    {
      kind: 'off-grid',
      before: starts.findLast((one) => one < start) ?? null,
      after: starts.find((one) => one > start) ?? null,
    },
  ];
}

function withoutDoubles(reasons: readonly WhyNot[]): WhyNot[] {
  const seen = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...seen.values()];
}
