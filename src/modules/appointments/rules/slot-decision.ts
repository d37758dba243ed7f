import type { PersonId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { DAY_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { AppointmentMode, OpeningId, Question, Slot, Supply } from './calendar.ts';
import { WHY_NOT_ORDER, explainTime, narrowedTo } from './explain.ts';
import type { WhyNot } from './explain.ts';
import { listSlots, listStarts } from './search.ts';

/** What someone wants to book, or to move to. */
export interface SlotChoice {
  /** Null: any adviser of the supply; the first who can, in their order. */
  readonly adviserId: PersonId | null;
  /** Only in that opening, when the adviser has several at that time. */
  readonly openingId?: OpeningId;
  readonly start: EpochMs;
  readonly mode: AppointmentMode;
}

export type SlotRefusal = WhyNot['kind'];

/** A slot with the mode chosen; `room` is to be kept with the appointment, null when it is not in person. */
export interface ChosenSlot extends Slot {
  readonly mode: AppointmentMode;
}

/**
 * Whether that interview may be booked (or moved there: `question.moving`). It puts the display's own question to the display's own sweep, so
 * what is shown can be booked and what can be booked was shown. The window of the question is not looked at, only its bounds.
 * Refuses with the most telling reason; of several advisers, with that of the one who came closest.
 */
export function decideSlot(
  supply: Supply,
  question: Question,
  choice: SlotChoice,
): Decision<SlotRefusal, ChosenSlot> {
  const calendars =
    choice.adviserId === null
      ? supply.calendars
      : supply.calendars.filter((one) => one.adviserId === choice.adviserId);
  const slots = listSlots({ ...supply, calendars }, narrowedTo(question, choice));
  const slot = slots.find(
    (one) => choice.openingId === undefined || one.openingId === choice.openingId,
  );
  if (slot !== undefined) return accept({ ...slot, mode: choice.mode });
  const refusals = calendars.map(({ adviserId }) =>
    firstReason(supply, question, { ...choice, adviserId }),
  );
  return refuse(closest(refusals));
}

function firstReason(
  supply: Supply,
  question: Question,
  asked: { adviserId: PersonId; start: EpochMs; mode: AppointmentMode },
): SlotRefusal {
  return explainTime(supply, question, asked)[0]?.kind ?? 'no-opening';
}

/** The date refuses everyone alike; then someone taken says more than someone who never opens at that time. */
function closest(refusals: readonly SlotRefusal[]): SlotRefusal {
  return WHY_NOT_ORDER.find((kind) => refusals.includes(kind)) ?? 'no-opening';
}

export interface NearTo {
  readonly start: EpochMs;
  readonly count: number;
}

/** The bookable starts nearest to a time that has gone, at most `count`, within two weeks on either side, in order of time. */
export function nearestStarts(supply: Supply, question: Question, near: NearTo): EpochMs[] {
  const from = near.start - 14 * DAY_MS;
  const starts = listStarts(supply, { ...question, from, to: near.start + 14 * DAY_MS });
  return starts
    .sort((a, b) => Math.abs(a - near.start) - Math.abs(b - near.start) || a - b)
    .slice(0, near.count)
    .sort((a, b) => a - b);
}
