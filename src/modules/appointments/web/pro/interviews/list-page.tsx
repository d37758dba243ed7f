import { Badge } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/card.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { formatShortDate, formatTime } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Pagination } from '#ui/paging.tsx';
import { Table } from '#ui/table.tsx';
import type { Column } from '#ui/table.tsx';
import { oneValue } from '#platform/http/forms.ts';
import type { FormValues } from '#platform/http/forms.ts';
import { APPOINTMENT_MODES } from '../../../rules/calendar.ts';
import type { CalendarCard } from '../../../use-cases/open-calendar.ts';
import type { InterviewLine, InterviewList } from '../../../use-cases/list-interviews.ts';
import { MODE_WORDS } from '../../paths.ts';
import { modeLabels, zonedAt } from '../../words.ts';
import { interviewPaths } from '../interview-paths.ts';
import type { Professional } from './acting.ts';
import { STATE_WORDS } from './state-words.ts';
import { reasonOf, stateOf } from './words.ts';

export const PAGE_SIZE = 25;

export interface InterviewListPageProps {
  readonly actor: Professional;
  readonly values: FormValues;
  readonly page: number;
  readonly found: InterviewList;
  /** Whose calendars the actor sees; empty for an adviser, who sees their own. */
  readonly advisers: readonly CalendarCard[];
  readonly now: number;
}

const FILTERS = ['du', 'au', 'conseiller', 'mode', 'etat'] as const;

/** Interviews past and to come, latest first. */
export function InterviewListPage(props: InterviewListPageProps) {
  const { actor, values, page, found, now } = props;
  const kept = Object.fromEntries(FILTERS.map((name) => [name, oneValue(values, name)]));
  const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  return (
    <>
      <PageTitle
        title="Rendez-vous"
        lead={LEADS[actor.role]}
        actions={
          actor.role === 'referent' ? undefined : (
            <ButtonLink href={interviewPaths.create()} icon="plus">
              Prendre un rendez-vous pour quelqu’un
            </ButtonLink>
          )
        }
      />
      <Filters {...props} />
      {found.lines.length === 0 ? (
        <EmptyState
          title="Aucun rendez-vous"
          actions={
            <ButtonLink href={interviewPaths.list()} kind="secondary">
              Tout voir
            </ButtonLink>
          }
        >
          <p>Aucun ne répond à ces filtres.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Rendez-vous, du plus récent au plus ancien"
          captionStyle="unseen"
          columns={columnsOf(actor, now)}
          rows={found.lines}
          rowKey={(line) => line.appointment.id}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        total={found.total}
        noun={{ one: 'rendez-vous', many: 'rendez-vous' }}
        hrefOf={(to) => interviewPaths.list({ ...kept, page: String(to) })}
      />
    </>
  );
}

const LEADS: Readonly<Record<Professional['role'], string>> = {
  adviser: 'Les vôtres, passés et à venir.',
  manager: 'Ceux de votre structure, passés et à venir.',
  referent: 'Ceux de votre site, passés et à venir.',
  coordinator: 'Ceux de tout le réseau, passés et à venir.',
  administrator: '',
};

function Filters({ values, advisers }: InterviewListPageProps) {
  return (
    <Form
      method="get"
      action={interviewPaths.list()}
      layout="line"
      role="search"
      label="Filtrer les rendez-vous"
    >
      <TextField
        name="du"
        label="Du"
        type="date"
        need="unsaid"
        width="medium"
        value={oneValue(values, 'du')}
      />
      <TextField
        name="au"
        label="Au"
        type="date"
        need="unsaid"
        width="medium"
        value={oneValue(values, 'au')}
      />
      {advisers.length > 0 && (
        <SelectField
          name="conseiller"
          label="Avec"
          need="unsaid"
          width="medium"
          emptyLabel="Tout le monde"
          options={advisers.map(({ personId, name, structures }) => ({
            value: personId,
            label: name,
            ...(structures[0] ? { group: structures[0] } : {}),
          }))}
          value={oneValue(values, 'conseiller')}
        />
      )}
      <SelectField
        name="mode"
        label="Comment"
        need="unsaid"
        width="medium"
        emptyLabel="Toutes les façons"
        options={APPOINTMENT_MODES.map((mode) => ({
          value: MODE_WORDS[mode],
          label: modeLabels[mode],
        }))}
        value={oneValue(values, 'mode')}
      />
      <SelectField
        name="etat"
        label="État"
        need="unsaid"
        width="medium"
        emptyLabel="Tous"
        options={STATE_WORDS.map(({ word, label }) => ({ value: word, label }))}
        value={oneValue(values, 'etat')}
      />
      <Button kind="secondary" icon="filter">
        Filtrer
      </Button>
    </Form>
  );
}

function columnsOf(actor: Professional, now: number): Column<InterviewLine>[] {
  const adviser: Column<InterviewLine> = {
    key: 'with',
    header: 'Avec',
    cell: ({ adviserName, organisationName }) => `${adviserName}, ${organisationName}`,
  };
  return [
    {
      key: 'who',
      header: 'Personne',
      cell: ({ appointment, youthName }) => (
        <a href={interviewPaths.interview(appointment.id)}>{youthName}</a>
      ),
    },
    { key: 'when', header: 'Quand', cell: ({ appointment }) => when(appointment) },
    ...(actor.role === 'adviser' ? [] : [adviser]),
    {
      key: 'how',
      header: 'Comment',
      cell: ({ appointment, placeName }) => placeName ?? modeLabels[appointment.mode],
    },
    { key: 'state', header: 'État', cell: (line) => <State line={line} now={now} /> },
  ];
}

function when({ period, zone }: InterviewLine['appointment']): string {
  const at = zonedAt(period.start, zone);
  return `${formatShortDate(at)} à ${formatTime(at)}`;
}

/** A refusal by the structure says why (SM-24). */
function State({
  line: { appointment },
  now,
}: {
  readonly line: InterviewLine;
  readonly now: number;
}) {
  const state = stateOf(appointment, now);
  const isRefusal = appointment.status === 'cancelled' && appointment.cancelledBy === 'structure';
  return (
    <>
      <Badge tone={state.tone} icon={state.icon}>
        {state.label}
      </Badge>
      {isRefusal && (
        <>
          <br />
          <small>{reasonOf(appointment.cancellationReason)}</small>
        </>
      )}
    </>
  );
}
