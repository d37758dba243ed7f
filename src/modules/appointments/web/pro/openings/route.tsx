import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { parseId } from '#platform/kernel/id.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import { changeOpening } from '../../../use-cases/change-opening.ts';
import { createOpening } from '../../../use-cases/create-opening.ts';
import { readBookabilityGaps } from '../../../use-cases/read-calendar.ts';
import { readStrayInterviews } from '../../../use-cases/read-interviews.ts';
import { readOpening, readOpenings } from '../../../use-cases/read-openings.ts';
import type { OpeningView } from '../../../use-cases/read-openings.ts';
import { mustChoose, openedBy, openedToWrite, showChoice } from '../calendar-of.tsx';
import type { Opened } from '../calendar-of.tsx';
import { readOffers } from '../read-offers.ts';
import { saidOf } from '../said.ts';
import { emptyOpening, openingValues, readOpeningForm } from './form.ts';
import { OpeningFormPage } from './form-page.tsx';
import { OpeningsPage } from './list-page.tsx';
import { OpeningPage } from './opening-page.tsx';
import { openingRefusals, summaryOf } from './words.ts';

export const OPENINGS_PAGE = { surface: 'pro', current: 'plages' } as const;

/** GET: the openings of a calendar, or whose to open. */
export async function showOpenings(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (mustChoose(request)) {
    const title = 'Plages d’ouverture';
    return showChoice(request, reply, {
      title,
      current: 'plages',
      hrefOf: (paths) => paths.openings(),
    });
  }
  const opened = await openedBy(request);
  const { ctx } = request;
  const openings = await readOpenings(ctx, opened.calendar);
  const stray = await readStrayInterviews(ctx, opened.calendar);
  const offers = await readOffers(request, opened.calendar);
  const gaps = await readBookabilityGaps(ctx, opened.calendar);
  return reply.page({
    ...OPENINGS_PAGE,
    title: 'Plages d’ouverture',
    content: (
      <OpeningsPage {...opened} {...{ openings, stray, offers, gaps }} said={saidOf(request)} />
    ),
  });
}

export interface OpenedOpening extends Opened {
  readonly view: OpeningView;
}

/** The opening that the address names, in the calendar opened; 404 otherwise. */
export async function openingOf(request: FastifyRequest, opened: Opened): Promise<OpenedOpening> {
  const { plage } = request.params as { plage: string };
  const id = parseId<'Opening'>(plage);
  const view = id && (await readOpening(request.ctx, opened.calendar, id));
  if (!view) throw notFound();
  return { ...opened, view };
}

/** GET: one opening. */
export async function showOpening(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openingOf(request, await openedBy(request));
  const all = await readOpenings(request.ctx, opened.calendar);
  const stray = await readStrayInterviews(request.ctx, opened.calendar);
  return reply.page({
    ...OPENINGS_PAGE,
    title: summaryOf(opened.view.opening, opened.calendar),
    content: <OpeningPage {...opened} {...{ all, stray }} said={saidOf(request)} />,
  });
}

interface Shown extends Opened {
  readonly view: OpeningView | null;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

function formPage(reply: FastifyReply, { view, ...shown }: Shown): FastifyReply {
  const hasErrors = Object.keys(shown.errors).length > 0;
  return reply.page({
    ...OPENINGS_PAGE,
    title: view ? 'Modifier une plage' : 'Ouvrir une plage',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content: <OpeningFormPage {...shown} saved={view?.opening ?? null} />,
  });
}

export async function showNewOpening(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openedToWrite(request);
  return formPage(reply, { ...opened, view: null, values: emptyOpening(opened), errors: {} });
}

/** POST: opens the hours; 303 to their page, where the summary is read again. */
export async function addOpening(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openedToWrite(request);
  const { calendar, paths } = opened;
  const form = readOpeningForm(request.body, { calendar, saved: null });
  if (!form.ok) return formPage(reply, { ...opened, ...form, view: null });
  // What is past has been counted: hours open from today on.
  if (form.value.firstDay < epochDayOf(calendar.today)) {
    return refused(reply, { ...opened, view: null, values: form.values }, 'in-the-past');
  }
  const decision = await createOpening(request.ctx, {
    network: calendar.network,
    opening: form.value,
  });
  if (decision.ok) return reply.redirect(paths.opening(decision.value, 'ouverte'), 303);
  return refused(reply, { ...opened, view: null, values: form.values }, decision.refusal);
}

function refused(
  reply: FastifyReply,
  shown: Omit<Shown, 'errors'>,
  refusal: keyof typeof openingRefusals | 'not-found',
): FastifyReply {
  if (refusal === 'not-found') throw notFound();
  const { field, message } = openingRefusals[refusal];
  return formPage(reply, { ...shown, errors: { [field]: message } });
}

/** GET: the opening in its form; the changes hold from its next day on, unless another is chosen. */
export async function showEditOpening(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openingOf(request, await openedToWrite(request));
  const { opening, occurrences } = opened.view;
  const from = Math.max(opening.firstDay, occurrences[0]?.day ?? epochDayOf(opened.calendar.today));
  return formPage(reply, { ...opened, values: openingValues(opening, from), errors: {} });
}

export async function editOpening(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openingOf(request, await openedToWrite(request));
  const { calendar, paths, view } = opened;
  const form = readOpeningForm(request.body, { calendar, saved: view.opening });
  if (!form.ok) return formPage(reply, { ...opened, ...form });
  const decision = await changeOpening(request.ctx, {
    network: calendar.network,
    openingId: view.opening.id,
    opening: form.value,
  });
  if (decision.ok) return reply.redirect(paths.opening(decision.value, 'changee'), 303);
  return refused(reply, { ...opened, values: form.values }, decision.refusal);
}

/** The field of a small form, as text. */
export function fieldOf(request: FastifyRequest, name: string): string {
  return oneValue(valuesOf(request.body), name);
}
