import { Alert, Badge } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card, SummaryList } from '#ui/card.tsx';
import type { Fact } from '#ui/card.tsx';
import { capitalise, formatDay, formatPhone, formatTimeRange } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Breadcrumb } from '#ui/site.tsx';
import { ageOn } from '#modules/accompaniment/pure.ts';
import type { Interview } from '../../../use-cases/open-interview.ts';
import { decideMoving } from '../../../rules/moving.ts';
import { maySayLate } from '../../../rules/lateness.ts';
import { modeIcons, modeLabels, whenOf, zonedAt } from '../../words.ts';
import { interviewPaths } from '../interview-paths.ts';
import type { Said } from '../interview-paths.ts';
import { OutcomeCard } from './outcome-card.tsx';
import { NoteCard } from './note-card.tsx';
import { History, Receipts } from './history.tsx';
import { hasStarted, mayWithdraw } from './withdrawal.ts';
import { originWords, reasonOf, saidWords, stateOf } from './words.ts';

export interface InterviewPageProps {
  readonly interview: Interview;
  readonly now: Temporal.Instant;
  readonly said: Said | null;
  readonly refusal?: string;
  /** A note that was too long, given back as it was typed. */
  readonly note?: { readonly text: string; readonly error: string };
}

/** An interview for the one who holds it: who comes, what was said, what to do, what was done. */
export function InterviewPage(props: InterviewPageProps) {
  const { interview, now, said, refusal } = props;
  const { appointment, youth } = interview;
  const state = stateOf(appointment, now.epochMilliseconds);
  return (
    <>
      {refusal && <Alert kind="warning" live="alert" title={refusal} />}
      {said && <Alert kind="success" live="status" title={saidWords[said]} />}
      <Breadcrumb
        items={[
          { href: interviewPaths.today, label: 'Aujourd’hui' },
          { href: interviewPaths.list(), label: 'Rendez-vous' },
        ]}
        current={youth?.firstName ?? 'Rendez-vous'}
      />
      <PageTitle
        eyebrow={
          <Badge tone={state.tone} icon={state.icon}>
            {state.label}
          </Badge>
        }
        title={youth?.firstName ?? 'Personne effacée'}
        lead={`${capitalise(whenOf(appointment.period.start, appointment.zone))}, ${modeLabels[appointment.mode].toLowerCase()}`}
      />
      <Awaited {...props} />
      <Acts {...props} />
      <div class="columns">
        <div class="stack">
          <OutcomeCard interview={interview} now={now.epochMilliseconds} />
          <Card title="Ce qui a été dit" level={2} icon="person">
            <SummaryList facts={saidFacts(interview)} />
          </Card>
          <Card title="Le rendez-vous" level={2} icon="calendar" tone="cool">
            <SummaryList facts={meetingFacts(interview)} />
          </Card>
          <NoteCard interview={interview} {...(props.note ? { note: props.note } : {})} />
        </div>
        <div class="stack">
          <History interview={interview} />
          <Receipts interview={interview} />
        </div>
      </div>
    </>
  );
}

/** What matters in the hour of the interview. */
function Awaited({ interview, now }: InterviewPageProps) {
  const { appointment, youth } = interview;
  const late = maySayLate(
    { status: appointment.status, ...appointment.period },
    now.epochMilliseconds,
  );
  if (appointment.status === 'cancelled') {
    return (
      <Alert kind="info" title={reasonOf(appointment.cancellationReason)}>
        {appointment.cancellationNote && <p>« {appointment.cancellationNote} »</p>}
      </Alert>
    );
  }
  if (!late || appointment.lateMinutes === null) return null;
  return (
    <Alert
      kind="info"
      live="status"
      title={`${youth?.firstName ?? ''} prévient : environ ${appointment.lateMinutes} minutes de retard`}
    />
  );
}

/** The buttons are drawn by the rules that accept the acts (design §9). */
function Acts({ interview, now }: InterviewPageProps) {
  const { appointment, access } = interview;
  if (access !== 'act') return null;
  const facts = { status: appointment.status, ...appointment.period };
  const at = now.epochMilliseconds;
  const mayMove = decideMoving({ appointment: facts, now: at }).ok;
  // From the start on, the card of the outcome holds it.
  const mayCancel = !hasStarted(facts, at) && mayWithdraw(facts, at);
  if (!mayMove && !mayCancel) return null;
  return (
    <div class="button-row no-print">
      {mayMove && (
        <ButtonLink href={interviewPaths.move(appointment.id)} kind="secondary" icon="move">
          Déplacer
        </ButtonLink>
      )}
      {mayMove && (
        <ButtonLink href={interviewPaths.transfer(appointment.id)} kind="secondary" icon="people">
          Transférer à un collègue
        </ButtonLink>
      )}
      {mayCancel && (
        <ButtonLink href={interviewPaths.cancel(appointment.id)} kind="quiet" icon="close">
          Annuler
        </ButtonLink>
      )}
    </div>
  );
}

function saidFacts({ appointment, youth, request, communeName }: Interview): readonly Fact[] {
  const facts: Fact[] = [
    { label: 'Projet', value: request?.subject ?? 'Rien d’écrit pour le moment.' },
  ];
  if (youth?.accessNeeds)
    facts.push({
      label: 'Besoins pour venir ou échanger',
      icon: 'heart',
      value: youth.accessNeeds,
    });
  if (youth) {
    const day = zonedAt(appointment.period.start, appointment.zone).toPlainDate();
    facts.push({
      label: 'Âge le jour du rendez-vous',
      value: `${ageOn(youth.birthDate, day)} ans`,
    });
  }
  if (communeName) facts.push({ label: 'Commune', icon: 'place', value: communeName });
  facts.push(...contactFacts(youth));
  if (youth?.guardian) {
    facts.push({
      label: 'Accord d’un parent',
      value: `${youth.guardian.name}, ${youth.guardian.contact}`,
    });
  }
  facts.push({ label: 'D’où vient la demande', value: originOf({ appointment, request }) });
  return facts;
}

function originOf({ appointment, request }: Pick<Interview, 'appointment' | 'request'>): string {
  if (appointment.bookedBy === 'someone-else')
    return 'En ligne, par quelqu’un qui l’accompagne et avec son accord';
  return originWords[request?.origin ?? ''] ?? 'Demande enregistrée';
}

function contactFacts(youth: Interview['youth']): Fact[] {
  return (youth?.contacts ?? []).map(({ channel, value, origin }) => ({
    label: channel === 'email' ? 'E-mail' : 'Téléphone',
    icon: channel === 'email' ? 'mail' : 'phone',
    value: (
      <>
        <a href={`${channel === 'email' ? 'mailto' : 'tel'}:${value}`}>
          {channel === 'email' ? value : formatPhone(value)}
        </a>
        {origin === 'unproven' && ' (donné plus tard, pas vérifié)'}
      </>
    ),
  }));
}

function meetingFacts({
  appointment,
  organisation,
  place,
  adviserName,
}: Interview): readonly Fact[] {
  const start = zonedAt(appointment.period.start, appointment.zone);
  const end = zonedAt(appointment.period.end, appointment.zone);
  const facts: Fact[] = [
    {
      label: 'Quand',
      icon: 'clock',
      value: `${capitalise(formatDay(start))}, ${formatTimeRange(start, end)}`,
    },
    {
      label: 'Avec',
      icon: 'person',
      value: `${adviserName}, ${organisation.shortName ?? organisation.name}`,
    },
    { label: 'Comment', icon: modeIcons[appointment.mode], value: modeLabels[appointment.mode] },
  ];
  if (place)
    facts.push({
      label: 'Où',
      icon: 'place',
      value: `${place.name}${appointment.roomNo ? `, bureau ${appointment.roomNo}` : ''}`,
    });
  if (appointment.videoUrl) {
    facts.push({
      label: 'Visio',
      value: (
        <a href={appointment.videoUrl} rel="noreferrer">
          {appointment.videoUrl}
        </a>
      ),
    });
  }
  if (appointment.mode === 'phone') {
    const youthCalls = appointment.phoneDirection === 'youth-calls' && appointment.phoneNumber;
    facts.push({
      label: 'Qui appelle',
      value: youthCalls
        ? `La personne appelle le ${formatPhone(appointment.phoneNumber ?? '')}`
        : 'Vous appelez la personne',
    });
  }
  if (appointment.overbooked)
    facts.push({ label: 'En plus', value: 'Pris par-dessus un autre rendez-vous' });
  return facts;
}
