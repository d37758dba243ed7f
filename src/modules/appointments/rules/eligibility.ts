import { ageOn, needsGuardian } from '#modules/accompaniment/pure.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';

/** What a network asks of a young person; null: no bound. Ages are in whole years, bounds included. */
export interface EligibilitySettings {
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly residence: 'required' | 'free';
}

export interface EligibilityFacts {
  readonly birthDate: Temporal.PlainDate;
  /** The local day of the interview: age bounds are looked at there, not at booking. */
  readonly appointmentDay: Temporal.PlainDate;
  /** The local day on which the form is sent: that is when consent is given. */
  readonly today: Temporal.PlainDate;
  readonly livesInTerritory: boolean;
  readonly parentAgrees: boolean;
}

export type EligibilityRefusal =
  | 'birth-date-impossible'
  | 'too-young'
  | 'too-old'
  | 'outside-territory'
  | 'parent-agreement-missing';

const OLDEST_AGE = 120;

/** SM-20 and SM-21: up to the maximum age included on the day of the interview, living in the region wherever in it (SM-22, X-03). */
export function decideEligibility(
  facts: EligibilityFacts,
  settings: EligibilitySettings,
): Decision<EligibilityRefusal> {
  const { birthDate, appointmentDay, today } = facts;
  if (!isPossible(birthDate, today)) return refuse('birth-date-impossible');
  const age = decideAge({ birthDate, appointmentDay }, settings);
  if (!age.ok) return age;
  if (settings.residence === 'required' && !facts.livesInTerritory)
    return refuse('outside-territory');
  if (needsGuardian(birthDate, today) && !facts.parentAgrees)
    return refuse('parent-agreement-missing');
  return accept();
}

export type AgeRefusal = 'too-young' | 'too-old';

/** The bounds of age on the day of the interview: asked again when it moves to another day. */
export function decideAge(
  facts: Pick<EligibilityFacts, 'birthDate' | 'appointmentDay'>,
  settings: Pick<EligibilitySettings, 'minimumAge' | 'maximumAge'>,
): Decision<AgeRefusal> {
  const age = ageOn(facts.birthDate, facts.appointmentDay);
  if (settings.minimumAge !== null && age < settings.minimumAge) return refuse('too-young');
  return settings.maximumAge !== null && age > settings.maximumAge ? refuse('too-old') : accept();
}

function isPossible(birthDate: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(birthDate, today) <= 0 && ageOn(birthDate, today) <= OLDEST_AGE;
}
