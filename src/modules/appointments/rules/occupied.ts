import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { Interval } from '#platform/kernel/time.ts';
import type { AdviserCalendar, AppointmentId, Busy } from './calendar.ts';
import { occurrencesIn } from './series.ts';
import type { ZoneClocks } from './zone-clock.ts';

/** What to leave out of the time taken. */
export interface OccupiedView {
  readonly window: Interval;
  readonly clocks: ZoneClocks;
  readonly moving?: AppointmentId | undefined;
}

/** The time of an adviser that is taken (busy, pauses after it, absences), sorted, without overlap. */
export function occupiedOf(calendar: AdviserCalendar, view: OccupiedView): readonly Interval[] {
  if (calendar.absences.length === 0 && isReady(calendar.busy, view.moving)) return calendar.busy;
  const taken: Interval[] = [];
  for (const busy of calendar.busy) {
    if (view.moving === undefined || busy.appointmentId !== view.moving)
      taken.push(withPause(busy));
  }
  for (const absence of calendar.absences) {
    for (const one of occurrencesIn(absence.series, view.clocks(absence.zone), view.window)) {
      taken.push(one);
    }
  }
  return joined(taken);
}

/** Sorts, then joins what overlaps or touches. Empty periods are dropped. */
export function joined(periods: readonly Interval[]): Interval[] {
  const sorted = periods.filter((one) => one.start < one.end).sort((a, b) => a.start - b.start);
  const result: Interval[] = [];
  for (const one of sorted) {
    const last = result[result.length - 1];
    if (last === undefined || one.start > last.end) result.push(one);
    else if (one.end > last.end) result[result.length - 1] = { start: last.start, end: one.end };
  }
  return result;
}

function withPause(busy: Busy): Interval {
  const pause = busy.pauseMinutes ?? 0;
  return pause === 0 ? busy : { start: busy.start, end: busy.end + pause * MINUTE_MS };
}

/** Rows come from the database sorted and apart: then nothing has to be copied. */
function isReady(busy: readonly Busy[], moving: AppointmentId | undefined): boolean {
  let end = -Infinity;
  for (const one of busy) {
    if (one.start < end || one.start >= one.end) return false;
    if (one.pauseMinutes !== undefined && one.pauseMinutes > 0) return false;
    if (moving !== undefined && one.appointmentId === moving) return false;
    end = one.end;
  }
  return true;
}
