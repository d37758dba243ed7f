import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText } from './ics.ts';
import type { CalendarEntry } from './ics.ts';

function entryIn(zone: string, local: string): CalendarEntry {
  const start = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
  return {
    uid: '01890000-0000-7000-8000-000000000001@cairn',
    sequence: 2,
    status: 'confirmed',
    period: { start, end: start + 3_600_000 },
    zone,
    summary: 'Rendez-vous So Mobilité',
    location: '1 place Bonnyaud, 23000 Guéret ; au 1er étage, à droite',
    description: 'Ligne 1\nLigne 2',
    url: 'https://cairn.example/rdv/x',
    organiser: { name: 'So Mobilité', email: 'contact@so.example' },
    attendee: { name: 'Lina', email: 'lina@jeune.example' },
    stamp: Temporal.Instant.from('2026-11-22T10:00Z'),
  };
}

function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return { calendar, event };
}

// Seen at rdv-service-public: SEQUENCE always 0, TZID always Paris, hours of the place sent as Paris hours.
describe('calendarText', () => {
  it.each([
    ['Europe/Paris', '2026-12-01T09:00'],
    ['Europe/Paris', '2027-07-01T09:00'],
    ['America/Guadeloupe', '2026-12-01T09:00'],
    ['Indian/Reunion', '2027-07-01T09:00'],
    ['America/Miquelon', '2027-07-01T09:00'],
    ['Pacific/Noumea', '2026-12-01T09:00'],
  ])('says the hours of the place in %s, and the same instant to any client', (zone, local) => {
    const entry = entryIn(zone, local);
    const { calendar, event } = parse(
      calendarText({ method: 'REQUEST', name: 'RDV', entries: [entry] }),
    );
    expect(event.startDate.toString()).toBe(`${local}:00`);
    expect(event.startDate.zone?.tzid).toBe(zone);
    expect(event.startDate.toJSDate().getTime()).toBe(entry.period.start);
    expect(event.endDate.toJSDate().getTime()).toBe(entry.period.end);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.sequence).toBe(2);
    expect(event.uid).toBe(entry.uid);
    expect(event.location).toBe(entry.location);
    expect(event.description).toBe(entry.description);
  });

  it('cancels the same entry with METHOD and STATUS, without an alarm', () => {
    const entry = {
      ...entryIn('Europe/Paris', '2026-12-01T09:00'),
      status: 'cancelled' as const,
      sequence: 3,
    };
    const { calendar, event } = parse(
      calendarText({ method: 'CANCEL', name: 'RDV', entries: [entry] }),
    );
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.component.getAllSubcomponents('valarm')).toHaveLength(0);
    expect(event.sequence).toBe(3);
  });

  it('ends its lines with CRLF and folds them at 75 octets', () => {
    const text = calendarText({
      method: 'PUBLISH',
      name: 'RDV',
      entries: [entryIn('Europe/Paris', '2026-12-01T09:00')],
    });
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});
