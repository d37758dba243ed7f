import type { BookingFact } from './booking-facts.ts';
import { agreementPeriods, serviceFrom, trainedOn } from './booking-facts.ts';
import type { Dated } from './dated.ts';
import { holdsOn } from './dated.ts';

/** Why nobody can be booked in a structure on a day, or that someone can. */
export type OrganisationStanding =
  | 'not-affiliated'
  | 'no-agreement'
  /** SM-92: no operator designated, so the structure is suspended. */
  | 'no-operator'
  | 'no-trained-operator'
  | 'before-service'
  | 'bookable';

export interface OrganisationFacts {
  readonly affiliated: readonly Dated[];
  readonly facts: readonly BookingFact[];
  readonly operators: readonly { readonly member: Dated; readonly facts: readonly BookingFact[] }[];
}

/** Pure: the facts of a structure and a local day. The first reason counts, in the order in which they are put right. */
export function organisationStanding(
  { affiliated, facts, operators }: OrganisationFacts,
  day: Temporal.PlainDate,
): OrganisationStanding {
  if (!affiliated.some((link) => holdsOn(link, day))) return 'not-affiliated';
  const agreed = agreementPeriods(facts).some(({ from, endsOn }) =>
    holdsOn({ from, until: endsOn }, day),
  );
  if (!agreed) return 'no-agreement';
  const designated = operators.filter(({ member }) => holdsOn(member, day));
  if (designated.length === 0) return 'no-operator';
  const trained = designated.filter((one) => isBy(trainedOn(one.facts), day));
  if (trained.length === 0) return 'no-trained-operator';
  const inService = trained.some((one) => {
    const start = serviceFrom(one.facts, facts);
    return start === null || isBy(start, day);
  });
  return inService ? 'bookable' : 'before-service';
}

function isBy(date: Temporal.PlainDate | null, day: Temporal.PlainDate): boolean {
  return date !== null && Temporal.PlainDate.compare(date, day) <= 0;
}
