/** Days since 1970-01-01 in the proleptic calendar: a local date without a zone. */
export type EpochDay = number;

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** Minutes since local midnight, as the clock on the wall shows them; 1440 is the end of the day. */
export type WallMinute = number;

/** Half-open: `end` is the first millisecond outside. */
export interface Interval {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

export function epochDayOf(date: Temporal.PlainDate): EpochDay {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}

export function dateOfEpochDay(day: EpochDay): Temporal.PlainDate {
  const at = new Date(day * DAY_MS);
  return Temporal.PlainDate.from({
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
  });
}

/** 1 Monday … 7 Sunday (ISO 8601), of a day number. */
export function isoWeekdayOf(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The local date that a clock in `zone` shows at that instant. */
export function localDateAt(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}
