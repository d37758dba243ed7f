import { Alert, Badge } from '#ui/alert.tsx';
import { ButtonLink, ButtonRow } from '#ui/button.tsx';
import { EmptyState } from '#ui/card.tsx';
import { formatCount } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Pagination, Tabs } from '#ui/paging.tsx';
import { Table } from '#ui/table.tsx';
import type { Structure, StructuresPageView } from '../../use-cases/read-structures.ts';
import { networkPaths } from '../paths.ts';
import { standingTexts } from '../texts.ts';

export function StandingBadge({ standing }: Pick<Structure, 'standing'>) {
  return (
    <Badge tone={standing === 'bookable' ? 'success' : 'warning'}>{standingTexts[standing]}</Badge>
  );
}

const STRUCTURE = { one: 'structure', many: 'structures' };

export interface StructuresPageProps extends StructuresPageView {
  /** Lines of the file that has just been imported. */
  readonly imported: number | null;
  readonly rights: 'read' | 'write';
}

export function StructuresPage(props: StructuresPageProps) {
  const { network, structures, list, counts, page, pages, imported, rights } = props;
  const hrefOf = (to: { readonly list?: string; readonly page?: number }) => {
    const query = new URLSearchParams();
    if ((to.list ?? list) === 'ended') query.set('liste', 'terminees');
    if ((to.page ?? 1) > 1) query.set('page', String(to.page));
    const address = networkPaths.structures(network.slug);
    return query.size === 0 ? address : `${address}?${query.toString()}`;
  };
  return (
    <div class="stack">
      {imported !== null && (
        <Alert kind="success" live="status" title="Import terminé">
          <p>{formatCount(imported, { one: 'ligne lue', many: 'lignes lues' })}, tout est écrit.</p>
        </Alert>
      )}
      <PageTitle
        title="Structures"
        eyebrow={network.name}
        lead="Chaque structure avec sa situation aujourd’hui."
      />
      {rights === 'write' && (
        <ButtonRow>
          <ButtonLink href={networkPaths.newStructure(network.slug)} icon="plus">
            Ajouter une structure
          </ButtonLink>
          <ButtonLink href={networkPaths.import(network.slug)} kind="secondary">
            Importer un fichier
          </ButtonLink>
        </ButtonRow>
      )}
      <Tabs
        label="Structures"
        tabs={[
          {
            href: hrefOf({ list: 'current' }),
            label: 'En cours',
            current: list === 'current',
            count: counts.current,
          },
          {
            href: hrefOf({ list: 'ended' }),
            label: 'Terminées',
            current: list === 'ended',
            count: counts.ended,
          },
        ]}
      />
      {structures.length === 0 ? <Nothing list={list} /> : <StructuresTable {...props} />}
      <Pagination
        page={page}
        pages={pages}
        total={counts[list]}
        noun={STRUCTURE}
        hrefOf={(to) => hrefOf({ page: to })}
      />
    </div>
  );
}

function Nothing({ list }: Pick<StructuresPageProps, 'list'>) {
  return (
    <EmptyState
      title={list === 'current' ? 'Aucune structure pour l’instant' : 'Aucune structure terminée'}
      level={2}
    >
      <p>
        {list === 'current'
          ? 'Les structures affiliées au réseau apparaîtront ici.'
          : 'Celles qui quittent le réseau restent consultables ici.'}
      </p>
    </EmptyState>
  );
}

function StructuresTable({ network, structures }: StructuresPageProps) {
  return (
    <Table
      caption="Structures du réseau"
      captionStyle="unseen"
      narrow="stack"
      rows={structures}
      rowKey={({ organisation }) => organisation.id}
      columns={[
        {
          key: 'name',
          header: 'Structure',
          cell: ({ organisation }) => (
            <a href={networkPaths.structure(network.slug, organisation.id)}>{organisation.name}</a>
          ),
        },
        {
          key: 'standing',
          header: 'Situation',
          cell: ({ standing }) => <StandingBadge standing={standing} />,
        },
        {
          key: 'operators',
          header: 'Opérateurs',
          align: 'end',
          cell: ({ members }) => members.filter(({ role }) => role === 'adviser').length,
        },
        {
          key: 'places',
          header: 'Lieux d’accueil',
          cell: ({ places }) => places.map(({ name }) => name).join(', ') || 'aucun',
        },
      ]}
    />
  );
}
