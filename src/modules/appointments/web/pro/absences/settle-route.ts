import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { parseId } from '#platform/kernel/id.ts';
import type { AppointmentId } from '../../../rules/calendar.ts';
import { settleInterviews } from '../../../use-cases/settle-interviews.ts';
import { openedToWrite } from '../calendar-of.tsx';
import { staffCancellationRefusals, structureReasons } from '../interviews/words.ts';
import { absenceOf, absencePage } from './route.tsx';

/** POST: one interview cancelled, with its message. */
export async function cancelOne(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { entretien } = request.params as { entretien: string };
  const id = parseId<'Appointment'>(entretien);
  if (!id) throw notFound();
  return settle(request, reply, id);
}

/** POST: all of them cancelled, with the same message. */
export async function cancelAll(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return settle(request, reply, null);
}

async function settle(
  request: FastifyRequest,
  reply: FastifyReply,
  only: AppointmentId | null,
): Promise<FastifyReply> {
  const opened = await absenceOf(request, await openedToWrite(request));
  const values = valuesOf(request.body);
  const reason = structureReasons.find((one) => one.value === oneValue(values, 'raison'))?.value;
  const refusedWith = (refusal: string) => absencePage(request, reply, { ...opened, refusal });
  if (!reason) return refusedWith(staffCancellationRefusals['reason-missing']);
  const note = oneValue(values, 'mot').trim().slice(0, 500);
  const { calendar, paths, view } = opened;
  const decision = await settleInterviews(request.ctx, {
    calendar,
    absence: view.absence,
    only,
    reason,
    note: note === '' ? null : note,
  });
  if (decision.ok)
    return reply.redirect(paths.absence(view.absence.id, only ? 'annule' : 'annules'), 303);
  return refusedWith(staffCancellationRefusals[decision.refusal]);
}
