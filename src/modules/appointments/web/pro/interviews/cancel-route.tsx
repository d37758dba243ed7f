import type { FastifyReply, FastifyRequest } from 'fastify';
import { noErrors, oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { cancelAppointment } from '../../../use-cases/cancel-appointment.ts';
import { recordOutcome } from '../../../use-cases/record-outcome.ts';
import { interviewPaths } from '../interview-paths.ts';
import { interviewToActOn } from './acting.ts';
import type { ActView } from './acting.ts';
import { StaffCancelPage } from './cancel-page.tsx';
import { hasStarted } from './withdrawal.ts';
import { outcomeRefusals, staffCancellationRefusals, structureReasons } from './words.ts';

const NOTE_LENGTH = 500;

export async function showStaffCancel(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return cancelPage(request, reply, {
    view: await interviewToActOn(request),
    values: {},
    errors: noErrors,
  });
}

interface Shown {
  readonly view: ActView;
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly refusal?: string;
}

function cancelPage(request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply {
  const hasErrors = Object.keys(shown.errors).length > 0;
  return reply.page({
    title: 'Annuler le rendez-vous',
    surface: 'pro',
    networkSlug: shown.view.network.slug,
    current: 'rendez-vous',
    status: shown.refusal ? 409 : hasErrors ? 422 : 200,
    hasErrors,
    content: <StaffCancelPage {...shown} now={request.ctx.now().epochMilliseconds} />,
  });
}

/** POST: 303 when cancelled (or already so), 422 without a reason, 409 when it cannot be any more. */
export async function cancelAsStaff(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const view = await interviewToActOn(request);
  const values = valuesOf(request.body);
  const { withdrawal, errors } = readWithdrawal(values);
  if (Object.keys(errors).length > 0) return cancelPage(request, reply, { view, values, errors });
  const decision = await withdraw(request, view, withdrawal);
  if (decision.ok || decision.refusal === 'already-cancelled') {
    return reply.redirect(interviewPaths.said(view.appointment.id, 'annule'), 303);
  }
  const refusal = { ...staffCancellationRefusals, ...outcomeRefusals }[decision.refusal];
  return cancelPage(request, reply, { view, values, errors, refusal });
}

function readWithdrawal(values: FormValues): {
  readonly withdrawal: Withdrawal;
  readonly errors: FormErrors;
} {
  const message = oneValue(values, 'mot').trim();
  const tooLong =
    message.length > NOTE_LENGTH ? { mot: 'C’est un peu long : 500 signes au plus.' } : {};
  const said = message === '' ? null : message;
  if (oneValue(values, 'par') === 'jeune') {
    return { withdrawal: { by: 'youth', reason: 'unsaid', message: said }, errors: tooLong };
  }
  const reason =
    structureReasons.find((one) => one.value === oneValue(values, 'raison'))?.value ?? null;
  const missing =
    reason === null ? { raison: 'Il manque la raison : la coordination la lit.' } : {};
  return {
    withdrawal: { by: 'structure', reason, message: said },
    errors: { ...missing, ...tooLong },
  };
}

interface Withdrawal {
  readonly by: 'youth' | 'structure';
  readonly reason: string | null;
  readonly message: string | null;
}

/** Before the start it is cancelled; from the start on, that is its outcome. */
function withdraw(
  { ctx }: FastifyRequest,
  { appointment }: ActView,
  { by, reason, message }: Withdrawal,
): Promise<Decision<keyof typeof staffCancellationRefusals | keyof typeof outcomeRefusals>> {
  const { networkId, id: appointmentId } = appointment;
  if (
    hasStarted({ status: appointment.status, ...appointment.period }, ctx.now().epochMilliseconds)
  ) {
    const outcome = { kind: 'cancelled', by, reason } as const;
    return recordOutcome(ctx, { networkId, appointmentId, outcome, message, note: null });
  }
  return cancelAppointment(ctx, { networkId, appointmentId, by, reason, note: message });
}
