import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { Interval } from '#platform/kernel/time.ts';
import type { AppointmentMode, Question, Supply } from './calendar.ts';
import { explainTime } from './explain.ts';
import type { WhyNot } from './explain.ts';
import { roomFinder } from './rooms.ts';
import { occurrencesIn } from './series.ts';

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
  const explained = explainTime(supply, asked, choice).filter(
    (reason) => reason.kind !== 'in-the-past',
  );
  const departures = [
    ...explained,
    ...takenReasons(supply, asked, choice).filter(isNew(explained)),
  ];
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

/** Outside the openings too, an interview or an absence of that time is told: the engine explains openings only. */
function takenReasons(supply: Supply, { moving }: Question, choice: ManualChoice): WhyNot[] {
  const [calendar] = supply.calendars.filter((one) => one.adviserId === choice.adviserId);
  if (!calendar) return [];
  const busy = calendar.busy
    .filter(
      (one) => overlaps(one, choice) && (moving === undefined || one.appointmentId !== moving),
    )
    .map((one): WhyNot => ({
      kind: 'busy',
      appointmentId: one.appointmentId ?? null,
      during: { start: one.start, end: one.end },
    }));
  const absences = calendar.absences.flatMap((absence) =>
    occurrencesIn(absence.series, supply.clocks(absence.zone), choice).map((during): WhyNot => ({
      kind: 'absence',
      absenceId: absence.id,
      during,
    })),
  );
  return [...absences, ...busy];
}

function isNew(known: readonly WhyNot[]): (reason: WhyNot) => boolean {
  const seen = new Set(known.map((reason) => JSON.stringify(reason)));
  return (reason) => !seen.has(JSON.stringify(reason));
}

function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What an adviser must say they know before going on: everything but being outside the hours they open themselves. */
const ASKED: ReadonlySet<WhyNot['kind']> = new Set(['busy', 'pause', 'absence', 'public-holiday']);

/** Overbooking, an absence, a pause, a public holiday: never by inattention (issue 2 §5). */
export function needsConsent(departures: readonly WhyNot[]): boolean {
  return departures.some((reason) => ASKED.has(reason.kind));
}

function isKnown(supply: Supply, choice: ManualChoice): boolean {
  return supply.calendars.some((one) => one.adviserId === choice.adviserId);
}

function roomFor(supply: Supply, question: Question, choice: ManualChoice): number | null {
  if (choice.mode !== 'in-person' || choice.placeId === null) return null;
  return roomFinder(supply.rooms, question.moving)(choice.placeId, choice.start, choice.end);
}
