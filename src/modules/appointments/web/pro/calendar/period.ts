import type { CalendarView } from '../paths.ts';

export const VIEWS: readonly CalendarView[] = ['jour', 'semaine', 'mois'];

/** The days that a view shows around one of them, and from which day the neighbouring views start. */
export interface Period {
  readonly view: CalendarView;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** The day asked for: a month shows whole weeks, some of its neighbours. */
  readonly on: Temporal.PlainDate;
  readonly previous: Temporal.PlainDate;
  readonly next: Temporal.PlainDate;
}

export function periodOf(view: CalendarView, on: Temporal.PlainDate): Period {
  switch (view) {
    case 'jour':
      return {
        view,
        on,
        first: on,
        last: on,
        previous: on.subtract({ days: 1 }),
        next: on.add({ days: 1 }),
      };
    case 'semaine': {
      const first = mondayOf(on);
      return {
        view,
        on,
        first,
        last: first.add({ days: 6 }),
        previous: first.subtract({ days: 7 }),
        next: first.add({ days: 7 }),
      };
    }
    case 'mois': {
      const start = on.with({ day: 1 });
      const end = start.add({ months: 1 }).subtract({ days: 1 });
      return {
        ...{ view, on, first: mondayOf(start), last: mondayOf(end).add({ days: 6 }) },
        previous: start.subtract({ months: 1 }),
        next: start.add({ months: 1 }),
      };
    }
  }
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
