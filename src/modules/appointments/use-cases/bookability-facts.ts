import { epochDayOf } from '#platform/kernel/time.ts';
import type { BookingFacts } from '#modules/network/index.ts';
import type { BookabilityFacts, DatedPeriod } from '../rules/bookability.ts';

/** From the facts as `network` dates them to the day numbers of `mayBeBooked`. */
export function bookabilityOf(facts: BookingFacts): BookabilityFacts {
  return {
    trainedOn: facts.trainedOn && epochDayOf(facts.trainedOn),
    serviceFrom: facts.serviceFrom && epochDayOf(facts.serviceFrom),
    agreements: facts.agreement.map(({ from, endsOn }) => periodOf(from, endsOn)),
    affiliations: facts.affiliated.map(({ from, until }) => periodOf(from, until)),
    memberships: facts.member.map(({ from, until }) => periodOf(from, until)),
  };
}

function periodOf(from: Temporal.PlainDate, until: Temporal.PlainDate | null): DatedPeriod {
  return { from: epochDayOf(from), until: until && epochDayOf(until) };
}
