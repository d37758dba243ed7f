import type { FastifyReply, FastifyRequest } from 'fastify';
import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Avatar, Card, CardGrid, EmptyState } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import { notFound } from '#platform/http/page-error.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { interviewAccess } from '../../../rules/interview-access.ts';
import { listColleagues } from '../../../use-cases/list-colleagues.ts';
import type { Colleague } from '../../../use-cases/list-colleagues.ts';
import { transferAppointment } from '../../../use-cases/transfer-appointment.ts';
import { readSlot, writeSlot } from '../../slot-field.ts';
import { SlotDays } from '../../slot-list.tsx';
import { whenOf } from '../../words.ts';
import { interviewPaths } from '../interview-paths.ts';
import { interviewToActOn } from './acting.ts';
import type { ActView } from './acting.ts';
import { staffSlotRefusals, transferRefusal } from './slot-words.ts';

export async function showTransfer(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return transferPage(request, reply, { view: await interviewToActOn(request) });
}

async function transferPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, refusal }: { readonly view: ActView; readonly refusal?: string },
): Promise<FastifyReply> {
  const { network, appointment } = view;
  const colleagues = await listColleagues(request.ctx, { network, appointment });
  const today = localDateAt(request.ctx.now(), appointment.zone);
  return reply.page({
    title: 'Transférer le rendez-vous',
    surface: 'pro',
    networkSlug: network.slug,
    current: 'rendez-vous',
    status: refusal ? 409 : 200,
    content: <TransferPage {...{ view, colleagues, today }} {...(refusal ? { refusal } : {})} />,
  });
}

interface TransferPageProps {
  readonly view: ActView;
  readonly colleagues: readonly Colleague[];
  readonly today: Temporal.PlainDate;
  readonly refusal?: string;
}

function TransferPage({ view, colleagues, today, refusal }: TransferPageProps) {
  const { appointment, youth } = view;
  return (
    <>
      {refusal && <Alert kind="warning" live="alert" title={refusal} />}
      <PageTitle
        title="Transférer à un collègue"
        lead={`${youth?.firstName ?? ''}, ${whenOf(appointment.period.start, appointment.zone)}. La personne et votre collègue reçoivent un message.`}
      />
      {colleagues.length === 0 ? (
        <EmptyState
          title="Pas de collègue à qui confier ce rendez-vous"
          actions={
            <ButtonLink href={interviewPaths.move(appointment.id)}>
              Déplacer le rendez-vous
            </ButtonLink>
          }
        >
          <p>Personne d’autre ne reçoit pour la structure à ces dates.</p>
        </EmptyState>
      ) : (
        <CardGrid as="ul">
          {colleagues.map((colleague) => (
            <ColleagueCard
              key={`${colleague.adviser.personId}${colleague.adviser.organisation.id}`}
              {...{ view, colleague, today }}
            />
          ))}
        </CardGrid>
      )}
      <p>
        <a href={interviewPaths.interview(appointment.id)}>Garder le rendez-vous</a>
      </p>
    </>
  );
}

interface ColleagueCardProps extends Pick<TransferPageProps, 'view' | 'today'> {
  readonly colleague: Colleague;
}

function ColleagueCard({ view, colleague, today }: ColleagueCardProps) {
  const { appointment } = view;
  const { adviser, same, whyNot, nearest } = colleague;
  const elsewhere =
    adviser.organisation.id === appointment.organisationId ? undefined : adviser.organisation.name;
  return (
    <Card
      as="li"
      eyebrow={elsewhere}
      title={
        <span class="cluster">
          <Avatar name={adviser.displayName} /> {adviser.displayName}
        </span>
      }
    >
      <Form action={interviewPaths.transfer(appointment.id)}>
        {same ? (
          <>
            <p>Libre à la même heure.</p>
            <Button
              name="creneau"
              value={writeSlot(same)}
              icon="people"
              about={`avec ${adviser.displayName}`}
            >
              Même heure
            </Button>
          </>
        ) : (
          <>
            <p>
              Pas à la même heure : {staffSlotRefusals[whyNot ?? 'no-opening']}.{' '}
              {nearest.length > 0
                ? 'Ses créneaux les plus proches :'
                : 'Aucun créneau dans les deux semaines autour.'}
            </p>
            <SlotDays slots={nearest} mode={appointment.mode} level={3} today={today} />
          </>
        )}
      </Form>
    </Card>
  );
}

/** POST: 303 once transferred, to the day when the interview is out of reach; 409 with the colleagues as they are now. */
export async function transferInterview(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const view = await interviewToActOn(request);
  const slot = readSlot(oneValue(valuesOf(request.body), 'creneau'));
  if (!slot) throw notFound();
  const { network, appointment } = view;
  const decision = await transferAppointment(request.ctx, {
    network,
    appointmentId: appointment.id,
    slot,
  });
  if (!decision.ok)
    return transferPage(request, reply, { view, refusal: transferRefusal(decision.refusal) });
  const after = { ...appointment, personId: slot.personId };
  const stillSeen = interviewAccess(request.ctx.actor, after) !== 'none';
  return reply.redirect(
    stillSeen
      ? interviewPaths.said(appointment.id, 'transfere')
      : interviewPaths.todaySaid('transfere'),
    303,
  );
}
