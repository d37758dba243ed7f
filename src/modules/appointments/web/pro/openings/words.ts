import { dateOfEpochDay } from '#platform/kernel/time.ts';
import {
  capitalise,
  formatCount,
  formatDay,
  formatDuration,
  formatList,
  formatPhone,
} from '#ui/format.ts';
import type { AppointmentMode } from '../../../rules/calendar.ts';
import type { OccurrenceRefusal } from '../../../rules/opening-life.ts';
import type { OpeningWarning } from '../../../rules/opening-warnings.ts';
import type { OpeningChangeRefusal } from '../../../use-cases/change-opening.ts';
import type { OpeningEndRefusal } from '../../../use-cases/end-opening.ts';
import type { OpenedCalendar } from '../../../use-cases/open-calendar.ts';
import type { OpeningView } from '../../../use-cases/read-openings.ts';
import { whenOf } from '../../words.ts';
import { boundsText, daysText, hoursText } from '../series-words.ts';

export type Opening = OpeningView['opening'];

const MODES: Readonly<Record<AppointmentMode, string>> = {
  'in-person': 'sur place',
  video: 'en visio',
  phone: 'par téléphone',
};

export const MODE_ORDER: readonly AppointmentMode[] = ['in-person', 'video', 'phone'];

/** « sur place ou en visio » */
export function modesText(modes: readonly AppointmentMode[]): string {
  return formatList(
    MODE_ORDER.filter((mode) => modes.includes(mode)).map((mode) => MODES[mode]),
    'ou',
  );
}

/** « Tous les mardis et jeudis, de 9 h à 12 h, sur place ou en visio, à Info Jeunes Guéret » */
export function summaryOf(opening: Opening, calendar: OpenedCalendar): string {
  const said = { ...opening, today: calendar.today };
  const place = placeName(opening, calendar);
  const bounds = boundsText(said);
  return capitalise(
    [
      daysText(said),
      hoursText(opening.blocks),
      ...(bounds ? [bounds] : []),
      modesText(opening.modes),
      ...(place ? [`à ${place}`] : []),
    ].join(', '),
  );
}

/** « Mardis et jeudis, de 9 h à 12 h »: enough to tell it from the others. */
export function shortNameOf(opening: Opening, today: Temporal.PlainDate): string {
  return capitalise(`${daysText({ ...opening, today })}, ${hoursText(opening.blocks)}`);
}

export function placeName(opening: Opening, calendar: OpenedCalendar): string | null {
  const places = calendar.structures.flatMap((one) => one.places);
  return places.find((place) => place.id === opening.placeId)?.name ?? null;
}

export function structureName(opening: Opening, calendar: OpenedCalendar): string {
  return (
    calendar.structures.find((one) => one.organisationId === opening.organisationId)?.name ?? ''
  );
}

/** How one meets, line by line. */
export function meetingLines(opening: Opening): readonly string[] {
  const lines: string[] = [];
  const fallback = opening.fallbackPhone ? formatPhone(opening.fallbackPhone) : '';
  if (opening.modes.includes('video')) {
    const link =
      opening.videoKind === 'room'
        ? `votre salle, ${opening.videoRoom}`
        : 'un lien du réseau, créé pour chaque entretien';
    lines.push(`Visio : ${link}. Si elle ne marche pas : ${fallback}.`);
  }
  if (opening.modes.includes('phone')) {
    const number = opening.phoneNumber ? formatPhone(opening.phoneNumber) : '';
    lines.push(
      opening.phoneDirection === 'adviser-calls'
        ? 'Téléphone : vous appelez la personne.'
        : `Téléphone : la personne vous appelle au ${number}.`,
    );
  }
  return lines;
}

/** « 2 entretiens de 1 h, 30 min perdues à la fin de 9 h – 11 h 30 » and the like. */
export function warningText(warning: OpeningWarning, context: WarningContext): string {
  switch (warning.kind) {
    case 'blocks-overlap':
      return `Deux horaires se chevauchent : ${hoursText([warning.first])} et ${hoursText([warning.second])}. Un même moment ne sert qu’une fois.`;
    case 'overlaps-opening':
      return `Se chevauche avec « ${context.nameOf(warning.openingId)} », la première fois ${whenOf(warning.during.start, context.zone)}. Un même moment ne sert qu’une fois.`;
    case 'block-too-short':
      return `${capitalise(hoursText([warning.block]))} : trop court pour un entretien de ${formatDuration(context.slotMinutes)}. Rien n’y est proposé.`;
    case 'remainder': {
      const count = formatCount(warning.slots, { one: 'entretien', many: 'entretiens' });
      return `${capitalise(hoursText([warning.block]))} : ${count}, ${formatDuration(warning.minutes)} perdues à la fin.`;
    }
  }
}

export interface WarningContext {
  readonly nameOf: (openingId: string) => string;
  readonly zone: string;
  readonly slotMinutes: number;
}

/** « Mardi 24 novembre » */
export function dayTitle(day: number, today: Temporal.PlainDate): string {
  return capitalise(formatDay(dateOfEpochDay(day), { today }));
}

interface FieldMessage {
  readonly field: string;
  readonly message: string;
}

/** Beside which field each refusal is said, and how to put it right. */
export const openingRefusals: Readonly<
  Record<Exclude<OpeningChangeRefusal, 'not-found'>, FieldMessage>
> = {
  'no-mode': { field: 'modes', message: 'Cochez au moins une façon de se voir.' },
  'no-hours': { field: 'debut-1', message: 'Il manque les heures. Exemple : de 09:00 à 12:00.' },
  'hours-reversed': { field: 'fin-1', message: 'La fin doit venir après le début.' },
  'slot-too-long': {
    field: 'duree',
    message: 'Aucun horaire n’est assez long pour un entretien de cette durée.',
  },
  'place-missing': { field: 'lieu', message: 'Choisissez le lieu où vous recevez.' },
  'place-not-served': {
    field: 'lieu',
    message: 'La structure n’est pas présente dans ce lieu à cette date.',
  },
  'video-missing': {
    field: 'visio',
    message: 'Dites par quel lien se fait la visio : celui du réseau, ou l’adresse de votre salle.',
  },
  'no-network-video': {
    field: 'visio',
    message: 'Le réseau n’a pas de service de visio : donnez l’adresse de votre salle.',
  },
  'fallback-missing': {
    field: 'secours',
    message: 'Donnez un numéro à appeler si la visio ne marche pas.',
  },
  'phone-missing': {
    field: 'qui-appelle',
    message: 'Dites qui appelle, et sur quel numéro si c’est la personne.',
  },
  'never-opens': { field: 'jusquau', message: 'Avec ces dates, cette plage n’a jamais lieu.' },
  'already-over': { field: 'du', message: 'Cette plage est terminée : ouvrez-en une nouvelle.' },
  'in-the-past': {
    field: 'du',
    message: 'Choisissez aujourd’hui ou un jour à venir : ce qui est passé ne change pas.',
  },
};

export const occurrenceRefusals: Readonly<
  Record<Exclude<OccurrenceRefusal, 'no-occurrence'>, FieldMessage>
> = {
  'in-the-past': { field: 'nouveau-jour', message: 'Choisissez aujourd’hui ou un jour à venir.' },
  'no-hours': { field: 'debut-1', message: 'Il manque les heures. Exemple : de 09:00 à 12:00.' },
  'hours-reversed': { field: 'fin-1', message: 'La fin doit venir après le début.' },
  'slot-too-long': { field: 'fin-1', message: 'Aucun horaire n’est assez long pour un entretien.' },
  'already-open-then': {
    field: 'nouveau-jour',
    message: 'Cette plage est déjà ouverte ce jour-là aux mêmes heures.',
  },
};

export const endRefusals: Readonly<Record<Exclude<OpeningEndRefusal, 'not-found'>, FieldMessage>> =
  {
    'already-over': { field: 'dernier-jour', message: 'Cette plage est déjà terminée.' },
    'in-the-past': {
      field: 'dernier-jour',
      message: 'Choisissez hier au plus tôt : ce qui est passé ne change pas.',
    },
  };
