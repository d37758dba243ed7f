import { Fragment } from 'preact';
import type { ComponentChildren } from 'preact';
import { Badge } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatCount, formatDate, formatDay, formatList, formatNumber } from '#ui/format.ts';
import type { IconName } from '#ui/icon.tsx';
import { PageTitle } from '#ui/page.tsx';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import type { BookabilityGap } from '../../../rules/bookability.ts';
import type { InterviewLine } from '../../../use-cases/list-interviews.ts';
import type { Cockpit } from '../../../use-cases/read-cockpit.ts';
import { whenOf, zonedAt } from '../../words.ts';
import { interviewPaths } from '../../pro/interview-paths.ts';
import { reasonOf } from '../../pro/interviews/words.ts';
import { calendarPaths } from '../../pro/paths.ts';
import { coordinationPaths } from '../paths.ts';

const GAPS: Readonly<Record<BookabilityGap, string>> = {
  'not-trained': 'formation à faire',
  'no-agreement': 'pas de convention en cours',
  'service-not-open': 'service pas encore ouvert',
  'not-affiliated': 'structure hors du réseau',
  'not-member': 'plus dans la structure',
};

/** What needs looking at, each line opening what it is about. */
export function CockpitPage({ cockpit }: { readonly cockpit: Cockpit }) {
  const { network, structures } = cockpit;
  return (
    <>
      <PageTitle
        eyebrow={network.name}
        title="Coordination"
        lead={`${formatCount(structures, { one: 'structure', many: 'structures' })}. Ce qui demande un regard, aujourd’hui.`}
        actions={
          <ButtonLink
            href={coordinationPaths.statistics(network.slug)}
            kind="secondary"
            icon="chart"
          >
            Les chiffres
          </ButtonLink>
        }
      />
      <div class="columns">
        <div class="stack">
          <UnderMinimum {...cockpit} />
          <Forgotten {...cockpit} />
          <Refusals {...cockpit} />
        </div>
        <div class="stack">
          <WithoutSlot {...cockpit} />
          <NotBookable {...cockpit} />
          <Away {...cockpit} />
        </div>
      </div>
    </>
  );
}

interface ConcernProps {
  readonly title: string;
  readonly icon: IconName;
  readonly count: number;
  /** Said when there is nothing. */
  readonly none: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Concern({ title, icon, count, none, actions, children }: ConcernProps) {
  return (
    <Card
      as="section"
      level={2}
      icon={icon}
      title={<Counted title={title} count={count} />}
      tone={count > 0 ? 'plain' : 'quiet'}
      {...(count > 0 && actions ? { actions } : {})}
    >
      {count === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <>
          <ul class="plain-list stack">{children}</ul>
        </>
      )}
    </Card>
  );
}

function Counted({ title, count }: Pick<ConcernProps, 'title' | 'count'>) {
  return (
    <>
      {title} {count > 0 && <Badge tone="warm">{formatNumber(count)}</Badge>}
    </>
  );
}

function UnderMinimum({ network, underMinimum }: Cockpit) {
  const { weeklyMinimumSlots: minimum } = network.settings;
  const structures = Map.groupBy(underMinimum, ({ organisation }) => organisation.id);
  return (
    <Concern
      title="Sous le minimum de créneaux"
      icon="warning"
      count={structures.size}
      none={`Chaque structure propose au moins ${minimum} créneaux, cette semaine et la suivante.`}
    >
      {[...structures.values()].map((weeks) => (
        <StructureWeeks key={weeks[0]?.organisation.id} network={network} weeks={weeks} />
      ))}
    </Concern>
  );
}

function StructureWeeks({
  network,
  weeks,
}: Pick<Cockpit, 'network'> & { readonly weeks: Cockpit['underMinimum'] }) {
  const organisation = weeks[0]?.organisation;
  if (!organisation) return null;
  return (
    <li>
      <a href={coordinationPaths.structure(network.slug, organisation.id)}>
        {organisation.shortName ?? organisation.name}
      </a>
      {weeks.map(({ week }) => (
        <Fragment key={week.monday}>
          <br />
          Semaine du {formatDate(dateOfEpochDay(week.monday))} : {week.offered} sur{' '}
          {network.settings.weeklyMinimumSlots}{' '}
          {week.verdict === 'excused' ? (
            <Badge>{excuseOf(week)}</Badge>
          ) : (
            <Badge tone="warning">À voir</Badge>
          )}
        </Fragment>
      ))}
    </li>
  );
}

function excuseOf(week: Cockpit['underMinimum'][number]['week']): string {
  return week.lostToHolidays > 0 && week.lostToLongAbsences === 0
    ? 'Jours fériés'
    : 'Absence déclarée';
}

function WithoutSlot({ network, withoutSlot }: Cockpit) {
  return (
    <Concern
      title="Aucun créneau à réserver"
      icon="calendar"
      count={withoutSlot.length}
      none={`Toutes les structures ont un créneau dans les ${network.settings.furthestDays} jours.`}
    >
      {withoutSlot.map((organisation) => (
        <li key={organisation.id}>
          <a href={coordinationPaths.structure(network.slug, organisation.id)}>
            {organisation.shortName ?? organisation.name}
          </a>
        </li>
      ))}
    </Concern>
  );
}

function Away({ away }: Cockpit) {
  return (
    <Concern
      title="Absences longues"
      icon="skip"
      count={away.length}
      none="Personne n’est en longue absence dans le mois."
    >
      {away.map(({ adviser, during }) => (
        <li key={`${adviser.personId}${adviser.organisation.id}`}>
          <a href={calendarPaths(adviser.personId).absences()}>{adviser.displayName}</a>,{' '}
          {adviser.organisation.name}
          <br />
          Jusqu’au {formatDay(zonedAt(during.end - 1, adviser.facts.zone))}
        </li>
      ))}
    </Concern>
  );
}

function NotBookable({ network, notBookable }: Cockpit) {
  return (
    <Concern
      title="Pas encore réservables"
      icon="lock"
      count={notBookable.length}
      none="Toutes les personnes qui conseillent peuvent recevoir."
    >
      {notBookable.map(({ adviser, gaps }) => (
        <li key={`${adviser.personId}${adviser.organisation.id}`}>
          <a href={coordinationPaths.structure(network.slug, adviser.organisation.id)}>
            {adviser.displayName}
          </a>
          , {adviser.organisation.name}
          <br />
          {formatList(gaps.map((gap) => GAPS[gap]))}
        </li>
      ))}
    </Concern>
  );
}

function Forgotten({ forgotten, opens }: Cockpit) {
  return (
    <Concern
      title="Sans suite depuis une semaine"
      icon="clock"
      count={forgotten.total}
      none="Chaque rendez-vous passé a sa suite."
      actions={
        opens === 'interviews' ? (
          <a href={interviewPaths.list({ etat: 'a-noter' })}>Tous les rendez-vous à noter</a>
        ) : undefined
      }
    >
      {forgotten.lines.map((line) => (
        <li key={line.appointment.id}>
          <Interview line={line} opens={opens} />
        </li>
      ))}
    </Concern>
  );
}

function Refusals({ refusals, opens }: Cockpit) {
  return (
    <Concern
      title="Annulés par une structure"
      icon="close"
      count={refusals.total}
      none="Aucune structure n’a annulé dans les deux derniers mois."
      actions={
        opens === 'interviews' ? (
          <a href={interviewPaths.list({ etat: 'refus' })}>Toutes ces annulations</a>
        ) : undefined
      }
    >
      {refusals.lines.map((line) => (
        <li key={line.appointment.id}>
          <Interview line={line} opens={opens} />
          <br />
          <strong>{reasonOf(line.appointment.cancellationReason)}</strong>
        </li>
      ))}
    </Concern>
  );
}

/** When and with whom; never the young person's name here. */
function Interview({
  line,
  opens,
}: {
  readonly line: InterviewLine;
  readonly opens: Cockpit['opens'];
}) {
  const { appointment, adviserName, organisationName } = line;
  const when = whenOf(appointment.period.start, appointment.zone);
  return (
    <>
      {opens === 'interviews' ? (
        <a href={interviewPaths.interview(appointment.id)}>{when}</a>
      ) : (
        when
      )}
      <br />
      {adviserName}, {organisationName}
    </>
  );
}
