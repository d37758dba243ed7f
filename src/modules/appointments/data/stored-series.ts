import { dateOfEpochDay, epochDayOf } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import type { IsoWeekday, Recurrence, SeriesException } from '../rules/calendar.ts';
import type { Block } from '../rules/calendar.ts';
import type { StoredRecurrence } from './schema.ts';

/** From the row's ISO dates to the engine's day numbers. */
export function recurrenceOf(stored: StoredRecurrence | null): Recurrence | null {
  if (!stored) return null;
  return {
    every: stored.every,
    interval: stored.interval,
    weekdays: stored.weekdays as readonly IsoWeekday[],
    nth: stored.nth as Recurrence['nth'],
    until: stored.until === null ? null : epochDayOf(Temporal.PlainDate.from(stored.until)),
  };
}

export function storedRecurrenceOf(recurrence: Recurrence | null): StoredRecurrence | null {
  if (!recurrence) return null;
  return {
    ...recurrence,
    until: recurrence.until === null ? null : dateOfEpochDay(recurrence.until).toString(),
  };
}

export interface StoredException {
  readonly kind: 'skipped' | 'moved' | 'changed';
  readonly day: EpochDay;
  readonly toDay: EpochDay | null;
  readonly blocks: readonly Block[] | null;
}

export function exceptionOf(stored: StoredException): SeriesException {
  const { kind, day, toDay, blocks } = stored;
  if (kind === 'skipped') return { kind, day };
  if (!blocks) throw new Error(`an exception of kind ${kind} has no hours`);
  if (kind === 'changed') return { kind, day, blocks };
  if (toDay === null) throw new Error('a moved occurrence has no day');
  return { kind, day, toDay, blocks };
}
