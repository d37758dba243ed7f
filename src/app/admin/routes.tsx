import type { FastifyInstance } from 'fastify';
import { Card, CardGrid } from '#ui/card.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { NetworkDirectory } from '../network-directory.ts';
import type { NetworkView } from '../ports.ts';

/** `/admin`: the installation, seen by who administers it. */
export function registerAdmin(app: FastifyInstance, networks: NetworkDirectory): void {
  const config = { access: { kind: 'professional', roles: ['administrator'] } } as const;
  const coordination = {
    access: { kind: 'professional', roles: ['coordinator', 'referent', 'administrator'] },
  } as const;
  // Where one is sent after taking up the role: the network is the role's own.
  app.get('/coordination', { config: coordination }, (request, reply) => {
    const { actor } = request.ctx;
    const network =
      actor.kind === 'professional' && actor.scope.kind !== 'installation'
        ? networks.byId(actor.scope.networkId)
        : null;
    return reply.redirect(network ? `/coordination/${network.slug}` : '/admin', 303);
  });
  app.get('/admin', { config }, (_request, reply) =>
    reply.page({
      title: 'Installation',
      surface: 'pro',
      current: 'installation',
      content: <AdminPage networks={networks.list()} />,
    }),
  );
}

function AdminPage({ networks }: { readonly networks: readonly NetworkView[] }) {
  return (
    <>
      <PageTitle title="Installation" lead="Les réseaux que cette installation porte." />
      <CardGrid>
        {networks.map((network) => (
          <Card key={network.id} title={network.name}>
            <p>
              Adresse : /{network.slug}. Responsable des données : {network.controllerName}.
            </p>
            <ul class="plain-list">
              <li>
                <a href={`/coordination/${network.slug}/structures`}>
                  Structures de {network.name}
                </a>
              </li>
              <li>
                <a href={`/coordination/${network.slug}/reglages`}>Réglages de {network.name}</a>
              </li>
              <li>
                <a href={`/${network.slug}`}>Site public de {network.name}</a>
              </li>
            </ul>
          </Card>
        ))}
      </CardGrid>
    </>
  );
}
