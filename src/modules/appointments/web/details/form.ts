import { z } from 'zod';
import type { Contact, Guardian } from '#modules/accompaniment/index.ts';
import { normaliseEmail, normalisePhone } from '#modules/accompaniment/pure.ts';

/** Most signs of each field, and what is said beyond. */
const LENGTHS: readonly (readonly [field: keyof Fields, most: number, message: string])[] = [
  ['prenom', 80, 'Ce prénom est trop long : 80 lettres au plus.'],
  ['projet', 1000, 'C’est un peu long : 1 000 signes au plus.'],
  ['acces', 1000, 'C’est un peu long : 1 000 signes au plus.'],
  ['parentNom', 120, 'Ce nom est trop long : 120 lettres au plus.'],
  ['parentContact', 254, 'Ce contact est trop long.'],
];

const field = z.string().trim().optional().default('');

const fields = z.object({
  prenom: field,
  email: field,
  telephone: field,
  'naissance-day': field,
  'naissance-month': field,
  'naissance-year': field,
  commune: field,
  communeCode: field,
  projet: field,
  acces: field,
  autre: field,
  parentNom: field,
  parentContact: field,
  parentAccord: field,
  siteweb: field,
});

type Fields = z.output<typeof fields>;

/** What the form posts, by the names of its fields. Every fault is said at once, each beside its field, neither « tu » nor « vous ». */
export const detailsForm = fields.transform((values, refusal) => {
  if (values.prenom === '') issue(refusal, 'prenom', 'Il manque un prénom ou un pseudonyme.');
  for (const [name, most, message] of LENGTHS) {
    if (values[name].length > most) issue(refusal, name, message);
  }
  const contacts = contactsOf(values, refusal);
  const birthDate = birthDateOf(values, refusal);
  if (!birthDate) return z.NEVER;
  return {
    firstName: values.prenom,
    contacts,
    birthDate,
    commune: { text: values.commune, code: values.communeCode },
    project: values.projet,
    accessNeeds: values.acces === '' ? null : values.acces,
    forSomeoneElse: values.autre === 'oui',
    guardian: guardianOf(values),
    isRobot: values.siteweb !== '',
  };
});

export type Details = z.output<typeof detailsForm>;

function contactsOf(values: Fields, refusal: z.RefinementCtx): readonly Contact[] {
  const contacts: Contact[] = [];
  const email = values.email === '' ? null : normaliseEmail(values.email);
  const phone = values.telephone === '' ? null : normalisePhone(values.telephone);
  if (email) contacts.push({ channel: 'email', value: email });
  if (phone) contacts.push({ channel: 'phone', value: phone });
  if (values.email !== '' && !email) {
    issue(
      refusal,
      'email',
      'Cette adresse e-mail n’a pas la bonne forme. Exemple : prenom@exemple.fr',
    );
  }
  if (values.telephone !== '' && !phone) {
    issue(refusal, 'telephone', 'Ce numéro n’a pas la bonne forme. Exemple : 06 12 34 56 78');
  }
  if (values.email === '' && values.telephone === '') {
    issue(
      refusal,
      'email',
      'Il manque un e-mail ou un téléphone, pour recevoir le lien du rendez-vous.',
    );
  }
  return contacts;
}

function birthDateOf(values: Fields, refusal: z.RefinementCtx): Temporal.PlainDate | null {
  const [day, month, year] = [
    values['naissance-day'],
    values['naissance-month'],
    values['naissance-year'],
  ];
  if (day === '' && month === '' && year === '') {
    issue(refusal, 'naissance', 'Il manque la date de naissance.');
    return null;
  }
  if (!/^\d{4}$/.test(year)) {
    issue(
      refusal,
      'naissance',
      'L’année de naissance s’écrit avec quatre chiffres. Exemple : 2008',
    );
    return null;
  }
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: wholeOf(month), day: wholeOf(day) },
      { overflow: 'reject' },
    );
  } catch {
    issue(refusal, 'naissance', 'Cette date n’existe pas. Exemple : 27 3 2008');
    return null;
  }
}

function wholeOf(typed: string): number {
  return /^\d{1,2}$/.test(typed) ? Number(typed) : Number.NaN;
}

function guardianOf(values: Fields): Guardian | null {
  const { parentNom, parentContact, parentAccord } = values;
  if (parentAccord !== 'oui' || parentNom === '' || parentContact === '') return null;
  return { name: parentNom, contact: parentContact };
}

function issue(refusal: z.RefinementCtx, field: string, message: string): void {
  refusal.addIssue({ code: 'custom', path: [field], message });
}
