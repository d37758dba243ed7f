import { isoWeekdayOf } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';

/** How far ahead the public may book: so many local days after today, all of them or Monday to Friday only. */
export interface Horizon {
  readonly days: number;
  readonly count: 'calendar' | 'working';
}

/** The last day that the public may choose, included: today is day 0. */
export function furthestDay(today: EpochDay, horizon: Horizon): EpochDay {
  if (horizon.count === 'calendar') return today + horizon.days;
  let day = today;
  for (let left = horizon.days; left > 0;) {
    day += 1;
    if (isoWeekdayOf(day) <= 5) left -= 1;
  }
  return day;
}
