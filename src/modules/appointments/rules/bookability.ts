import type { EpochDay, EpochMs, Interval } from '#platform/kernel/time.ts';
import { joined } from './occupied.ts';
import type { ZoneClock } from './zone-clock.ts';

/** Local dates, both included; `until` null: without end. */
export interface DatedPeriod {
  readonly from: EpochDay;
  readonly until: EpochDay | null;
}

/** The dated facts that make an adviser bookable for one organisation in one network. Local dates of the zone of the clock given with them. */
export interface BookabilityFacts {
  /** The day on which the training was completed; null: not yet (SM-26, SM-73). */
  readonly trainedOn: EpochDay | null;
  /** Agreements of the organisation: in force from a day, to the announced end included. */
  readonly agreements: readonly DatedPeriod[];
  /** The day on which the service opens; null: not yet known, nothing is open. */
  readonly serviceFrom: EpochDay | null;
  readonly affiliations: readonly DatedPeriod[];
  readonly memberships: readonly DatedPeriod[];
}

/**
 * Whether an interview may START at that instant: trained, under an agreement in force, past the service date, affiliated, member. Looked at
 * on the day of the slot, not today: slots stop the day after an announced end, and begin on the service date (issue §2).
 */
export function mayBeBooked(facts: BookabilityFacts, at: EpochMs, clock: ZoneClock): boolean {
  const day = clock.dayOf(at);
  return bookableDays(facts).some((period) => holds(period, day));
}

function holds(period: DatedPeriod, day: EpochDay): boolean {
  return period.from <= day && (period.until === null || day <= period.until);
}

/** The instants of `window` at which an interview may start, sorted: what `AdviserCalendar.bookableDuring` takes. */
export function bookableIntervals(
  facts: BookabilityFacts,
  window: Interval,
  clock: ZoneClock,
): Interval[] {
  const intervals = bookableDays(facts).map((period) => ({
    start: Math.max(window.start, clock.instantOf(period.from, 0)),
    end:
      period.until === null
        ? window.end
        : Math.min(window.end, clock.instantOf(period.until + 1, 0)),
  }));
  return joined(intervals);
}

/** What is missing on that day, for the adviser and the coordinator; empty when bookable. */
export function whyNotBookable(facts: BookabilityFacts, day: EpochDay): BookabilityGap[] {
  const gaps: BookabilityGap[] = [];
  if (facts.trainedOn === null || day < facts.trainedOn) gaps.push('not-trained');
  if (!facts.agreements.some((period) => holds(period, day))) gaps.push('no-agreement');
  if (facts.serviceFrom === null || day < facts.serviceFrom) gaps.push('service-not-open');
  if (!facts.affiliations.some((period) => holds(period, day))) gaps.push('not-affiliated');
  if (!facts.memberships.some((period) => holds(period, day))) gaps.push('not-member');
  return gaps;
}

export type BookabilityGap =
  | 'not-trained'
  | 'no-agreement'
  | 'service-not-open'
  | 'not-affiliated'
  | 'not-member';

function bookableDays(facts: BookabilityFacts): readonly DatedPeriod[] {
  if (facts.trainedOn === null || facts.serviceFrom === null) return [];
  const open = [{ from: Math.max(facts.trainedOn, facts.serviceFrom), until: null }];
  return [facts.agreements, facts.affiliations, facts.memberships].reduce(intersection, open);
}

function intersection(
  ones: readonly DatedPeriod[],
  others: readonly DatedPeriod[],
): readonly DatedPeriod[] {
  return ones.flatMap((one) =>
    others.flatMap((other): DatedPeriod[] => {
      const from = Math.max(one.from, other.from);
      const until = Math.min(one.until ?? Infinity, other.until ?? Infinity);
      if (from > until) return [];
      return [{ from, until: until === Infinity ? null : until }];
    }),
  );
}
