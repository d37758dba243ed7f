import type { FastifyInstance } from 'fastify';
import { publicAccess } from '#platform/http/types.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { NetworkDirectory } from '../network-directory.ts';
import { AccessibilityPage, DataPage, NetworkHome, Portal } from './pages.tsx';

/** What no module owns: the portal, each network's home, the pages that the law asks for. */
export function registerSitePages(app: FastifyInstance, networks: NetworkDirectory): void {
  const config = { access: publicAccess };
  app.get('/', { config }, (_request, reply) =>
    reply.page({ title: 'Accueil', surface: 'public', content: <Portal networks={networks.list()} /> }),
  );
  app.get('/accessibilite', { config }, (_request, reply) =>
    reply.page({ title: 'Accessibilité', surface: 'public', content: <AccessibilityPage /> }),
  );
  app.get('/donnees-personnelles', { config }, (_request, reply) =>
    reply.page({ title: 'Tes données', surface: 'public', content: <DataPage networks={networks.list()} /> }),
  );
  app.get('/:reseau', { config }, (request, reply) => {
    const { reseau } = request.params as { reseau: string };
    const network = networks.bySlug(reseau);
    if (!network) throw notFound();
    return reply.page({
      title: 'Accueil',
      surface: 'public',
      networkSlug: network.slug,
      current: 'accueil',
      content: <NetworkHome network={network} />,
    });
  });
}
