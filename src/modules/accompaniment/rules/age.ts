/** Completed years on a day. Born on 29 February, one is a year older on 1 March of a common year. */
export function ageOn(birthDate: Temporal.PlainDate, day: Temporal.PlainDate): number {
  const years = day.year - birthDate.year;
  const hadBirthday =
    day.month > birthDate.month || (day.month === birthDate.month && day.day >= birthDate.day);
  return hadBirthday ? years : years - 1;
}

/** Under this age a holder of parental authority agrees too (loi 78-17, article 45). */
export const DIGITAL_CONSENT_AGE = 15;

export function needsGuardian(birthDate: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  return ageOn(birthDate, day) < DIGITAL_CONSENT_AGE;
}
