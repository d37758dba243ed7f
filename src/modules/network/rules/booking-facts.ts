import type { NetworkId, OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Dated } from './dated.ts';

export const BOOKING_FACT_KINDS = [
  'trained',
  'agreement-starts',
  'agreement-ends',
  'service-starts',
] as const;
export type BookingFactKind = (typeof BOOKING_FACT_KINDS)[number];

/** A dated fact recorded by hand. One that supersedes another takes its place; without a date it withdraws it. */
export interface BookingFact {
  readonly id: Id<'BookingFact'>;
  readonly kind: BookingFactKind;
  /** A local day of the place. */
  readonly date: Temporal.PlainDate | null;
  readonly supersedes: Id<'BookingFact'> | null;
}

/** A fact with who it is about and who wrote it down; about a person or an organisation, never both. */
export interface RecordedFact extends BookingFact {
  readonly networkId: NetworkId;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  readonly note: string | null;
  readonly recordedBy: PersonId | null;
  readonly recordedAt: Temporal.Instant;
}

/**
 * What `mayBeBooked` of appointments decides on, for one adviser under one organisation (SM-26, SM-92, issue 2 §2).
 * Every date is a local day in `zone`, every end is the last day that holds.
 */
export interface BookingFacts {
  readonly zone: string;
  readonly trainedOn: Temporal.PlainDate | null;
  /** Of the organisation with the network. */
  readonly agreement: readonly {
    readonly from: Temporal.PlainDate;
    readonly endsOn: Temporal.PlainDate | null;
  }[];
  /** Null: no service date was recorded. */
  readonly serviceFrom: Temporal.PlainDate | null;
  /** Of the organisation to the network. */
  readonly affiliated: readonly Dated[];
  /** Of the person, as adviser of the organisation. */
  readonly member: readonly Dated[];
}

type Held = BookingFact & { readonly date: Temporal.PlainDate };

/** The facts that count: those that no later fact took the place of, withdrawals left out. */
export function currentFacts(facts: readonly BookingFact[]): readonly Held[] {
  const superseded = new Set(facts.flatMap((fact) => (fact.supersedes ? [fact.supersedes] : [])));
  return facts.filter((fact): fact is Held => fact.date !== null && !superseded.has(fact.id));
}

/** The first training that counts. */
export function trainedOn(facts: readonly BookingFact[]): Temporal.PlainDate | null {
  return datesOf(facts, 'trained')[0] ?? null;
}

/**
 * The agreements of an organisation, in order. An end closes every agreement begun by that day and still open;
 * an end before any beginning says nothing.
 */
export function agreementPeriods(facts: readonly BookingFact[]): BookingFacts['agreement'] {
  const ends = datesOf(facts, 'agreement-ends');
  return datesOf(facts, 'agreement-starts').map((from) => ({
    from,
    endsOn: ends.find((end) => Temporal.PlainDate.compare(end, from) >= 0) ?? null,
  }));
}

/** The later of the person's and the organisation's service dates; of each, the first that counts. */
export function serviceFrom(
  personFacts: readonly BookingFact[],
  organisationFacts: readonly BookingFact[],
): Temporal.PlainDate | null {
  const dates = [
    datesOf(personFacts, 'service-starts')[0],
    datesOf(organisationFacts, 'service-starts')[0],
  ]
    .filter((date) => date !== undefined)
    .toSorted(Temporal.PlainDate.compare);
  return dates.at(-1) ?? null;
}

function datesOf(facts: readonly BookingFact[], kind: BookingFactKind): Temporal.PlainDate[] {
  return currentFacts(facts)
    .filter((fact) => fact.kind === kind)
    .map((fact) => fact.date)
    .toSorted(Temporal.PlainDate.compare);
}

/** A training is a person's, an agreement an organisation's; a service date may be either's. */
export function factFitsSubject(
  kind: BookingFactKind,
  subject: 'person' | 'organisation',
): boolean {
  switch (kind) {
    case 'trained':
      return subject === 'person';
    case 'agreement-starts':
    case 'agreement-ends':
      return subject === 'organisation';
    case 'service-starts':
      return true;
  }
}
