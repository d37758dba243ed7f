import { customType } from 'drizzle-orm/pg-core';
import type { Id } from '../kernel/id.ts';
import type { Interval } from '../kernel/time.ts';

/** `uuid` ↔ the branded id of one thing. */
export function idColumn<Thing extends string>(name: string) {
  return customType<{ data: Id<Thing>; driverData: string }>({
    dataType: () => 'uuid',
    fromDriver: (value) => value as Id<Thing>,
  })(name);
}

/** `timestamptz` ↔ Temporal.Instant (milliseconds). */
export const instantColumn = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => value.toString({ smallestUnit: 'millisecond' }),
  fromDriver: (value) => Temporal.Instant.from(value),
});

/** `date` ↔ Temporal.PlainDate. */
export const dateColumn = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value),
});

const RANGE = /^\["?([^",]+)"?,"?([^",]+)"?\)$/;

/** `tstzrange`, always bounded and half-open ↔ Interval in epoch milliseconds. */
export const periodColumn = customType<{ data: Interval; driverData: string }>({
  dataType: () => 'tstzrange',
  toDriver: (value) => `[${isoOf(value.start)},${isoOf(value.end)})`,
  fromDriver: (value) => {
    const [, start, end] = RANGE.exec(value) ?? [];
    if (!start || !end) throw new Error('a period of the database is not bounded and half-open');
    return { start: msOf(start), end: msOf(end) };
  },
});

function isoOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' });
}

function msOf(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}
