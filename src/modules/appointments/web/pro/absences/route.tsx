import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { parseId } from '#platform/kernel/id.ts';
import { changeAbsence, endAbsence } from '../../../use-cases/change-absence.ts';
import { declareAbsence } from '../../../use-cases/declare-absence.ts';
import { readAbsence, readAbsences } from '../../../use-cases/read-absences.ts';
import type { AbsenceView } from '../../../use-cases/read-absences.ts';
import { readTouchedInterviews } from '../../../use-cases/read-interviews.ts';
import { mustChoose, openedBy, openedToWrite, showChoice } from '../calendar-of.tsx';
import type { Opened } from '../calendar-of.tsx';
import { saidOf } from '../said.ts';
import { AbsencePage } from './absence-page.tsx';
import { absenceValues, emptyAbsence, readAbsenceForm, sortAsked } from './form.ts';
import { AbsenceFormPage } from './form-page.tsx';
import { AbsencesPage } from './list-page.tsx';
import { absenceRefusals, absenceText, sortOf } from './words.ts';
import type { AbsenceSort } from './words.ts';

const ABSENCES_PAGE = { surface: 'pro', current: 'absences' } as const;

/** GET: the absences of a calendar, or whose to open. */
export async function showAbsences(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (mustChoose(request)) {
    const choice = { title: 'Absences', current: 'absences' };
    return showChoice(request, reply, { ...choice, hrefOf: (paths) => paths.absences() });
  }
  const opened = await openedBy(request);
  const absences = await readAbsences(request.ctx, opened.calendar);
  return reply.page({
    ...ABSENCES_PAGE,
    title: 'Absences',
    content: <AbsencesPage {...opened} absences={absences} said={saidOf(request)} />,
  });
}

export interface OpenedAbsence extends Opened {
  readonly view: AbsenceView;
}

/** The absence that the address names, in the calendar opened; 404 otherwise. */
export async function absenceOf(request: FastifyRequest, opened: Opened): Promise<OpenedAbsence> {
  const { absence } = request.params as { absence: string };
  const id = parseId<'Absence'>(absence);
  const view = id && (await readAbsence(request.ctx, opened.calendar, id));
  if (!view) throw notFound();
  return { ...opened, view };
}

/** GET: one absence with the interviews on which it falls. */
export async function showAbsence(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return absencePage(request, reply, await absenceOf(request, await openedBy(request)));
}

export async function absencePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { refusal, ...opened }: OpenedAbsence & { readonly refusal?: string },
): Promise<FastifyReply> {
  const { absence } = opened.view;
  const touched = await readTouchedInterviews(request.ctx, opened.calendar, absence);
  return reply.page({
    ...ABSENCES_PAGE,
    title: absenceText(absence, opened.calendar.today),
    status: refusal ? 409 : 200,
    content: (
      <AbsencePage {...opened} touched={touched} said={saidOf(request)} refusal={refusal ?? null} />
    ),
  });
}

interface Shown extends Opened {
  readonly sort: AbsenceSort;
  readonly view: AbsenceView | null;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

function formPage(reply: FastifyReply, { view, ...shown }: Shown): FastifyReply {
  const hasErrors = Object.keys(shown.errors).length > 0;
  return reply.page({
    ...ABSENCES_PAGE,
    title: view ? 'Modifier une absence' : 'Déclarer une absence',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content: <AbsenceFormPage {...shown} saved={view?.absence ?? null} />,
  });
}

function sortOfRequest(request: FastifyRequest): AbsenceSort {
  return sortAsked(oneValue(valuesOf(request.query), 'sorte'));
}

export async function showNewAbsence(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openedToWrite(request);
  const sort = sortOfRequest(request);
  return formPage(reply, {
    ...opened,
    sort,
    view: null,
    values: emptyAbsence({ ...opened, sort }),
    errors: {},
  });
}

/** POST: declares; 303 to its page, where the interviews concerned are settled. */
export async function addAbsence(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openedToWrite(request);
  const { calendar, paths } = opened;
  const sort = sortOfRequest(request);
  const form = readAbsenceForm(request.body, { calendar, sort, saved: null });
  if (!form.ok) return formPage(reply, { ...opened, ...form, sort, view: null });
  const decision = await declareAbsence(request.ctx, {
    networkId: calendar.networkId,
    absence: form.value,
  });
  if (decision.ok) return reply.redirect(paths.absence(decision.value, 'declaree'), 303);
  return refused(reply, { ...opened, sort, view: null, values: form.values }, decision.refusal);
}

function refused(
  reply: FastifyReply,
  shown: Omit<Shown, 'errors'>,
  refusal: keyof typeof absenceRefusals | 'not-found',
): FastifyReply {
  if (refusal === 'not-found') throw notFound();
  const { field, message } = absenceRefusals[refusal];
  return formPage(reply, { ...shown, errors: { [field]: message } });
}

export async function showEditAbsence(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await absenceOf(request, await openedToWrite(request));
  const { absence } = opened.view;
  return formPage(reply, {
    ...opened,
    sort: sortOf(absence),
    values: absenceValues(absence),
    errors: {},
  });
}

export async function editAbsence(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await absenceOf(request, await openedToWrite(request));
  const { calendar, paths, view } = opened;
  const sort = sortOf(view.absence);
  const form = readAbsenceForm(request.body, { calendar, sort, saved: view.absence });
  if (!form.ok) return formPage(reply, { ...opened, ...form, sort });
  const { networkId } = calendar;
  const decision = await changeAbsence(request.ctx, {
    networkId,
    absenceId: view.absence.id,
    absence: form.value,
  });
  if (decision.ok) return reply.redirect(paths.absence(view.absence.id, 'modifiee'), 303);
  return refused(reply, { ...opened, sort, values: form.values }, decision.refusal);
}

/** POST: there again from today on. Pressed twice: it is over, which is what was wanted. */
export async function endAbsenceNow(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await absenceOf(request, await openedToWrite(request));
  const { calendar, paths, view } = opened;
  const decision = await endAbsence(request.ctx, {
    networkId: calendar.networkId,
    absenceId: view.absence.id,
  });
  if (!decision.ok && decision.refusal === 'not-found') throw notFound();
  return reply.redirect(paths.absences('retour'), 303);
}
