import { formatTimeRange } from '#ui/format.ts';
import type { WhyNot } from '../../../rules/explain.ts';
import type { DeskRefusal } from '../../../use-cases/book-for-someone.ts';
import { zonedAt } from '../../words.ts';
import { staffSlotRefusals } from '../interviews/slot-words.ts';

/** Where a refusal is said: beside a field, or at the head of the form when the time itself is at stake. */
export interface DeskRefusalWords {
  readonly field: string | null;
  readonly message: string;
}

export function deskRefusal(
  refusal: DeskRefusal,
  ages: { readonly min: number | null; readonly max: number | null },
) {
  return wordsOf(ages)[refusal];
}

function wordsOf({
  min,
  max,
}: {
  readonly min: number | null;
  readonly max: number | null;
}): Record<DeskRefusal, DeskRefusalWords> {
  const impossible = { field: 'naissance', message: 'Cette date de naissance n’est pas possible.' };
  const parent = {
    field: 'parentAccord',
    message:
      'La personne a moins de 15 ans : il faut l’accord d’un parent, son nom et un moyen de le joindre.',
  };
  return {
    'already-over': { field: null, message: 'Cette heure est déjà passée.' },
    'not-bookable-then': {
      field: null,
      message:
        'Personne ne peut recevoir ici ce jour-là : il manque une convention, une formation ou une date de service.',
    },
    'no-room-free': {
      field: null,
      message:
        'Aucun bureau confidentiel n’est libre à cette heure : proposez la visio ou le téléphone.',
    },
    'place-missing': { field: null, message: 'Il manque le lieu où vous recevez.' },
    'consent-needed': {
      field: 'enPlus',
      message: 'Cette heure n’est pas libre : cochez la case pour la prendre quand même.',
    },
    'just-taken': { field: null, message: 'Cette heure vient d’être prise.' },
    'already-open': {
      field: null,
      message: 'Cette personne a déjà un rendez-vous à venir dans le réseau : un seul à la fois.',
    },
    'youth-busy': {
      field: null,
      message: 'Cette personne a déjà un rendez-vous à cette heure-là.',
    },
    'birth-date-impossible': impossible,
    'not-born': impossible,
    'too-young': {
      field: 'naissance',
      message: `Ces entretiens sont ouverts à partir de ${min ?? 0} ans, le jour du rendez-vous.`,
    },
    'too-old': {
      field: 'naissance',
      message: `Ces entretiens sont ouverts jusqu’à ${max ?? 0} ans inclus, le jour du rendez-vous.`,
    },
    'outside-territory': {
      field: 'commune',
      message:
        'Cette commune est dans une autre région : le réseau Info Jeunes de cette région répond aux mêmes questions.',
    },
    'parent-agreement-missing': parent,
    'guardian-needed': parent,
    'no-contact': { field: 'email', message: 'Il manque un e-mail ou un téléphone.' },
  };
}

/** What is in the way of a time set by hand, each in a sentence. */
export function departureWords(departures: readonly WhyNot[], zone: string): readonly string[] {
  return departures.map((departure) => {
    const hours =
      'during' in departure
        ? `, ${formatTimeRange(zonedAt(departure.during.start, zone), zonedAt(departure.during.end, zone))}`
        : '';
    return `${CAPITAL[departure.kind] ?? staffSlotRefusals[departure.kind]}${hours}.`;
  });
}

const CAPITAL: Partial<Record<WhyNot['kind'], string>> = {
  busy: 'Un autre rendez-vous est déjà prévu',
  pause: 'C’est une pause entre deux rendez-vous',
  absence: 'Une absence est déclarée',
  'public-holiday': 'C’est un jour férié',
  'no-opening': 'Aucune plage n’est ouverte à cette heure',
  'off-grid': 'C’est entre deux créneaux',
  'does-not-fit': 'La plage finit avant la fin de l’entretien',
  'mode-not-offered': 'La plage n’est pas ouverte de cette façon',
  'occurrence-skipped': 'La plage ne se tient pas ce jour-là',
  'occurrence-moved': 'La plage a été déplacée ce jour-là',
  'occurrence-changed': 'Les heures de la plage ont changé ce jour-là',
};
