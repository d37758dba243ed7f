import ICAL from 'ical.js';
import type { Mail } from '#platform/mail/transport.ts';

/** The calendar update of a mail, as a calendar reads it. Throws when the mail carries none. */
export function calendarOf(mail: Mail | undefined) {
  const content = mail?.calendar?.content;
  if (content === undefined) throw new Error('the mail carries no calendar');
  const file = new ICAL.Component(ICAL.parse(content));
  const entry = file.getFirstSubcomponent('vevent');
  if (!entry) throw new Error('the calendar holds no entry');
  const event = new ICAL.Event(entry);
  return {
    method: file.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: event.component.getFirstPropertyValue('status'),
    start: event.startDate.toString(),
    summary: event.summary,
    description: event.description,
  };
}
