import { Badge } from '#ui/alert.tsx';
import { EmptyState } from '#ui/card.tsx';
import { formatCount } from '#ui/format.ts';
import { PageTitle } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import type { Structure, StructuresView } from '../../use-cases/read-structures.ts';
import { networkPaths } from '../paths.ts';
import { standingTexts } from '../texts.ts';

export function StandingBadge({ standing }: Pick<Structure, 'standing'>) {
  return (
    <Badge tone={standing === 'bookable' ? 'success' : 'warning'}>{standingTexts[standing]}</Badge>
  );
}

const STRUCTURE = { one: 'structure', many: 'structures' };

export function StructuresPage({ network, structures }: StructuresView) {
  return (
    <div class="stack">
      <PageTitle
        title="Structures"
        eyebrow={network.name}
        lead={`${formatCount(structures.length, STRUCTURE)}, avec leur situation aujourd’hui.`}
      />
      {structures.length === 0 ? (
        <EmptyState title="Aucune structure pour l’instant" level={2}>
          <p>Les structures affiliées au réseau apparaîtront ici.</p>
        </EmptyState>
      ) : (
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
                <a href={networkPaths.structure(network.slug, organisation.id)}>
                  {organisation.name}
                </a>
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
      )}
    </div>
  );
}
