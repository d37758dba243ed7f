import { dateOfEpochDay, isoWeekdayOf } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import { oneValue } from '#platform/http/forms.ts';
import type { FormValues } from '#platform/http/forms.ts';
import type { IsoWeekday, Recurrence } from '../../rules/calendar.ts';
import { nextDay } from '../../rules/opening-life.ts';
import { readAmong, readDay, readOneOf, readWhole } from './typed.ts';
import type { Typed } from './typed.ts';

export const REPETITIONS = ['une-fois', 'semaines', 'mois', 'inchangee'] as const;
export type Repetition = (typeof REPETITIONS)[number];

export const WEEKDAY_VALUES = ['1', '2', '3', '4', '5', '6', '7'] as const;
/** Ranks of a weekday in its month, as typed; -1 is the last. */
export const RANK_VALUES = ['1', '2', '3', '4', '-1'] as const;

const MOST_INTERVAL = { semaines: 52, mois: 12 } as const;

/**
 * How often, from plain fields. `saved` is what an edited series does now: « inchangee » keeps it, so that a recurrence that these fields
 * cannot say is never lost by editing something else (rdvsp #6329). Undefined when a field is wrong.
 */
export function readRecurrence(
  typed: Typed,
  { firstDay, saved }: { readonly firstDay: EpochDay | null; readonly saved: Recurrence | null },
): Recurrence | null | undefined {
  const { values, wrong } = typed;
  const repetition = readOneOf(values, 'repetition', REPETITIONS);
  if (repetition === null || (repetition === 'inchangee' && !saved)) {
    wrong('repetition', 'Choisissez si cela revient, et comment.');
    return undefined;
  }
  if (repetition === 'une-fois') return null;
  const until = readUntil(typed, firstDay);
  const read = {
    semaines: () => readWeekly(typed, firstDay),
    mois: () => readMonthly(typed),
    inchangee: () => saved,
  };
  const recurrence = read[repetition]();
  return recurrence && until !== undefined ? { ...recurrence, until } : undefined;
}

function readUntil(
  { values, wrong }: Typed,
  firstDay: EpochDay | null,
): EpochDay | null | undefined {
  const text = oneValue(values, 'jusquau').trim();
  if (text === '') return null;
  const until = readDay(text);
  if (until === null) wrong('jusquau', 'Cette date n’existe pas. Exemple : 30/06/2027.');
  else if (firstDay !== null && until < firstDay)
    wrong('jusquau', 'La fin doit venir après le premier jour.');
  else return until;
  return undefined;
}

type WithoutEnd = Omit<Recurrence, 'until'>;

/** No weekday ticked: that of the first day, which is then said in so many words when shown again. */
function readWeekly({ values, wrong }: Typed, firstDay: EpochDay | null): WithoutEnd | null {
  const ticked = readAmong(values, 'jours', WEEKDAY_VALUES).map((one) => Number(one) as IsoWeekday);
  const interval = readWhole(oneValue(values, 'toutes') || '1', [1, MOST_INTERVAL.semaines]);
  if (interval === null) {
    wrong('toutes', 'Écrivez un nombre de semaines entre 1 et 52.');
    return null;
  }
  const own = firstDay === null ? [] : [isoWeekdayOf(firstDay) as IsoWeekday];
  return { every: 'week', interval, weekdays: ticked.length > 0 ? ticked : own, nth: [] };
}

function readMonthly({ values, wrong }: Typed): WithoutEnd | null {
  const ranks = readAmong(values, 'rangs', RANK_VALUES).map(Number);
  const weekday = readOneOf(values, 'jour-du-mois', WEEKDAY_VALUES);
  const interval = readWhole(oneValue(values, 'tous-les-mois') || '1', [1, MOST_INTERVAL.mois]);
  if (ranks.length === 0) wrong('rangs', 'Cochez au moins une semaine du mois.');
  if (weekday === null) wrong('jour-du-mois', 'Choisissez un jour de la semaine.');
  if (interval === null) wrong('tous-les-mois', 'Écrivez un nombre de mois entre 1 et 12.');
  if (ranks.length === 0 || weekday === null || interval === null) return null;
  const nth = ranks.map((n) => ({ weekday: Number(weekday) as IsoWeekday, n }));
  return { every: 'month', interval, weekdays: [], nth };
}

/**
 * The first day that really comes, from the one typed on: « un jeudi sur deux » from a Sunday begins the Thursday after, not
 * a week later because that Sunday ends a week. The one typed when nothing comes.
 */
export function firstComing(firstDay: EpochDay, recurrence: Recurrence | null): EpochDay {
  if (recurrence === null) return firstDay;
  const eachTime = { ...recurrence, interval: 1 };
  const series = { firstDay, blocks: [{ start: 0, end: 1 }], recurrence: eachTime, exceptions: [] };
  return nextDay(series, firstDay) ?? firstDay;
}

/** The same recurrence back in its fields. */
export function recurrenceValues(recurrence: Recurrence | null): FormValues {
  if (recurrence === null) return { repetition: 'une-fois' };
  const until =
    recurrence.until === null ? {} : { jusquau: dateOfEpochDay(recurrence.until).toString() };
  return { ...until, ...repetitionValues(recurrence) };
}

function repetitionValues(recurrence: Recurrence): FormValues {
  if (!isSayable(recurrence)) return { repetition: 'inchangee' };
  const interval = String(recurrence.interval);
  if (recurrence.every === 'week') {
    return { repetition: 'semaines', toutes: interval, jours: recurrence.weekdays.map(String) };
  }
  return {
    repetition: 'mois',
    'tous-les-mois': interval,
    rangs: recurrence.nth.map(({ n }) => String(n)),
    'jour-du-mois': String(recurrence.nth[0]?.weekday),
  };
}

/** Whether the fields can say it exactly. */
export function isSayable({ every, interval, weekdays, nth }: Recurrence): boolean {
  if (every === 'week') return interval <= MOST_INTERVAL.semaines && weekdays.length > 0;
  if (every !== 'month' || interval > MOST_INTERVAL.mois || nth.length === 0) return false;
  const isRank = (n: number) => RANK_VALUES.some((value) => value === String(n));
  return nth.every((one) => isRank(one.n) && one.weekday === nth[0]?.weekday);
}
