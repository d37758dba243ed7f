import type { ComponentChildren } from 'preact';
import { formatDateTime, formatDay, formatTime } from './format.ts';

type Moment =
  | Temporal.PlainDate
  | Temporal.PlainTime
  | Temporal.PlainDateTime
  | Temporal.ZonedDateTime;

/** The machine's form: with its offset for a zoned moment, without seconds. */
function machineForm(value: Moment): string {
  if (value instanceof Temporal.ZonedDateTime) {
    return value.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
  }
  return value instanceof Temporal.PlainDate
    ? value.toString()
    : value.toString({ smallestUnit: 'minute' });
}

function words(value: Moment, today: Temporal.PlainDate | undefined): string {
  if (value instanceof Temporal.PlainTime) return formatTime(value);
  return value instanceof Temporal.PlainDate
    ? formatDay(value, { today })
    : formatDateTime(value, { today });
}

interface DateTimeProps {
  readonly value: Moment;
  /** The day of reading, in the same zone: the year is written when it differs. */
  readonly today?: Temporal.PlainDate | undefined;
  /** Other words for the same moment. */
  readonly children?: ComponentChildren;
}

/** A moment that machines read too. */
export function DateTime({ value, today, children }: DateTimeProps) {
  return <time dateTime={machineForm(value)}>{children ?? words(value, today)}</time>;
}
