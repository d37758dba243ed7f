import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PlaceId } from '#platform/kernel/actor.ts';
import { notFound } from '#platform/http/page-error.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { parseId } from '#platform/kernel/id.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { appointmentFile } from '../../use-cases/appointment-file.ts';
import { cancelAppointment } from '../../use-cases/cancel-appointment.ts';
import { listDaySlots } from '../../use-cases/list-day-slots.ts';
import { moveAppointment } from '../../use-cases/move-appointment.ts';
import { openPrivatePage } from '../../use-cases/open-private-page.ts';
import type { AppointmentView } from '../../use-cases/open-private-page.ts';
import { sayLate } from '../../use-cases/say-late.ts';
import { OWN_TIME_ISLAND } from '../own-time.tsx';
import { modeOfWord, privatePaths } from '../paths.ts';
import { readSlot } from '../slot-field.ts';
import { slotRefusals } from '../words.ts';
import { CancelPage } from './cancel-page.tsx';
import { MovePage } from './move-page.tsx';
import { PrivatePage, titleOf } from './page.tsx';
import type { Done } from './page.tsx';
import {
  cancellationReasons,
  cancellationRefusals,
  LATE_MINUTES,
  movingRefusals,
} from './texts.ts';

interface Opened {
  readonly view: AppointmentView;
  readonly token: string;
}

async function open(request: FastifyRequest): Promise<Opened> {
  const { jeton: token } = request.params as { jeton: string };
  const view = await openPrivatePage(request.ctx, token);
  if (!view) throw notFound();
  return { view, token };
}

const DONE = ['confirme', 'deplace', 'annule', 'retard'] as const;

/** GET: the interview. Changes nothing, whoever follows the link (mail scanners do). */
export async function showPrivate(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { view, token } = await open(request);
  const asked = oneValue(valuesOf(request.query), 'fait');
  const done: Done = DONE.find((one) => one === asked) ?? null;
  return reply.page({
    title: titleOf({ view, done }),
    surface: 'public',
    networkSlug: view.network.slug,
    islands: [OWN_TIME_ISLAND],
    content: <PrivatePage view={view} token={token} now={request.ctx.now()} done={done} />,
  });
}

/** GET: the entry for a calendar, as a file. */
export async function downloadCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { view, token } = await open(request);
  return reply
    .type('text/calendar; charset=utf-8; method=PUBLISH')
    .header('content-disposition', 'attachment; filename="rendez-vous.ics"')
    .header('cache-control', 'no-store')
    .send(appointmentFile(request.ctx, view, `${request.ctx.baseUrl}${privatePaths.page(token)}`));
}

export async function showCancel(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return cancelPage(reply, await open(request));
}

function cancelPage(reply: FastifyReply, { view, token }: Opened, refusal?: string): FastifyReply {
  return reply.page({
    title: 'Annuler le rendez-vous',
    surface: 'public',
    networkSlug: view.network.slug,
    status: refusal ? 409 : 200,
    content: <CancelPage view={view} token={token} {...(refusal ? { refusal } : {})} />,
  });
}

export async function cancelPrivate(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await open(request);
  const values = valuesOf(request.body);
  const reason =
    cancellationReasons.find((one) => one.value === oneValue(values, 'raison'))?.value ?? null;
  const note = oneValue(values, 'mot').trim().slice(0, 500);
  const { networkId, id } = opened.view.appointment;
  const decision = await cancelAppointment(request.ctx, {
    networkId,
    appointmentId: id,
    by: 'youth',
    reason,
    note: note === '' ? null : note,
  });
  // Pressed twice: it is cancelled, which is what was wanted.
  if (decision.ok || decision.refusal === 'already-cancelled') {
    return reply.redirect(privatePaths.done(opened.token, 'annule'), 303);
  }
  return cancelPage(reply, opened, cancellationRefusals[decision.refusal]);
}

export async function showMove(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return movePage(request, reply, await open(request));
}

async function movePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, token, refusal }: Opened & { readonly refusal?: string },
): Promise<FastifyReply> {
  const { appointment, network } = view;
  const values = valuesOf(request.query);
  const mode = modeOfWord(oneValue(values, 'mode')) ?? appointment.mode;
  const place = parseId<'Place'>(oneValue(values, 'lieu')) as PlaceId | null;
  const placeId = mode === 'in-person' ? (place ?? appointment.placeId) : null;
  const day = oneValue(values, 'du');
  const from = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d)$|^\d{4}-\d{2}-3[01]$/.test(day)
    ? readDay(day)
    : null;
  const found = await listDaySlots(request.ctx, {
    network,
    mode,
    placeId,
    moving: appointment.id,
    ...(from ? { from } : {}),
  });
  return reply.page({
    title: 'Déplacer le rendez-vous',
    surface: 'public',
    networkSlug: network.slug,
    status: refusal ? 409 : 200,
    content: (
      <MovePage
        {...{ view, token, mode, placeId, found }}
        today={localDateAt(request.ctx.now(), found.zone)}
        {...(refusal ? { refusal } : {})}
      />
    ),
  });
}

function readDay(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

export async function movePrivate(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await open(request);
  const slot = readSlot(oneValue(valuesOf(request.body), 'creneau'));
  if (!slot) throw notFound();
  const { network, appointment } = opened.view;
  const decision = await moveAppointment(request.ctx, {
    network,
    appointmentId: appointment.id,
    slot,
    audience: 'public',
  });
  if (decision.ok) return reply.redirect(privatePaths.done(opened.token, 'deplace'), 303);
  const refusal = { ...slotRefusals, ...movingRefusals }[decision.refusal];
  return movePage(request, reply, { ...opened, refusal });
}

export async function latePrivate(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { view, token } = await open(request);
  const asked = Number(oneValue(valuesOf(request.body), 'minutes'));
  const minutes = LATE_MINUTES.find((one) => one === asked);
  if (!minutes) throw notFound();
  const { networkId, id } = view.appointment;
  const decision = await sayLate(request.ctx, { networkId, appointmentId: id, minutes });
  return reply.redirect(
    decision.ok ? privatePaths.done(token, 'retard') : privatePaths.page(token),
    303,
  );
}
