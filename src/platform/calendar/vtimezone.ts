/** A VTIMEZONE (RFC 5545 §3.6.5) that holds for the year around `at`: the offsets in force and the changes that lead to them. */
export function vtimezone(zone: string, at: Temporal.Instant): string {
  const start = at.toZonedDateTimeISO(zone).subtract({ months: 13 });
  const end = at.toZonedDateTimeISO(zone).add({ months: 13 });
  const observances = [observance(start, start.offset, isSummer(start))];
  let change = start.getTimeZoneTransition('next');
  while (change && Temporal.ZonedDateTime.compare(change, end) < 0) {
    const before = change.subtract({ nanoseconds: 1 });
    observances.push(observance(change, before.offset, isSummer(change)));
    change = change.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}

function observance(onset: Temporal.ZonedDateTime, offsetBefore: string, summer: boolean): string {
  const kind = summer ? 'DAYLIGHT' : 'STANDARD';
  // The onset is written in the local time in force just before it.
  const local = onset.toInstant().toZonedDateTimeISO(offsetBefore).toPlainDateTime();
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetBefore.replace(':', '')}`,
    `TZOFFSETTO:${onset.offset.replace(':', '')}`,
    `END:${kind}`,
  ].join('\r\n');
}

/** Ahead of the smallest offset of its year: summer time where there is one. */
function isSummer(at: Temporal.ZonedDateTime): boolean {
  const january = at.with({ month: 1, day: 1 }).offsetNanoseconds;
  const july = at.with({ month: 7, day: 1 }).offsetNanoseconds;
  return at.offsetNanoseconds > Math.min(january, july);
}
