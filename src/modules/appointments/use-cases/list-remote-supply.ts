import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import { DAY_MS } from '#platform/kernel/time.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import { listRemoteAdvisers } from '../data/remote-advisers.ts';
import type { AppointmentMode } from '../rules/calendar.ts';
import { readSupply } from './read-supply.ts';
import type { SupplyRead } from './read-supply.ts';

/** Advisers read at first; each further reading takes twice as many. */
export const FIRST_DRAW = 40;

export interface RemoteSupply {
  readonly read: SupplyRead;
  /** How many advisers were looked at, of how many who have openings at a distance. */
  readonly among: { readonly read: number; readonly of: number };
}

interface RemoteWanted {
  readonly networkId: NetworkId;
  readonly window: Interval;
  readonly now: EpochMs;
  readonly mode: Exclude<AppointmentMode, 'in-person'>;
  /** Advisers are added until it says so, or until there are no more. */
  isEnough(read: SupplyRead): boolean;
}

/**
 * The supply at a distance of a whole network, read lazily: some advisers drawn for the day (UTC), so that over the days
 * each comes first as often as the others, then more while those have too little. Four statements when the first draw
 * is enough, whatever the size of the network. A network of at most forty is always read whole.
 */
export async function listRemoteSupply(tx: Tx, wanted: RemoteWanted): Promise<RemoteSupply> {
  const { networkId, window, now, mode } = wanted;
  const seed = Math.floor(now / DAY_MS);
  let read: SupplyRead | null = null;
  for (let offset = 0, limit = FIRST_DRAW; ; offset += limit, limit *= 2) {
    const draw = await listRemoteAdvisers(tx, { networkId, window, mode, seed, limit, offset });
    const { personIds, total } = draw;
    if (personIds.length > 0 || read === null) {
      const more = inOrderOf(
        personIds,
        await readSupply(tx, { networkId, window, now, personIds }),
      );
      read = read === null ? more : joined(read, more);
    }
    const seen = offset + personIds.length;
    const of = Math.max(total, seen);
    if (personIds.length < limit || seen >= of || wanted.isEnough(read)) {
      return { read, among: { read: seen, of } };
    }
  }
}

/** Who comes first in the draw serves first when several can. */
function inOrderOf(personIds: readonly PersonId[], read: SupplyRead): SupplyRead {
  const rank = new Map(personIds.map((personId, index) => [personId, index]));
  const rankOf = (personId: PersonId) => rank.get(personId) ?? personIds.length;
  return {
    ...read,
    advisers: read.advisers.toSorted((a, b) => rankOf(a.personId) - rankOf(b.personId)),
    supply: {
      ...read.supply,
      calendars: read.supply.calendars.toSorted(
        (a, b) => rankOf(a.adviserId) - rankOf(b.adviserId),
      ),
    },
  };
}

/** Two readings of different people in the same window. */
function joined(one: SupplyRead, other: SupplyRead): SupplyRead {
  return {
    advisers: [...one.advisers, ...other.advisers],
    places: new Map([...one.places, ...other.places]),
    supply: {
      clocks: one.supply.clocks,
      calendars: [...one.supply.calendars, ...other.supply.calendars],
      closedDays: new Map([...one.supply.closedDays, ...other.supply.closedDays]),
      rooms: new Map([...one.supply.rooms, ...other.supply.rooms]),
    },
  };
}
