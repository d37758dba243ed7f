import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { Interval } from '#platform/kernel/time.ts';
import type { AppointmentMode, Question, Supply } from './calendar.ts';
import { explainTime } from './explain.ts';
import type { WhyNot } from './explain.ts';
import { roomFinder } from './rooms.ts';

/** A time that an adviser sets by hand, on the phone or on the spot, in an opening or not. */
export interface ManualChoice extends Interval {
  readonly adviserId: PersonId;
  readonly mode: AppointmentMode;
  /** Where they meet; read when in person only. */
  readonly placeId: PlaceId | null;
}

/** `overbooked`: over another interview, to be written as such, since the database refuses it otherwise. `departures`: what the adviser is told before confirming. */
export interface ManualSlot {
  readonly room: number | null;
  readonly kind: 'plain' | 'overbooked';
  readonly departures: readonly WhyNot[];
}

export type ManualRefusal = 'already-over' | 'not-bookable-then' | 'no-room-free';

/**
 * An adviser may by an explicit act book outside the grid, the openings or the holidays, and over another interview; never without agreement or training
 * on that day, nor in person without a room free (SM-44: confidentiality is not the adviser's to give up). One that has begun may still be
 * written down until it is over. `question` is asked as staff.
 */
export function decideManualBooking(
  supply: Supply,
  question: Question,
  choice: ManualChoice,
): Decision<ManualRefusal, ManualSlot> {
  if (choice.end <= question.now) return refuse('already-over');
  const asked: Question = {
    ...question,
    audience: 'staff',
    durationMinutes: (choice.end - choice.start) / MINUTE_MS,
  };
  const departures = explainTime(supply, asked, choice).filter(
    (reason) => reason.kind !== 'in-the-past',
  );
  if (
    departures.some((reason) => reason.kind === 'not-bookable-then') ||
    !isKnown(supply, choice)
  ) {
    return refuse('not-bookable-then');
  }
  const room = roomFor(supply, question, choice);
  if (choice.mode === 'in-person' && room === null) return refuse('no-room-free');
  const isOver = departures.some((reason) => reason.kind === 'busy');
  return accept({ room, kind: isOver ? 'overbooked' : 'plain', departures });
}

function isKnown(supply: Supply, choice: ManualChoice): boolean {
  return supply.calendars.some((one) => one.adviserId === choice.adviserId);
}

function roomFor(supply: Supply, question: Question, choice: ManualChoice): number | null {
  if (choice.mode !== 'in-person' || choice.placeId === null) return null;
  return roomFinder(supply.rooms, question.moving)(choice.placeId, choice.start, choice.end);
}
