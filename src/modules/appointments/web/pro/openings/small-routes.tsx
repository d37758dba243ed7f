import type { FastifyReply, FastifyRequest } from 'fastify';
import { valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import { findOccurrence } from '../../../rules/opening-life.ts';
import type {
  Occurrence,
  OccurrenceChange,
  OccurrenceRefusal,
} from '../../../rules/opening-life.ts';
import { changeOccurrence } from '../../../use-cases/change-occurrence.ts';
import { endOpening } from '../../../use-cases/end-opening.ts';
import { seriesOf } from '../../../use-cases/engine-opening.ts';
import { openedToWrite } from '../calendar-of.tsx';
import { blockValues, readBlocks, readDay } from '../typed.ts';
import { fieldOf, openingOf, OPENINGS_PAGE } from './route.tsx';
import type { OpenedOpening } from './route.tsx';
import { EndOpeningPage, OccurrencePage } from './small-pages.tsx';
import { endRefusals, occurrenceRefusals } from './words.ts';

interface OpenedOccurrence extends OpenedOpening {
  readonly occurrence: Occurrence;
}

async function occurrenceOf(request: FastifyRequest): Promise<OpenedOccurrence> {
  const opened = await openingOf(request, await openedToWrite(request));
  const { jour } = request.params as { jour: string };
  const day = readDay(jour);
  const occurrence = day === null ? null : findOccurrence(seriesOf(opened.view.opening), day);
  if (!occurrence) throw notFound();
  return { ...opened, occurrence };
}

interface Faulty {
  readonly values: FormValues;
  readonly errors: FormErrors;
}

function occurrencePage(
  reply: FastifyReply,
  opened: OpenedOccurrence,
  { values, errors }: Faulty,
): FastifyReply {
  const hasErrors = Object.keys(errors).length > 0;
  return reply.page({
    ...OPENINGS_PAGE,
    title: 'Changer une seule fois',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content: <OccurrencePage {...opened} {...{ values, errors }} />,
  });
}

/** GET: the form that moves one occurrence, or changes its hours. */
export async function showOccurrence(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await occurrenceOf(request);
  const { occurrence, view } = opened;
  const blocks = occurrence.blocks.length > 0 ? occurrence.blocks : view.opening.blocks;
  const day = dateOfEpochDay(occurrence.on ?? occurrence.day).toString();
  return occurrencePage(reply, opened, {
    values: { 'nouveau-jour': day, ...blockValues(blocks) },
    errors: {},
  });
}

/** POST: skip, restore, or the form above; 303 to the opening, which shows what stands. */
export async function editOccurrence(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await occurrenceOf(request);
  const { calendar, paths, view, occurrence } = opened;
  const values = valuesOf(request.body);
  const errors: Record<string, string> = {};
  const change = changeOf(request, occurrence, errors);
  if (!change) return occurrencePage(reply, opened, { values, errors });
  const decision = await changeOccurrence(request.ctx, {
    networkId: calendar.networkId,
    openingId: view.opening.id,
    day: occurrence.day,
    change,
  });
  if (decision.ok) return reply.redirect(paths.opening(view.opening.id, 'occurrence'), 303);
  return occurrencePage(reply, opened, { values, errors: faultOf(decision.refusal) });
}

function changeOf(
  request: FastifyRequest,
  occurrence: Occurrence,
  errors: Record<string, string>,
): OccurrenceChange | null {
  const act = fieldOf(request, 'geste');
  if (act === 'sauter') return { kind: 'skip' };
  if (act === 'retablir') return { kind: 'restore' };
  if (act !== 'changer') throw notFound();
  const wrong = (field: string, message: string) => {
    errors[field] ??= message;
  };
  const toDay = readDay(fieldOf(request, 'nouveau-jour'));
  if (toDay === null) wrong('nouveau-jour', 'Cette date n’existe pas. Exemple : 24/11/2026.');
  const blocks = readBlocks({ values: valuesOf(request.body), wrong });
  if (toDay === null || Object.keys(errors).length > 0) return null;
  return toDay === occurrence.day ? { kind: 'hours', blocks } : { kind: 'move', toDay, blocks };
}

function faultOf(refusal: OccurrenceRefusal | 'not-found'): FormErrors {
  if (refusal === 'not-found' || refusal === 'no-occurrence') throw notFound();
  const { field, message } = occurrenceRefusals[refusal];
  return { [field]: message };
}

function endPage(
  reply: FastifyReply,
  opened: OpenedOpening,
  { values, errors }: Faulty,
): FastifyReply {
  const hasErrors = Object.keys(errors).length > 0;
  return reply.page({
    ...OPENINGS_PAGE,
    title: 'Terminer une plage',
    status: hasErrors ? 422 : 200,
    hasErrors,
    content: <EndOpeningPage {...opened} {...{ values, errors }} />,
  });
}

export async function showEndOpening(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openingOf(request, await openedToWrite(request));
  return endPage(reply, opened, {
    values: { 'dernier-jour': opened.calendar.today.toString() },
    errors: {},
  });
}

export async function endOpeningOn(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await openingOf(request, await openedToWrite(request));
  const { calendar, paths, view } = opened;
  const values = valuesOf(request.body);
  const lastDay = readDay(fieldOf(request, 'dernier-jour'));
  if (lastDay === null) {
    return endPage(reply, opened, {
      values,
      errors: { 'dernier-jour': 'Cette date n’existe pas. Exemple : 24/11/2026.' },
    });
  }
  const decision = await endOpening(request.ctx, {
    networkId: calendar.networkId,
    openingId: view.opening.id,
    lastDay,
  });
  if (!decision.ok) {
    if (decision.refusal === 'not-found') throw notFound();
    const { field, message } = endRefusals[decision.refusal];
    return endPage(reply, opened, { values, errors: { [field]: message } });
  }
  const stays = isKept(opened, lastDay);
  return reply.redirect(
    stays ? paths.opening(view.opening.id, 'terminee') : paths.openings('terminee'),
    303,
  );
}

/** An opening that had offered nothing yet is withdrawn whole: its page is gone. */
function isKept({ view }: OpenedOpening, lastDay: EpochDay): boolean {
  return view.opening.recurrence !== null && view.opening.firstDay <= lastDay;
}
