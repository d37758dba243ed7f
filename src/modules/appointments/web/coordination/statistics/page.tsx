import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { formatCount, formatDate, formatNumber, formatPercent } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Tabs } from '#ui/paging.tsx';
import { Breadcrumb } from '#ui/site.tsx';
import { Table } from '#ui/table.tsx';
import type { Column } from '#ui/table.tsx';
import type { Network } from '#modules/network/index.ts';
import {
  countOutcomes,
  COUNTED_OUTCOMES,
  DIMENSIONS,
  presenceRate,
  tallyBy,
} from '../../../rules/statistics.ts';
import type {
  CountedInterview,
  CountedOutcome,
  Dimension,
  Tally,
} from '../../../rules/statistics.ts';
import type { StatisticPeriod } from '../../../use-cases/read-statistics.ts';
import { coordinationPaths } from '../paths.ts';
import { DIMENSION_WORDS, outcomeLabels, valueLabel } from './words.ts';

export interface StatisticsPageProps {
  readonly network: Network;
  readonly period: StatisticPeriod;
  readonly dimension: Dimension;
  readonly interviews: readonly CountedInterview[];
  /** Names by code. */
  readonly departements: ReadonlyMap<string, string>;
}

const INTERVIEWS = { one: 'rendez-vous', many: 'rendez-vous' };

/** The interviews of a network in figures: a drawing, its table, and the file. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { network, period, dimension, interviews } = props;
  const query = { du: period.from.toString(), au: period.until.toString() };
  const today = { today: period.until };
  return (
    <>
      <Breadcrumb
        items={[{ href: coordinationPaths.cockpit(network.slug), label: 'Coordination' }]}
        current="Les chiffres"
      />
      <PageTitle
        eyebrow={network.name}
        title="Les rendez-vous en chiffres"
        lead={`${formatCount(interviews.length, INTERVIEWS)} du ${formatDate(period.from, today)} au ${formatDate(period.until)}. ${presenceWords(interviews)}`}
        actions={
          <ButtonLink
            href={coordinationPaths.statisticsFile(network.slug, query)}
            kind="secondary"
            icon="download"
            download="rendez-vous.csv"
          >
            Télécharger (CSV)
          </ButtonLink>
        }
      />
      <Form
        method="get"
        action={coordinationPaths.statistics(network.slug)}
        layout="line"
        role="search"
        label="Choisir la période"
        hidden={{ par: DIMENSION_WORDS[dimension].word }}
      >
        <TextField name="du" label="Du" type="date" need="unsaid" width="medium" value={query.du} />
        <TextField name="au" label="Au" type="date" need="unsaid" width="medium" value={query.au} />
        <Button kind="secondary" icon="filter">
          Voir
        </Button>
      </Form>
      <Tabs
        label="Compter par"
        tabs={DIMENSIONS.map((one) => ({
          href: coordinationPaths.statistics(network.slug, {
            ...query,
            par: DIMENSION_WORDS[one].word,
          }),
          label: DIMENSION_WORDS[one].label,
          current: one === dimension,
        }))}
      />
      {interviews.length === 0 ? (
        <EmptyState title="Aucun rendez-vous sur cette période">
          <p>Choisissez d’autres dates.</p>
        </EmptyState>
      ) : (
        <Figures {...props} />
      )}
    </>
  );
}

function presenceWords(interviews: readonly CountedInterview[]): string {
  const rate = presenceRate(countOutcomes(interviews));
  return rate === null ? '' : `Présence : ${formatPercent(rate)} des personnes attendues.`;
}

function Figures({ dimension, interviews, departements }: StatisticsPageProps) {
  const tallies = tallyBy(interviews, dimension);
  const { label } = DIMENSION_WORDS[dimension];
  const words = (tally: Tally) => valueLabel(dimension, tally.key, departements);
  return (
    <>
      <BarChart
        title={`Rendez-vous par ${label.toLowerCase()}`}
        labelHeader={label}
        valueHeader="Rendez-vous"
        bars={tallies.map((tally) => ({ label: words(tally), value: tally.total }))}
        tableLabel="Voir seulement les totaux, en tableau"
      />
      {dimension !== 'outcome' && (
        <Table
          caption={`Rendez-vous par ${label.toLowerCase()}, et leur suite`}
          narrow="scroll"
          columns={columnsOf(label, words)}
          rows={tallies}
          rowKey={(tally) => tally.key}
          foot={footOf(interviews)}
        />
      )}
    </>
  );
}

function columnsOf(label: string, words: (tally: Tally) => string): Column<Tally>[] {
  return [
    { key: 'value', header: label, cell: words },
    ...COUNTED_OUTCOMES.map((outcome: CountedOutcome): Column<Tally> => ({
      key: outcome,
      header: outcomeLabels[outcome],
      align: 'end',
      cell: (tally) => formatNumber(tally.outcomes[outcome]),
    })),
    { key: 'total', header: 'Total', align: 'end', cell: (tally) => formatNumber(tally.total) },
    {
      key: 'presence',
      header: 'Présence',
      align: 'end',
      cell: (tally) => percentOf(tally.outcomes),
    },
  ];
}

function percentOf(outcomes: Tally['outcomes']): string {
  const rate = presenceRate(outcomes);
  return rate === null ? '–' : formatPercent(rate);
}

function footOf(interviews: readonly CountedInterview[]): Readonly<Record<string, string>> {
  const outcomes = countOutcomes(interviews);
  return {
    value: 'Ensemble',
    ...Object.fromEntries(
      COUNTED_OUTCOMES.map((outcome) => [outcome, formatNumber(outcomes[outcome])]),
    ),
    total: formatNumber(interviews.length),
    presence: percentOf(outcomes),
  };
}
