import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { publicAccess } from '#platform/http/types.ts';
import { notFound } from '#platform/http/page-error.ts';
import { findNetworkBySlug, listNetworks } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import { resolveCommune } from '#modules/territories/index.ts';
import type { Commune, CommuneMatch } from '#modules/territories/index.ts';
import { COMMUNE_ISLAND, communeError, communeFieldNames } from '#modules/territories/ui.tsx';
import { ContactPage } from './contact-page.tsx';
import { readContacts } from './contacts.ts';
import { covers } from './covering.ts';
import { AccessibilityPage, DataPage, LegalNoticePage } from './legal-pages.tsx';
import { NetworkHome } from './network-home-page.tsx';
import { Portal } from './portal-page.tsx';

const config = { access: publicAccess };

/** What no module owns: the portal, each network's home and contacts, the pages that the law asks for. */
export function registerSitePages(app: FastifyInstance): void {
  app.get('/', { config }, showPortal);
  app.get('/accessibilite', { config }, async (request, reply) => {
    const networks = await listNetworks(request.ctx);
    return reply.page({
      title: 'Accessibilité',
      surface: 'public',
      content: <AccessibilityPage networks={networks} />,
    });
  });
  app.get('/donnees-personnelles', { config }, async (request, reply) => {
    const networks = await listNetworks(request.ctx);
    return reply.page({
      title: 'Tes données',
      surface: 'public',
      content: <DataPage networks={networks} />,
    });
  });
  app.get('/:reseau', { config }, async (request, reply) => {
    const network = await networkOf(request);
    return reply.page({
      title: 'Accueil',
      surface: 'public',
      networkSlug: network.slug,
      current: 'accueil',
      islands: [COMMUNE_ISLAND],
      content: <NetworkHome network={network} />,
    });
  });
  app.get('/:reseau/contact', { config }, showContact);
  app.get('/:reseau/mentions-legales', { config }, async (request, reply) => {
    const network = await networkOf(request);
    return reply.page({
      title: 'Mentions légales',
      surface: 'public',
      networkSlug: network.slug,
      content: <LegalNoticePage network={network} />,
    });
  });
}

async function showPortal(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const networks = await listNetworks(request.ctx);
  const { commune, ...asked } = await readCommune(request);
  const answer = commune && {
    commune,
    networks: networks.filter((network) => covers(network, commune)),
  };
  return reply.page({
    title: commune ? `Qui peut t’aider à ${commune.name}` : 'Accueil',
    surface: 'public',
    status: asked.error ? 422 : 200,
    hasErrors: asked.error !== undefined,
    islands: [COMMUNE_ISLAND],
    content: <Portal networks={networks} {...asked} {...(answer ? { answer } : {})} />,
  });
}

async function showContact(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const network = await networkOf(request);
  const preferRegion = network.territory.kind === 'region' ? network.territory.code : undefined;
  const asked = await readCommune(request, preferRegion);
  const contacts = await readContacts(request.ctx, network, asked.commune ?? null);
  return reply.page({
    title: 'Contact',
    surface: 'public',
    networkSlug: network.slug,
    current: 'contact',
    status: asked.error ? 422 : 200,
    hasErrors: asked.error !== undefined,
    islands: [COMMUNE_ISLAND],
    content: <ContactPage network={network} contacts={contacts} {...asked} />,
  });
}

interface CommuneAsked {
  readonly commune?: Commune;
  readonly value?: { readonly code: string; readonly text: string };
  readonly choices?: readonly CommuneMatch[];
  readonly error?: string;
}

/** The commune of the address bar: none asked, found, to be chosen, or not understood. */
async function readCommune(request: FastifyRequest, preferRegion?: string): Promise<CommuneAsked> {
  const names = communeFieldNames();
  const values = valuesOf(request.query);
  if (!(names.text in values) && !(names.code in values)) return {};
  const value = { code: oneValue(values, names.code), text: oneValue(values, names.text) };
  const resolution = await resolveCommune(request.ctx, { ...value, preferRegion });
  switch (resolution.kind) {
    case 'found':
      return { commune: resolution.commune };
    case 'several':
      return { value, choices: resolution.matches };
    case 'none':
      return { value, error: communeError(resolution, value.text) ?? '' };
  }
}

async function networkOf(request: FastifyRequest): Promise<Network> {
  const { reseau } = request.params as { reseau: string };
  const network = await findNetworkBySlug(request.ctx, reseau);
  if (!network) throw notFound();
  return network;
}
