import { Alert, Badge } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, CardGrid } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { capitalise, formatCount, formatDay, formatRelativeDay, formatTime } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Agenda, AgendaDay, AgendaItem } from '#ui/slots.tsx';
import type { AgendaTone } from '#ui/slots.tsx';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import { maySayLate } from '../../../rules/lateness.ts';
import { decideOutcome } from '../../../rules/outcome.ts';
import type { InterviewLine } from '../../../use-cases/list-interviews.ts';
import type { Today } from '../../../use-cases/read-today.ts';
import { modeIcons, modeLabels, zonedAt } from '../../words.ts';
import { interviewPaths } from '../interview-paths.ts';
import type { Said } from '../interview-paths.ts';
import type { Professional } from '../interviews/acting.ts';
import { saidWords, stateOf } from '../interviews/words.ts';

export interface TodayPageProps {
  readonly actor: Professional;
  readonly network: Network;
  readonly today: Today;
  readonly now: number;
  readonly said: Said | null;
  readonly refusal?: string;
}

const INTERVIEWS = { one: 'rendez-vous', many: 'rendez-vous' };

/** The day of a professional: who comes, who is late, what is still to be said. */
export function TodayPage(props: TodayPageProps) {
  const { actor, today, said, refusal } = props;
  const mayAct = actor.role !== 'referent';
  return (
    <>
      {refusal && <Alert kind="warning" live="alert" title={refusal} />}
      {said && <Alert kind="success" live="status" title={saidWords[said]} />}
      <PageTitle
        eyebrow={capitalise(formatDay(today.day))}
        title="Aujourd’hui"
        lead={leadOf(props)}
        actions={
          mayAct ? (
            <ButtonLink href={interviewPaths.create()} icon="plus">
              Prendre un rendez-vous pour quelqu’un
            </ButtonLink>
          ) : undefined
        }
      />
      <Late {...props} />
      <Short {...props} />
      {today.forgottenTotal > 0 && <Forgotten {...props} />}
      <Coming {...props} />
      <p class="button-row">
        <a href={interviewPaths.list()}>Tous les rendez-vous</a>
        {actor.role === 'adviser' && <a href={interviewPaths.feed}>Les recevoir dans mon agenda</a>}
      </p>
    </>
  );
}

function leadOf({ today, actor }: TodayPageProps): string {
  const left = today.coming.filter(({ appointment }) => appointment.status === 'booked');
  const ofToday = left.filter((line) => dayOf(line).equals(today.day)).length;
  const whose =
    actor.role === 'adviser'
      ? ''
      : actor.role === 'coordinator'
        ? ' dans le réseau'
        : ' dans la structure';
  const count = (number: number) =>
    number === 0 ? 'aucun rendez-vous' : formatCount(number, INTERVIEWS);
  return `${capitalise(count(ofToday))} aujourd’hui${whose}, ${count(left.length - ofToday)} d’ici au ${formatDay(today.until)}.`;
}

function dayOf({ appointment }: InterviewLine): Temporal.PlainDate {
  return zonedAt(appointment.period.start, appointment.zone).toPlainDate();
}

function timeOf({ appointment }: InterviewLine): string {
  return formatTime(zonedAt(appointment.period.start, appointment.zone));
}

/** Who has said so and is still awaited: first of all, it is about the next minutes. */
function Late({ today, now }: TodayPageProps) {
  const late = today.coming.filter(
    ({ appointment }) =>
      appointment.lateMinutes !== null &&
      maySayLate({ status: appointment.status, ...appointment.period }, now),
  );
  return (
    <>
      {late.map((line) => (
        <Alert
          key={line.appointment.id}
          kind="info"
          live="status"
          title={`${line.youthName} prévient : environ ${line.appointment.lateMinutes ?? 0} minutes de retard`}
        >
          <p>
            Rendez-vous de {timeOf(line)}.{' '}
            <a href={interviewPaths.interview(line.appointment.id)}>Ouvrir le rendez-vous</a>
          </p>
        </Alert>
      ))}
    </>
  );
}

function Short({ today, network }: TodayPageProps) {
  if (today.short.length === 0) return null;
  return (
    <Alert kind="warning" title="Il manque des créneaux">
      {today.short.map((week) => (
        <p key={week.monday}>
          Semaine du {formatDay(dateOfEpochDay(week.monday))} :{' '}
          {formatCount(week.offered, { one: 'créneau proposé', many: 'créneaux proposés' })}, le
          minimum est de {network.settings.weeklyMinimumSlots}.
        </p>
      ))}
      <p>
        <a href={interviewPaths.calendar}>Ouvrir des créneaux dans le calendrier</a>
      </p>
    </Alert>
  );
}

function Forgotten({ today, actor, now }: TodayPageProps) {
  const rest = today.forgottenTotal - today.forgotten.length;
  return (
    <section aria-labelledby="a-noter" class="stack">
      <h2 id="a-noter">Que s’est-il passé ?</h2>
      <p class="soft">
        {formatCount(today.forgottenTotal, {
          one: 'rendez-vous passé attend sa suite',
          many: 'rendez-vous passés attendent leur suite',
        })}
        . Un clic suffit, il peut être corrigé.
      </p>
      <CardGrid as="ul">
        {today.forgotten.map((line) => (
          <Card
            key={line.appointment.id}
            as="li"
            level={3}
            tone="warm"
            {...cardOf(line, { today, actor })}
          >
            {actor.role === 'referent' ? null : <Answers line={line} now={now} />}
          </Card>
        ))}
      </CardGrid>
      {rest > 0 && (
        <p>
          <a href={interviewPaths.list({ etat: 'a-noter' })}>
            Voir les {formatCount(rest, { one: 'autre', many: 'autres' })}
          </a>
        </p>
      )}
    </section>
  );
}

function cardOf(
  line: InterviewLine,
  { today, actor }: { readonly today: Today; readonly actor: Professional },
) {
  const { appointment } = line;
  const withWhom = actor.role === 'adviser' ? '' : ` · ${line.adviserName}`;
  return {
    eyebrow: `${capitalise(formatRelativeDay(dayOf(line), today.day))} à ${timeOf(line)}${withWhom}`,
    title: <a href={interviewPaths.interview(appointment.id)}>{line.youthName}</a>,
  };
}

/** The buttons that the rule would accept now. */
function Answers({ line, now }: { readonly line: InterviewLine; readonly now: number }) {
  const { appointment, youthName } = line;
  const facts = { status: appointment.status, ...appointment.period };
  const may = (kind: 'held' | 'absent') =>
    decideOutcome({ appointment: facts, outcome: { kind }, now }).ok;
  return (
    <>
      <Form
        action={interviewPaths.outcome(appointment.id)}
        layout="line"
        hidden={{ retour: 'aujourdhui' }}
      >
        {may('held') && (
          <Button
            name="suite"
            value="tenu"
            kind="secondary"
            size="small"
            icon="check"
            about={`: entretien avec ${youthName}`}
          >
            Tenu
          </Button>
        )}
        {may('absent') && (
          <Button
            name="suite"
            value="absent"
            kind="secondary"
            size="small"
            icon="skip"
            about={`: entretien avec ${youthName}`}
          >
            Absent
          </Button>
        )}
        <ButtonLink
          href={interviewPaths.interview(appointment.id)}
          kind="quiet"
          size="small"
          about={`pour ${youthName}`}
        >
          Autre chose
        </ButtonLink>
      </Form>
    </>
  );
}

function Coming(props: TodayPageProps) {
  const { today } = props;
  const days = Map.groupBy(today.coming, (line) => dayOf(line).toString());
  const key = today.day.toString();
  const ordered = [...new Set([key, ...days.keys()])].toSorted();
  return (
    <section aria-labelledby="a-venir" class="stack">
      <h2 id="a-venir">Les rendez-vous</h2>
      <Agenda layout="list">
        {ordered.map((day) => (
          <AgendaDay
            key={day}
            id={`jour-${day}`}
            heading={capitalise(formatRelativeDay(Temporal.PlainDate.from(day), today.day))}
            today={day === key}
            {...(days.has(day) ? {} : { empty: 'Personne n’est attendu.' })}
          >
            {days.get(day)?.map((line) => (
              <Line key={line.appointment.id} line={line} {...props} />
            ))}
          </AgendaDay>
        ))}
      </Agenda>
    </section>
  );
}

const TONES: Readonly<Record<string, AgendaTone>> = {
  booked: 'booked',
  held: 'past',
  absent: 'past',
};

function Line({ line, actor, now }: TodayPageProps & { readonly line: InterviewLine }) {
  const { appointment } = line;
  const state = stateOf(appointment, now);
  const where = line.placeName ?? modeLabels[appointment.mode];
  const withWhom = actor.role === 'adviser' ? '' : ` · avec ${line.adviserName}`;
  return (
    <AgendaItem
      time={timeOf(line)}
      title={line.youthName}
      tone={
        appointment.status === 'booked' && now >= appointment.period.end
          ? 'warning'
          : (TONES[appointment.status] ?? 'past')
      }
      icon={modeIcons[appointment.mode]}
      href={interviewPaths.interview(appointment.id)}
      detail={
        <>
          {where}
          {withWhom} {state.label !== 'Prévu' && <Badge tone={state.tone}>{state.label}</Badge>}
          {appointment.overbooked && <Badge tone="warm">En plus</Badge>}
        </>
      }
    />
  );
}
