import type { PlaceId } from '#platform/kernel/actor.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import type { AppointmentId, PlaceRooms } from './calendar.ts';
import { joined } from './occupied.ts';

/** The number of the first room free for the whole time, or null when all are taken (or there is none). */
export type RoomFinder = (placeId: PlaceId, start: EpochMs, end: EpochMs) => number | null;

/** In-person slots never exceed the confidential rooms of a place (SM-42 to SM-44). The rooms of a place are sorted when first asked. */
export function roomFinder(
  rooms: ReadonlyMap<PlaceId, PlaceRooms>,
  moving: AppointmentId | undefined,
): RoomFinder {
  const shelves = new Map<PlaceId, readonly (readonly Interval[])[]>();
  return (placeId, start, end) => {
    let shelf = shelves.get(placeId);
    if (shelf === undefined) {
      shelf = shelve(rooms.get(placeId), moving);
      shelves.set(placeId, shelf);
    }
    for (let index = 0; index < shelf.length; index += 1) {
      if (isFree(shelf[index] as readonly Interval[], start, end)) return index + 1;
    }
    return null;
  };
}

function shelve(
  place: PlaceRooms | undefined,
  moving: AppointmentId | undefined,
): readonly (readonly Interval[])[] {
  if (place === undefined) return [];
  const shelf = Array.from({ length: place.rooms }, (): Interval[] => []);
  for (const busy of place.busy) {
    if (moving !== undefined && busy.appointmentId === moving) continue;
    shelf[busy.room - 1]?.push(busy);
  }
  return shelf.map(joined);
}

/** `taken` is sorted without overlap, so the last one that begins before `end` decides. */
function isFree(taken: readonly Interval[], start: EpochMs, end: EpochMs): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((taken[middle] as Interval).start < end) low = middle + 1;
    else high = middle;
  }
  const last = taken[low - 1];
  return last === undefined || last.end <= start;
}
