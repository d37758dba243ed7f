import {
  capitalise,
  formatDate,
  formatDay,
  formatList,
  formatMonth,
  formatTime,
} from '#ui/format.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import type { BookabilityGap } from '../../../rules/bookability.ts';
import type { WhyNot } from '../../../rules/explain.ts';
import { whenOf, zonedAt } from '../../words.ts';
import type { CalendarView } from '../paths.ts';
import type { Period } from './period.ts';

export const viewLabels: Readonly<Record<CalendarView, string>> = {
  jour: 'Jour',
  semaine: 'Semaine',
  mois: 'Mois',
};

export const previousLabels: Readonly<Record<CalendarView, string>> = {
  jour: 'Jour précédent',
  semaine: 'Semaine précédente',
  mois: 'Mois précédent',
};

export const nextLabels: Readonly<Record<CalendarView, string>> = {
  jour: 'Jour suivant',
  semaine: 'Semaine suivante',
  mois: 'Mois suivant',
};

/** « Mardi 24 novembre », « Du 23 au 29 novembre », « Novembre 2026 » */
export function periodTitle({ view, on, first, last }: Period, today: Temporal.PlainDate): string {
  if (view === 'jour') return capitalise(formatDay(on, { today }));
  if (view === 'mois') return capitalise(formatMonth(on));
  const from =
    first.month === last.month
      ? String(first.day === 1 ? '1er' : first.day)
      : formatDate(first, { today: last });
  return `Du ${from} au ${formatDate(last, { today })}`;
}

/** « 9 h – 10 h » */
export function rangeText(start: EpochMs, end: EpochMs, zone: string): string {
  const to = zonedAt(end, zone);
  const isMidnight = to.hour === 0 && to.minute === 0;
  return `${formatTime(zonedAt(start, zone))} – ${isMidnight ? 'minuit' : formatTime(to)}`;
}

export const gapWords: Readonly<Record<BookabilityGap, string>> = {
  'not-trained': 'la formation n’est pas encore faite',
  'no-agreement': 'la structure n’a pas de convention en cours',
  'service-not-open': 'le service n’est pas encore ouvert',
  'not-affiliated': 'la structure n’est pas rattachée au réseau',
  'not-member': 'la fonction de conseil n’est pas en cours',
};

export function gapsText(gaps: readonly BookabilityGap[]): string {
  return formatList(gaps.map((gap) => gapWords[gap]));
}

export interface WhyContext {
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  readonly gaps: readonly BookabilityGap[];
  readonly noticeHours: number;
}

/** A reason in words, and what to do about it. */
export interface WhySaid {
  readonly reason: string;
  readonly todo: string;
}

type Of<Kind extends WhyNot['kind']> = Extract<WhyNot, { kind: Kind }>;
type Sayings = {
  readonly [Kind in WhyNot['kind']]: (why: Of<Kind>, context: WhyContext) => WhySaid;
};

const day = (epochDay: number, { today }: WhyContext) =>
  formatDay(dateOfEpochDay(epochDay), { today });
const skippedTodo = 'Ouvrez la plage et choisissez « Rétablir » pour cette fois.';

const SAYINGS: Sayings = {
  'in-the-past': () => ({ reason: 'Ce moment est passé.', todo: 'Rien à faire.' }),
  'notice-too-short': ({ earliest }, { zone, noticeHours }) => ({
    reason: `C’est trop proche : le public réserve au moins ${noticeHours} heures avant, donc à partir de ${whenOf(earliest, zone)}.`,
    todo: 'Vous pouvez prendre ce rendez-vous vous-même pour quelqu’un, au téléphone ou sur place.',
  }),
  'beyond-furthest': ({ latest }, { zone }) => ({
    reason: `C’est trop loin : le réseau ouvre jusqu’à ${whenOf(latest, zone)}.`,
    todo: 'Ce créneau apparaîtra de lui-même le moment venu.',
  }),
  'not-bookable-then': (_, { gaps }) => ({
    reason: `Ce jour-là, personne ne peut réserver avec vous : ${gapsText(gaps) || 'une condition manque'}.`,
    todo: 'La coordination du réseau enregistre ces dates : écrivez-lui.',
  }),
  'public-holiday': ({ day: on }, context) => ({
    reason: `${capitalise(day(on, context))} est férié dans ce lieu.`,
    todo: 'Pour ouvrir quand même, modifiez la plage et cochez « Ouvert aussi les jours fériés ».',
  }),
  absence: ({ during }, { zone }) => ({
    reason: `Une absence est déclarée, ${duringText(during, zone)}.`,
    todo: 'Modifiez ou terminez cette absence si vous êtes là.',
  }),
  busy: ({ during }, { zone }) => ({
    reason: `Vous êtes déjà pris, ${rangeText(during.start, during.end, zone)}.`,
    todo: 'Ce moment se libère si l’entretien est déplacé ou annulé.',
  }),
  pause: ({ during }, { zone }) => ({
    reason: `La pause après un entretien prend ce moment, ${rangeText(during.start, during.end, zone)}.`,
    todo: 'La pause se règle dans la plage.',
  }),
  'no-room-free': () => ({
    reason: 'Aucun bureau confidentiel du lieu n’est libre à ce moment.',
    todo: 'Proposez aussi la visio ou le téléphone dans cette plage, ou un autre horaire.',
  }),
  'mode-not-offered': () => ({
    reason: 'Cette plage ne propose pas cette façon de se voir.',
    todo: 'Modifiez la plage pour l’ajouter.',
  }),
  'occurrence-skipped': ({ day: on }, context) => ({
    reason: `La fois du ${day(on, context)} est sautée.`,
    todo: skippedTodo,
  }),
  'occurrence-moved': ({ day: on, toDay }, context) => ({
    reason: `La fois du ${day(on, context)} est déplacée au ${day(toDay, context)}.`,
    todo: skippedTodo,
  }),
  'occurrence-changed': ({ day: on }, context) => ({
    reason: `Les heures de la fois du ${day(on, context)} ont été changées.`,
    todo: skippedTodo,
  }),
  'does-not-fit': ({ endsAt }, { zone }) => ({
    reason: `La plage se termine à ${formatTime(zonedAt(endsAt, zone))} : un entretien entier n’y tient plus.`,
    todo: 'Prolongez la plage, ou réduisez la durée des entretiens.',
  }),
  'off-grid': ({ before, after }, { zone }) => {
    const around = [before, after]
      .filter((one) => one !== null)
      .map((one) => formatTime(zonedAt(one, zone)));
    return {
      reason: 'Ce n’est pas le début d’un créneau : ils se suivent depuis le début de la plage.',
      todo:
        around.length > 0
          ? `Les plus proches commencent à ${formatList(around)}.`
          : 'Regardez les créneaux du jour.',
    };
  },
  'no-opening': () => ({
    reason: 'Aucune plage n’est ouverte à ce moment.',
    todo: 'Ouvrez une plage, ou ajoutez un horaire à une plage existante.',
  }),
};

/** « du lundi 7 décembre au vendredi 11 décembre compris », « du lundi 7 décembre à 9 h au … » */
function duringText({ start, end }: Interval, zone: string): string {
  const [first, last] = [zonedAt(start, zone), zonedAt(end, zone)];
  const isWhole = [first, last].every((one) => one.hour === 0 && one.minute === 0);
  if (!isWhole) return `du ${whenOf(start, zone)} au ${whenOf(end, zone)}`;
  const eve = last.subtract({ days: 1 });
  return first.toPlainDate().equals(eve.toPlainDate())
    ? `${formatDay(first)}, toute la journée`
    : `du ${formatDay(first)} au ${formatDay(eve)} compris`;
}

/** Why, and what to do; one saying for each code of the engine. */
export function sayWhy(why: WhyNot, context: WhyContext): WhySaid {
  const saying = SAYINGS[why.kind] as (why: WhyNot, context: WhyContext) => WhySaid;
  return saying(why, context);
}
