import { DAY_MS, MINUTE_MS, dateOfEpochDay } from '#platform/kernel/time.ts';
import type { EpochDay, EpochMs, WallMinute } from '#platform/kernel/time.ts';

/** The instants that the clock on the wall shows in one zone; each local day is looked up once, then it is integer arithmetic. */
export interface ZoneClock {
  readonly zone: string;
  /**
   * The instant at which the wall shows `minute` on `day`; minutes from 1440 on belong to the following days. Where the clock jumps
   * forward, a minute that is never shown is the moment of the jump; where it goes back, a minute shown twice is the first
   * time. So instants never go backwards, and an opening across a change keeps exactly the time during which the wall was inside it.
   */
  instantOf(day: EpochDay, minute: WallMinute): EpochMs;
  /** The instant of 00:00 of a day of 24 hours, on which instants are 00:00 plus the minutes; NaN for a day of another length. */
  plainMidnight(day: EpochDay): EpochMs;
  /** The local date shown at that instant. */
  dayOf(at: EpochMs): EpochDay;
}

/** One clock per zone, made when first asked; kept as long as the caller keeps it (zone data do not change while a process runs). */
export type ZoneClocks = (zone: string) => ZoneClock;

interface DayChange {
  readonly at: EpochMs;
  readonly baseAfter: EpochMs;
}

export function zoneClocks(): ZoneClocks {
  const clocks = new Map<string, ZoneClock>();
  return (zone) => {
    let clock = clocks.get(zone);
    if (clock === undefined) {
      clock = zoneClock(zone);
      clocks.set(zone, clock);
    }
    return clock;
  };
}

/** Days around the first one asked about that are kept in a table; others, rare, in a map. */
const TABLE_DAYS = 1024;
const TABLE_BEFORE = 256;

/** Refuses (throws RangeError, at the first question) a zone that the runtime does not know. */
export function zoneClock(zone: string): ZoneClock {
  /** Per day, the instant of 00:00 with the offset in force when the day begins. */
  const bases = new Map<EpochDay, EpochMs>();
  const changes = new Map<EpochDay, DayChange | null>();
  /** The bases again, for days of 24 hours only (NaN for others and for those not asked yet): the path that nearly every question takes. */
  const plainDays = new Float64Array(TABLE_DAYS).fill(Number.NaN);
  let tableStart = Number.NaN;

  function baseOf(day: EpochDay): EpochMs {
    let base = bases.get(day);
    if (base === undefined) {
      const offsetNs = dateOfEpochDay(day).toZonedDateTime(zone).offsetNanoseconds;
      base = day * DAY_MS - offsetNs / 1_000_000;
      bases.set(day, base);
    }
    return base;
  }

  function changeOn(day: EpochDay): DayChange | null {
    let change = changes.get(day);
    if (change === undefined) {
      const nextBase = baseOf(day + 1);
      change = nextBase - baseOf(day) === DAY_MS ? null : findChange(zone, day, nextBase);
      changes.set(day, change);
    }
    return change;
  }

  function instantOf(day: EpochDay, minute: WallMinute): EpochMs {
    const base = plainDays[day - tableStart];
    return base !== undefined && base === base && minute >= 0 && minute <= 1440
      ? base + minute * MINUTE_MS
      : instantLookedUp(day, minute);
  }

  function instantLookedUp(day: EpochDay, minute: WallMinute): EpochMs {
    if (minute >= 1440 || minute < 0) {
      const days = Math.floor(minute / 1440);
      return instantOf(day + days, minute - days * 1440);
    }
    const change = changeOn(day);
    const plain = baseOf(day) + minute * MINUTE_MS;
    if (change === null) remember(day);
    if (change === null || plain < change.at) return plain;
    return Math.max(change.at, change.baseAfter + minute * MINUTE_MS);
  }

  function plainMidnight(day: EpochDay): EpochMs {
    const base = plainDays[day - tableStart];
    if (base !== undefined && base === base) return base;
    return changeOn(day) === null ? instantLookedUp(day, 0) : Number.NaN;
  }

  function remember(day: EpochDay): void {
    if (Number.isNaN(tableStart)) tableStart = day - TABLE_BEFORE;
    plainDays[day - tableStart] = baseOf(day);
  }

  function dayOf(at: EpochMs): EpochDay {
    let day = Math.floor(at / DAY_MS);
    while (instantOf(day + 1, 0) <= at) day += 1;
    while (instantOf(day, 0) > at) day -= 1;
    return day;
  }

  return { zone, instantOf, plainMidnight, dayOf };
}

function findChange(zone: string, day: EpochDay, nextBase: EpochMs): DayChange | null {
  const change = dateOfEpochDay(day).toZonedDateTime(zone).getTimeZoneTransition('next');
  if (change === null) return null;
  return { at: change.epochMilliseconds, baseAfter: nextBase - DAY_MS };
}
