import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { openInterview } from '../../../use-cases/open-interview.ts';
import { noteFollowUp } from '../../../use-cases/note-follow-up.ts';
import { recordOutcome } from '../../../use-cases/record-outcome.ts';
import { interviewPaths } from '../interview-paths.ts';
import { todayPage } from '../today/route.tsx';
import { interviewIdOf, interviewToActOn } from './acting.ts';
import { NOTE_LENGTH } from './note-card.tsx';
import { InterviewPage } from './page.tsx';
import type { InterviewPageProps } from './page.tsx';
import { outcomeRefusals, saidOf } from './words.ts';

/** GET: the interview, 404 for what is not yours. */
export async function showInterview(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return interviewPage(request, reply, {});
}

async function interviewPage(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Pick<InterviewPageProps, 'refusal' | 'note'>,
): Promise<FastifyReply> {
  const interview = await openInterview(request.ctx, interviewIdOf(request));
  if (!interview) throw notFound();
  return reply.page({
    title: `Rendez-vous avec ${interview.youth?.firstName ?? 'une personne'}`,
    surface: 'pro',
    networkSlug: interview.network.slug,
    current: 'rendez-vous',
    status: shown.refusal ? 409 : shown.note ? 422 : 200,
    hasErrors: shown.note !== undefined,
    content: (
      <InterviewPage
        {...shown}
        interview={interview}
        now={request.ctx.now()}
        said={saidOf(oneValue(valuesOf(request.query), 'fait'))}
      />
    ),
  });
}

const ANSWERS = { tenu: 'held', absent: 'absent' } as const;

/** POST: held or absent, from the interview or from the list of the day. */
export async function answerInterview(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { appointment } = await interviewToActOn(request);
  const values = valuesOf(request.body);
  const answer = (Object.keys(ANSWERS) as (keyof typeof ANSWERS)[]).find(
    (one) => one === oneValue(values, 'suite'),
  );
  if (!answer) throw notFound();
  const decision = await recordOutcome(request.ctx, {
    networkId: appointment.networkId,
    appointmentId: appointment.id,
    outcome: { kind: ANSWERS[answer] },
    message: null,
    note: null,
  });
  const fromToday = oneValue(values, 'retour') === 'aujourdhui';
  // Pressed twice: it is recorded, which is what was wanted.
  if (decision.ok || decision.refusal === 'already-recorded') {
    return reply.redirect(
      fromToday ? interviewPaths.todaySaid(answer) : interviewPaths.said(appointment.id, answer),
      303,
    );
  }
  const refusal = outcomeRefusals[decision.refusal];
  return fromToday
    ? todayPage(request, reply, { refusal })
    : interviewPage(request, reply, { refusal });
}

/** POST: the note of follow-up. */
export async function writeNote(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { appointment } = await interviewToActOn(request);
  const text = oneValue(valuesOf(request.body), 'note').replaceAll('\r\n', '\n');
  if (text.trim().length > NOTE_LENGTH) {
    return interviewPage(request, reply, {
      note: { text, error: 'C’est un peu long : 4 000 signes au plus.' },
    });
  }
  const { networkId, id } = appointment;
  const decision = await noteFollowUp(request.ctx, { networkId, appointmentId: id, note: text });
  if (!decision.ok) throw notFound();
  return reply.redirect(interviewPaths.said(id, 'note'), 303);
}
