import { dateOfEpochDay } from '#platform/kernel/time.ts';
import { capitalise, formatCount, formatDate, formatDay } from '#ui/format.ts';
import type { AbsenceChangeRefusal } from '../../../use-cases/change-absence.ts';
import type { AbsenceView } from '../../../use-cases/read-absences.ts';
import { boundsText, daysText, hoursText } from '../series-words.ts';

export type Absence = AbsenceView['absence'];

/** How absences are asked for: hours once, whole days, hours that come back. */
export const ABSENCE_SORTS = ['heures', 'jours', 'reguliere'] as const;
export type AbsenceSort = (typeof ABSENCE_SORTS)[number];

export const sortLabels: Readonly<Record<AbsenceSort, string>> = {
  heures: 'Quelques heures',
  jours: 'Un jour ou plus',
  reguliere: 'Régulière',
};

export const sortHints: Readonly<Record<AbsenceSort, string>> = {
  heures: 'Un rendez-vous, une réunion : dans la même journée.',
  jours:
    'Congés, formation, arrêt, congé parental : de jours entiers à des mois. La coordination la voit, et la semaine est excusée.',
  reguliere: 'Une réunion d’équipe chaque mardi matin, par exemple.',
};

export function sortOf({ blocks, recurrence }: Absence): AbsenceSort {
  if (recurrence) return 'reguliere';
  return blocks.every(({ start, end }) => start === 0 && end % 1440 === 0) ? 'jours' : 'heures';
}

/** « Du lundi 7 au vendredi 18 décembre », « Le mardi 24 novembre, de 9 h à 12 h », « Tous les mardis, de 9 h à 10 h ». */
export function absenceText(absence: Absence, today: Temporal.PlainDate): string {
  const said = { ...absence, today };
  if (sortOf(absence) === 'jours') return capitalise(daysRange(absence, today));
  const bounds = boundsText(said);
  return capitalise(
    [daysText(said), hoursText(absence.blocks), ...(bounds ? [bounds] : [])].join(', '),
  );
}

/** The last whole day, included. */
export function lastDayOf({ firstDay, blocks }: Pick<Absence, 'firstDay' | 'blocks'>): number {
  return (
    firstDay + Math.max(1, Math.ceil(Math.max(...blocks.map((block) => block.end)) / 1440)) - 1
  );
}

function daysRange(absence: Absence, today: Temporal.PlainDate): string {
  const first = dateOfEpochDay(absence.firstDay);
  const last = dateOfEpochDay(lastDayOf(absence));
  if (first.equals(last)) return `le ${formatDay(first, { today })}, toute la journée`;
  const days = formatCount(first.until(last).days + 1, { one: 'jour', many: 'jours' });
  const from = first.year === last.year ? formatDate(first) : formatDate(first, { today });
  return `du ${from} au ${formatDate(last, { today })} compris (${days})`;
}

interface FieldMessage {
  readonly field: string;
  readonly message: string;
}

export const absenceRefusals: Readonly<
  Record<Exclude<AbsenceChangeRefusal, 'not-found'>, FieldMessage>
> = {
  'no-hours': { field: 'debut-1', message: 'Il manque les heures. Exemple : de 09:00 à 12:00.' },
  'hours-reversed': { field: 'fin-1', message: 'La fin doit venir après le début.' },
  'too-long': {
    field: 'au',
    message: 'Une absence dure 400 jours au plus : au-delà, la coordination met fin à la fonction.',
  },
  'never-happens': { field: 'jusquau', message: 'Avec ces dates, cette absence n’a jamais lieu.' },
  'in-the-past': {
    field: 'du',
    message: 'Cette absence est déjà passée : ce qui est passé ne change pas.',
  },
  'already-over': {
    field: 'du',
    message: 'Cette absence est déjà passée : ce qui est passé ne change pas.',
  },
  'begun-already': {
    field: 'du',
    message: 'Cette absence a commencé : seule sa fin peut changer.',
  },
};
