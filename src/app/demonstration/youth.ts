import type { Visitor } from '#modules/appointments/index.ts';
import type { Commune } from '#modules/territories/index.ts';
import type { DemonstrationData } from './data-file.ts';
import type { Chance } from './seed.ts';

export interface YouthParts {
  readonly data: DemonstrationData;
  readonly chance: Chance;
  readonly today: Temporal.PlainDate;
  /** Where the young people of that structure live. */
  readonly communes: readonly Commune[];
  /** Makes addresses differ from one structure to the next. */
  readonly key: string;
}

/** Someone invented, sixteen to thirty: each call is another person. */
export function inventYouth(parts: YouthParts, number: number): Visitor {
  const { data, chance, today, communes, key } = parts;
  const firstName = chance.pick(data.youth.firstNames);
  const age = 16 + Math.min(chance.below(9), chance.below(15));
  return {
    firstName,
    contacts: contactsOf(parts, { firstName, key, number }),
    birthDate: today.subtract({ years: age, days: chance.below(360) }),
    commune: chance.pick(communes),
    project: chance.pick(data.youth.projects),
    accessNeeds: chance.happens(0.07) ? chance.pick(data.youth.accessNeeds) : null,
    guardian: null,
    forSomeoneElse: chance.happens(0.08),
  };
}

function contactsOf(
  { chance }: YouthParts,
  who: { readonly firstName: string; readonly key: string; readonly number: number },
): Visitor['contacts'] {
  const name = who.firstName
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
  const email = {
    channel: 'email' as const,
    value: `${name}.${who.key}${who.number}@jeunes.example`,
  };
  // A range kept for fiction by ARCEP.
  const digits = String(chance.below(10_000)).padStart(4, '0');
  const phone = { channel: 'phone' as const, value: `+3363998${digits}` };
  if (chance.happens(0.15)) return [phone];
  return chance.happens(0.4) ? [email, phone] : [email];
}
