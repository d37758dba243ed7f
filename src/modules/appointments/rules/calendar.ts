import type { OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { EpochDay, EpochMs, Interval, WallMinute } from '#platform/kernel/time.ts';
import type { ZoneClocks } from './zone-clock.ts';

export type OpeningId = Id<'Opening'>;
export type AbsenceId = Id<'Absence'>;
export type AppointmentId = Id<'Appointment'>;

export type AppointmentMode = 'in-person' | 'video' | 'phone';
export const APPOINTMENT_MODES = [
  'in-person',
  'video',
  'phone',
] as const satisfies readonly AppointmentMode[];

/** 1 Monday … 7 Sunday (ISO 8601). */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Wall minutes of the day on which an occurrence falls, `start` in, `end` out. An `end` of 1440 is midnight ("24:00"); above,
 * the block goes on into the following days (1500 is 01:00 the next day; 3 * 1440 + 720 is noon three days later).
 */
export interface Block {
  readonly start: WallMinute;
  readonly end: WallMinute;
}

/** The nth such weekday of a month: 1 the first, -1 the last, -2 the one before. */
export interface NthWeekday {
  readonly weekday: IsoWeekday;
  readonly n: number;
}

/**
 * How a series repeats from its first day. Weeks start on Monday and are counted from the week of the first day, months from its
 * month, days from itself. `weekdays` empty: that of the first day (weeks) or all of them (days). `nth` empty: the same day
 * of the month, months without that day being skipped. `until` is the last date on which an occurrence may fall, included.
 */
export interface Recurrence {
  readonly every: 'day' | 'week' | 'month';
  readonly interval: number;
  readonly weekdays: readonly IsoWeekday[];
  readonly nth: readonly NthWeekday[];
  readonly until: EpochDay | null;
}

/** What happens to the single occurrence that the recurrence puts on `day`, the others being left alone (issue: §3). */
export type SeriesException =
  | { readonly kind: 'skipped'; readonly day: EpochDay }
  | { readonly kind: 'changed'; readonly day: EpochDay; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'moved';
      readonly day: EpochDay;
      readonly toDay: EpochDay;
      readonly blocks: readonly Block[];
    };

/** Days and times that come back. Blocks may be given in any order. */
export interface Series {
  readonly firstDay: EpochDay;
  readonly blocks: readonly Block[];
  readonly recurrence: Recurrence | null;
  readonly exceptions: readonly SeriesException[];
}

/** Names the public holidays of a place (mainland, Alsace-Moselle, one per overseas département…). */
export type HolidayCalendarKey = string;

/** When an adviser receives, where and how, and for which organisation it counts. Minutes are elapsed minutes. */
export interface Opening {
  readonly id: OpeningId;
  readonly organisationId: OrganisationId;
  /** Null: remote only. In person is never offered without a place. */
  readonly placeId: PlaceId | null;
  /** IANA name; the wall times of the series are those of this zone. */
  readonly zone: string;
  readonly series: Series;
  readonly modes: readonly AppointmentMode[];
  readonly slotMinutes: number;
  /** Kept free after each interview; it must fit in the opening and lengthens the step. */
  readonly pauseMinutes: number;
  /** From one start to the next, the pause being added; the length of the slot when absent. */
  readonly stepMinutes?: number;
  /** The calendar whose closed days close this opening; null: open on public holidays. */
  readonly holidays: HolidayCalendarKey | null;
}

/** Hours to months without interviews. A `long` one is declared to the coordinator (SM-40) and excuses an empty week. */
export interface Absence {
  readonly id: AbsenceId;
  readonly kind: 'short' | 'long';
  readonly zone: string;
  readonly series: Series;
}

/** Time already taken. One without an appointment comes from an outside calendar, or from another network that only says "busy". */
export interface Busy extends Interval {
  readonly appointmentId?: AppointmentId;
  /** Kept free after it, elapsed minutes (the pause of the opening it was booked in). */
  readonly pauseMinutes?: number;
}

/**
 * One adviser as the engine sees them. `busy` holds everything that overlaps the local days of the window, the eve included; sorted by start
 * it is used as it is, in any other order it is sorted. `bookableDuring`: the START of a slot must fall inside (see `bookableIntervals`);
 * as it depends on the organisation, an adviser of two organisations has two calendars, each with its openings and the same `busy`.
 */
export interface AdviserCalendar {
  readonly adviserId: PersonId;
  readonly openings: readonly Opening[];
  readonly absences: readonly Absence[];
  readonly busy: readonly Busy[];
  readonly bookableDuring: readonly Interval[];
}

export interface RoomBusy extends Interval {
  /** 1 to n. */
  readonly room: number;
  readonly appointmentId?: AppointmentId;
}

/** The confidential rooms of a place (SM-42 to SM-44), numbered 1 to `rooms`, and when each is taken, whoever took it. */
export interface PlaceRooms {
  readonly rooms: number;
  readonly busy: readonly RoomBusy[];
}

/** Everything a search needs, read once. A place absent from `rooms` has none: nothing is offered in person there. */
export interface Supply {
  readonly calendars: readonly AdviserCalendar[];
  readonly closedDays: ReadonlyMap<HolidayCalendarKey, ReadonlySet<EpochDay>>;
  readonly rooms: ReadonlyMap<PlaceId, PlaceRooms>;
  readonly clocks: ZoneClocks;
}

/** The last start that the public may choose, included: a local date of the opening's zone, or an instant. */
export type Furthest =
  | { readonly kind: 'day'; readonly day: EpochDay }
  | { readonly kind: 'instant'; readonly at: EpochMs };

/** 48 h, counted in elapsed minutes (SM-36, X-01). */
export const DEFAULT_NOTICE_MINUTES = 48 * 60;

/**
 * What is asked. Starts are looked for in [from, to), both finite. Nothing is ever offered before `now`; notice (inclusive: exactly 48 h is
 * offered) and furthest bind the public only.
 */
export interface Question {
  readonly now: EpochMs;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly audience: 'public' | 'staff';
  readonly minimumNoticeMinutes: number;
  readonly furthest: Furthest | null;
  /** At least one of them must be possible; all when absent. */
  readonly modes?: readonly AppointmentMode[];
  /** Instead of the length of each opening's slots. */
  readonly durationMinutes?: number;
  /** Only openings of this place. */
  readonly placeId?: PlaceId;
  /** The appointment being moved: its own time and room count as free, one may overlap oneself. */
  readonly moving?: AppointmentId;
}

/** One bookable interview with one adviser. `modes` are those possible at that time; `room` is the one free if met in person. */
export interface Slot extends Interval {
  readonly adviserId: PersonId;
  readonly openingId: OpeningId;
  readonly organisationId: OrganisationId;
  readonly placeId: PlaceId | null;
  readonly zone: string;
  readonly modes: readonly AppointmentMode[];
  readonly room: number | null;
  /** To keep with the appointment so that it goes on counting as busy after it. */
  readonly pauseMinutes: number;
}

/** One start and everyone who can serve it, in the order of the calendars. */
export interface SharedStart {
  readonly start: EpochMs;
  readonly slots: readonly Slot[];
}
