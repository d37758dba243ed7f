import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { Interval } from '../kernel/time.ts';
import { vtimezone } from './vtimezone.ts';

/** What a calendar entry shows. The title is neutral: it may be seen over a shoulder (standards.md A7). */
export interface CalendarEntry {
  /** Stable for the life of the entry, whatever changes (RFC 5545 §3.8.4.7). */
  readonly uid: string;
  /** Grows at each change, so that a calendar takes it up (RFC 5546 §2.1.4). */
  readonly sequence: number;
  readonly status: 'confirmed' | 'cancelled';
  readonly period: Interval;
  readonly zone: string;
  readonly summary: string;
  /** Address of the place, or nothing at a distance. */
  readonly location: string | null;
  readonly description: string;
  readonly url: string | null;
  readonly organiser: { readonly name: string; readonly email: string };
  /** To whom it is sent; null in a file or a feed. */
  readonly attendee: { readonly name: string; readonly email: string } | null;
  readonly stamp: Temporal.Instant;
}

export interface CalendarFile {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly entries: readonly CalendarEntry[];
  readonly name: string;
}

/** An iCalendar file (RFC 5545, RFC 5546), in the hours of each entry's own zone. */
export function calendarText({ method, entries, name }: CalendarFile): string {
  const calendar = ical({
    name,
    prodId: { company: 'Cairn', product: 'Rendez-vous', language: 'FR' },
    method: ICalCalendarMethod[method],
    timezone: {
      name: entries[0]?.zone ?? 'Europe/Paris',
      generator: (zone) =>
        vtimezone(
          zone,
          startOf(entries.find((entry) => entry.zone === zone)) ??
            Temporal.Instant.from('2026-01-01T00:00Z'),
        ),
    },
  });
  for (const entry of entries) addEntry(calendar, entry);
  return calendar.toString();
}

function startOf(entry: CalendarEntry | undefined): Temporal.Instant | null {
  return entry ? Temporal.Instant.fromEpochMilliseconds(entry.period.start) : null;
}

function addEntry(calendar: ReturnType<typeof ical>, entry: CalendarEntry): void {
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.stamp.epochMilliseconds),
    start: zonedAt(entry.period.start, entry.zone),
    end: zonedAt(entry.period.end, entry.zone),
    timezone: entry.zone,
    summary: entry.summary,
    description: entry.description,
    location: entry.location,
    url: entry.url,
    class: ICalEventClass.PRIVATE,
    status: entry.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: entry.organiser,
  });
  if (entry.attendee) {
    event.createAttendee({
      ...entry.attendee,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
  }
  if (entry.status === 'confirmed') event.createAlarm({ trigger: 3600 });
}

function zonedAt(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}
