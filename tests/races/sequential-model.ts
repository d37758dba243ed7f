import type { Change, Operation } from './operations.ts';

const TAKES_TIME = new Set(['on_hold', 'booked', 'held']);

/** Where an interview may go from each status; a hold may vanish. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  on_hold: ['booked'],
  booked: ['booked', 'cancelled', 'held', 'absent'],
  cancelled: [],
};

/** Replays the history one change after the other, as if nobody had come at the same time; the violations it meets. */
export function replay(history: readonly Change[]): readonly string[] {
  const standing = new Map<string, Change>();
  const taking = new Map<string, Change>();
  return history.flatMap((change) => {
    const before = standing.get(change.id);
    const faults = [...stepFaults(before, change), ...clashes(change, taking)];
    if (change.what === 'DELETE') standing.delete(change.id);
    else standing.set(change.id, change);
    if (takesTime(change)) taking.set(change.id, change);
    else taking.delete(change.id);
    return faults.map((fault) => `${change.tick} ${change.id}: ${fault}`);
  });
}

function takesTime(change: Change): boolean {
  return change.what !== 'DELETE' && TAKES_TIME.has(change.status);
}

function stepFaults(before: Change | undefined, change: Change): string[] {
  if (change.what === 'DELETE')
    return before?.status === 'on_hold' ? [] : ['an interview was deleted'];
  if (!before) return [];
  const faults: string[] = [];
  if (change.what === 'INSERT') faults.push('written twice');
  if (!(NEXT[before.status] ?? []).includes(change.status))
    faults.push(`${before.status} became ${change.status}`);
  if (change.sequence !== before.sequence + stepOf(before, change))
    faults.push('its sequence jumped');
  return faults;
}

function clashes(change: Change, taking: ReadonlyMap<string, Change>): string[] {
  if (!takesTime(change)) return [];
  return [...taking.values()].flatMap((other) => {
    const clash = clashOf(change, other);
    return clash ? [`${clash} taken by ${other.id}`] : [];
  });
}

/** A move and a cancellation are one step each; a hold becomes an interview without one. */
function stepOf(before: Change, after: Change): number {
  return before.status === 'on_hold'
    ? 0
    : after.status === 'booked' || after.status === 'cancelled'
      ? 1
      : 0;
}

function clashOf(one: Change, other: Change): string | null {
  if (one.id === other.id) return null;
  if (one.start >= other.end || other.start >= one.end) return null;
  if (one.person_id === other.person_id) return 'an adviser';
  if (one.youth_file_id !== null && one.youth_file_id === other.youth_file_id)
    return 'a young person';
  const sameRoom =
    one.room_no !== null && one.place_id === other.place_id && one.room_no === other.room_no;
  return sameRoom ? 'a room' : null;
}

/** Each answer against the history: what was accepted was written, and at that time; what was refused was not. */
export function judgeAnswers(
  operations: readonly Operation[],
  history: readonly Change[],
): readonly string[] {
  const byId = Map.groupBy(history, (change) => change.id);
  return operations.flatMap((operation) => {
    const { kind, answer, id, slot, start, end } = operation;
    if (!id || answer !== 'accepted') return [];
    const meanwhile = (byId.get(id) ?? []).filter(
      (change) => change.tick > start && change.tick < end,
    );
    const done = {
      book: () => meanwhile.some((one) => one.status === 'booked' && one.start === slot?.start),
      // Pressed for where it already is: nothing is written, and it stands there.
      move: () =>
        (byId.get(id) ?? []).some(
          (one) =>
            one.tick < end &&
            one.status === 'booked' &&
            one.start === slot?.start &&
            one.person_id === slot.personId,
        ),
      cancel: () => meanwhile.some((one) => one.status === 'cancelled'),
    };
    const isDone = kind === 'book' || kind === 'move' || kind === 'cancel' ? done[kind]() : true;
    return isDone ? [] : [`${kind} of ${id} was accepted and is not in the history`];
  });
}

/** What was asked after the answer to an absence, a skipped day or the end of an agreement keeps to it. */
export function judgeClosures(
  operations: readonly Operation[],
  organisationOf: ReadonlyMap<string, string>,
): readonly string[] {
  const closures = operations.filter((one) => one.closed && one.answer === 'accepted');
  const taken = operations.filter(
    (one) => one.slot && one.answer === 'accepted' && one.kind === 'book',
  );
  return taken.flatMap((one) =>
    closures
      .filter(({ closed, end }) => {
        if (!closed || !one.slot || end >= one.start) return false;
        const concerned =
          closed.personId === one.slot.personId ||
          closed.organisationId === organisationOf.get(one.slot.personId);
        // Whatever its length, it begins inside.
        return (
          concerned && one.slot.start >= closed.from && one.slot.start < (closed.to ?? Infinity)
        );
      })
      .map((closure) => `${one.id ?? ''} was booked after its ${closure.kind}`),
  );
}
