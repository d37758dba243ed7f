import type { EpochMs } from '#platform/kernel/time.ts';
import { APPOINTMENT_MODES } from './calendar.ts';
import type { AppointmentMode } from './calendar.ts';
import type { AppointmentFacts } from './cancellation.ts';
import type { CancelledBy } from './status.ts';

/** What became of an interview, as figures tell it. */
export const COUNTED_OUTCOMES = [
  'held',
  'absent',
  'cancelled-youth',
  'cancelled-structure',
  'to-record',
  'to-come',
] as const;
export type CountedOutcome = (typeof COUNTED_OUTCOMES)[number];

export function countedOutcome(
  appointment: AppointmentFacts & { readonly cancelledBy: CancelledBy | null },
  now: EpochMs,
): CountedOutcome {
  switch (appointment.status) {
    case 'held':
    case 'absent':
      return appointment.status;
    case 'cancelled':
      return appointment.cancelledBy === 'youth' ? 'cancelled-youth' : 'cancelled-structure';
    case 'booked':
    case 'on_hold':
      return now >= appointment.end ? 'to-record' : 'to-come';
  }
}

/** Completed years on the day of the interview; `unknown` once a file was erased. */
export const AGE_BANDS = ['under-18', '18-25', '26-30', '31-35', 'over-35', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export function ageBandOf(age: number | null): AgeBand {
  if (age === null) return 'unknown';
  if (age < 18) return 'under-18';
  if (age <= 25) return '18-25';
  if (age <= 30) return '26-30';
  return age <= 35 ? '31-35' : 'over-35';
}

/** One interview, or several alike, as figures see it: nothing of who. */
export interface CountedInterview {
  /** `2026-11`, of the place. */
  readonly month: string;
  /** Where the young person lives; null: not known. */
  readonly departement: string | null;
  readonly mode: AppointmentMode;
  readonly ageBand: AgeBand;
  readonly outcome: CountedOutcome;
}

export const DIMENSIONS = ['month', 'departement', 'mode', 'ageBand', 'outcome'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Tally {
  /** Value of the dimension; the empty text for an unknown département. */
  readonly key: string;
  readonly outcomes: Readonly<Record<CountedOutcome, number>>;
  readonly total: number;
}

/** The interviews by one dimension, each with what became of them; months in order of time, départements by number, the rest in their own order. */
export function tallyBy(
  interviews: readonly CountedInterview[],
  dimension: Dimension,
): readonly Tally[] {
  const groups = Map.groupBy(interviews, (one) => one[dimension] ?? '');
  const tallies = [...groups].map(([key, ones]) => ({
    key,
    outcomes: countOutcomes(ones),
    total: ones.length,
  }));
  const order = ORDERS[dimension];
  const rank = (tally: Tally) => order.indexOf(tally.key);
  return tallies.sort((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key, 'fr'));
}

const ORDERS: Readonly<Record<Dimension, readonly string[]>> = {
  month: [],
  departement: [],
  mode: APPOINTMENT_MODES,
  ageBand: AGE_BANDS,
  outcome: COUNTED_OUTCOMES,
};

export function countOutcomes(
  interviews: readonly CountedInterview[],
): Record<CountedOutcome, number> {
  const counts = Object.fromEntries(COUNTED_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    CountedOutcome,
    number
  >;
  for (const { outcome } of interviews) counts[outcome] += 1;
  return counts;
}

/** Share of those awaited who came: null before anyone was. */
export function presenceRate({
  held,
  absent,
}: Pick<Record<CountedOutcome, number>, 'held' | 'absent'>): number | null {
  return held + absent === 0 ? null : held / (held + absent);
}
