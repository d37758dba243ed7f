import type { FastifyReply, FastifyRequest } from 'fastify';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { PageTitle } from '#ui/page.tsx';
import { Tabs } from '#ui/paging.tsx';
import { formatDay } from '#ui/format.ts';
import { notFound } from '#platform/http/page-error.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { dateOfEpochDay, localDateAt } from '#platform/kernel/time.ts';
import { APPOINTMENT_MODES } from '../../../rules/calendar.ts';
import type { AppointmentMode } from '../../../rules/calendar.ts';
import type { SlotsFound } from '../../../use-cases/list-day-slots.ts';
import { listStaffSlots } from '../../../use-cases/list-staff-slots.ts';
import { moveAppointment } from '../../../use-cases/move-appointment.ts';
import { modeOfWord } from '../../paths.ts';
import { readSlot } from '../../slot-field.ts';
import { SlotList } from '../../slot-list.tsx';
import { SlotsOrNothing } from '../../slots/page.tsx';
import { modeIcons, modeLabels, whenOf } from '../../words.ts';
import { interviewPaths } from '../interview-paths.ts';
import { readDay } from '../typed.ts';
import { interviewToActOn } from './acting.ts';
import type { ActView } from './acting.ts';
import { movingRefusal } from './slot-words.ts';

export async function showStaffMove(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return movePage(request, reply, { view: await interviewToActOn(request) });
}

/** The first day that an address asks for; null when it asks for none. */
export function dayAsked(request: FastifyRequest): Temporal.PlainDate | null {
  const day = readDay(oneValue(valuesOf(request.query), 'du'));
  return day === null ? null : dateOfEpochDay(day);
}

async function movePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, refusal }: { readonly view: ActView; readonly refusal?: string },
): Promise<FastifyReply> {
  const { appointment, network } = view;
  const mode = modeOfWord(oneValue(valuesOf(request.query), 'mode')) ?? appointment.mode;
  const from = dayAsked(request);
  const found = await listStaffSlots(request.ctx, {
    network,
    personId: appointment.personId,
    mode,
    moving: appointment.id,
    ...(from ? { from } : {}),
  });
  const today = localDateAt(request.ctx.now(), found.zone);
  return reply.page({
    title: 'Déplacer le rendez-vous',
    surface: 'pro',
    networkSlug: network.slug,
    current: 'rendez-vous',
    status: refusal ? 409 : 200,
    content: <StaffMovePage {...{ view, mode, found, today }} {...(refusal ? { refusal } : {})} />,
  });
}

interface MovePageProps {
  readonly view: ActView;
  readonly mode: AppointmentMode;
  readonly found: SlotsFound;
  readonly today: Temporal.PlainDate;
  readonly refusal?: string;
}

function StaffMovePage({ view, mode, found, today, refusal }: MovePageProps) {
  const { appointment, youth, adviserName } = view;
  return (
    <>
      {refusal && <Alert kind="warning" live="alert" title={refusal} />}
      <PageTitle
        title="Déplacer le rendez-vous"
        lead={`${youth?.firstName ?? ''}, ${whenOf(appointment.period.start, appointment.zone)}. La personne est prévenue dès que vous choisissez ; l’heure actuelle est gardée jusque-là.`}
      />
      <Tabs
        label="Façon de se voir"
        tabs={APPOINTMENT_MODES.map((one) => ({
          href: interviewPaths.move(appointment.id, { mode: one }),
          label: modeLabels[one],
          icon: modeIcons[one],
          current: one === mode,
        }))}
      />
      <SlotsOrNothing
        found={found}
        label={`créneaux de ${adviserName}, à partir du ${formatDay(found.from)}`}
        hrefOf={(from) => interviewPaths.move(appointment.id, { mode, from })}
        otherwise={
          <ButtonLink href={interviewPaths.transfer(appointment.id)}>
            Transférer à un collègue
          </ButtonLink>
        }
      >
        <SlotList
          slots={found.slots}
          mode={mode}
          action={interviewPaths.move(appointment.id)}
          level={2}
          today={today}
        />
      </SlotsOrNothing>
      <p>
        <a href={interviewPaths.interview(appointment.id)}>Garder le rendez-vous comme il est</a>
      </p>
    </>
  );
}

/** POST: 303 once moved, 409 with the slots that are left. Only in the same adviser's calendar: another is a transfer. */
export async function moveAsStaff(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const view = await interviewToActOn(request);
  const slot = readSlot(oneValue(valuesOf(request.body), 'creneau'));
  const { network, appointment } = view;
  if (!slot || slot.personId !== appointment.personId) throw notFound();
  const decision = await moveAppointment(request.ctx, {
    network,
    appointmentId: appointment.id,
    slot,
    audience: 'staff',
  });
  if (decision.ok) return reply.redirect(interviewPaths.said(appointment.id, 'deplace'), 303);
  return movePage(request, reply, { view, refusal: movingRefusal(decision.refusal) });
}
