import { dateOfEpochDay } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormReading, FormValues } from '#platform/http/forms.ts';
import type { Recurrence } from '../../../rules/calendar.ts';
import type { AbsenceInput } from '../../../use-cases/declare-absence.ts';
import type { OpenedCalendar } from '../../../use-cases/open-calendar.ts';
import { firstComing, readRecurrence, recurrenceValues } from '../recurrence-form.ts';
import { blockValues, readBlocks, readDay, readOneOf } from '../typed.ts';
import type { Typed } from '../typed.ts';
import { ABSENCE_SORTS, lastDayOf, sortOf } from './words.ts';
import type { Absence, AbsenceSort } from './words.ts';

const MOST_REASON = 500;

export interface AbsenceFormContext {
  readonly calendar: OpenedCalendar;
  readonly sort: AbsenceSort;
  readonly saved: Absence | null;
}

/** Which of the three forms is meant; hours when the address says nothing known. */
export function sortAsked(text: string): AbsenceSort {
  return ABSENCE_SORTS.find((sort) => sort === text) ?? 'heures';
}

/** Reads one of the three forms: every fault at once, each beside its field. */
export function readAbsenceForm(
  body: unknown,
  context: AbsenceFormContext,
): FormReading<AbsenceInput> {
  const values = valuesOf(body);
  const errors: Record<string, string> = {};
  const typed: Typed = {
    values,
    wrong: (field, message) => {
      errors[field] ??= message;
    },
  };
  const firstDay = readRequiredDay(typed, 'du');
  const time =
    context.sort === 'jours'
      ? readDays(typed, { firstDay, ...context })
      : readHours(typed, { firstDay, ...context });
  const reason = oneValue(values, 'motif').trim();
  if (reason.length > MOST_REASON) typed.wrong('motif', 'C’est un peu long : 500 signes au plus.');
  if (firstDay === null || time === null || Object.keys(errors).length > 0)
    return { ok: false, values, errors };
  const { calendar } = context;
  const value: AbsenceInput = {
    ...time,
    firstDay: context.saved ? firstDay : firstComing(firstDay, time.recurrence),
    personId: calendar.personId,
    zone: context.saved?.zone ?? calendar.zone,
    reason: reason === '' ? null : reason,
  };
  return { ok: true, values, value };
}

function readRequiredDay({ values, wrong }: Typed, field: string): EpochDay | null {
  const text = oneValue(values, field).trim();
  const day = readDay(text);
  if (text === '') wrong(field, 'Il manque le jour.');
  else if (day === null) wrong(field, 'Cette date n’existe pas. Exemple : 24/11/2026.');
  return day;
}

type Time = Pick<AbsenceInput, 'kind' | 'blocks' | 'recurrence'>;

/** Whole days, both included: one block that goes on for days. */
function readDays(
  typed: Typed,
  { firstDay, saved }: AbsenceFormContext & { readonly firstDay: EpochDay | null },
): Time | null {
  const last = readRequiredDay(typed, 'au');
  if (firstDay === null || last === null) return null;
  if (last < firstDay) {
    typed.wrong('au', 'Le dernier jour doit venir après le premier, ou le même jour.');
    return null;
  }
  return {
    kind: saved?.kind ?? 'long',
    blocks: [{ start: 0, end: (last - firstDay + 1) * 1440 }],
    recurrence: null,
  };
}

function readHours(
  typed: Typed,
  { firstDay, sort, saved }: AbsenceFormContext & { readonly firstDay: EpochDay | null },
): Time | null {
  const blocks = readBlocks(typed);
  if (sort === 'heures') return { kind: 'short', blocks, recurrence: null };
  const recurrence = readComingBack(typed, { firstDay, saved: saved?.recurrence ?? null });
  return recurrence && { kind: 'short', blocks, recurrence };
}

/** A regular absence comes back, or it is another sort. */
function readComingBack(
  typed: Typed,
  of: { readonly firstDay: EpochDay | null; readonly saved: Recurrence | null },
): Recurrence | null {
  if (readOneOf(typed.values, 'repetition', ['une-fois']) !== null) {
    typed.wrong(
      'repetition',
      'Choisissez comment elle revient, ou « Quelques heures » pour une seule fois.',
    );
    return null;
  }
  return readRecurrence(typed, of) ?? null;
}

export function emptyAbsence({ calendar, sort }: Omit<AbsenceFormContext, 'saved'>): FormValues {
  const today = calendar.today.toString();
  const weekly = { repetition: 'semaines', toutes: '1', 'tous-les-mois': '1' };
  return {
    du: today,
    ...(sort === 'jours' ? { au: today } : {}),
    ...(sort === 'reguliere' ? weekly : {}),
  };
}

/** A declared absence back in its fields. */
export function absenceValues(absence: Absence): FormValues {
  const common = { du: dateOfEpochDay(absence.firstDay).toString(), motif: absence.reason ?? '' };
  const sort = sortOf(absence);
  if (sort === 'jours') return { ...common, au: dateOfEpochDay(lastDayOf(absence)).toString() };
  const coming =
    sort === 'reguliere'
      ? { toutes: '1', 'tous-les-mois': '1', ...recurrenceValues(absence.recurrence) }
      : {};
  return { ...common, ...coming, ...blockValues(absence.blocks) };
}
