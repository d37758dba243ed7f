import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

import { layout } from '#app/layout.tsx';
import { NetworkDirectory } from '#app/network-directory.ts';
import { registerSitePages } from '#app/site/routes.tsx';
import { contextFor } from '#platform/context.ts';
import type { PageDescription } from '#platform/http/types.ts';
import { registerBookingRoutes } from '#modules/appointments/web/routes.ts';
import { listNetworks } from '#modules/network/index.ts';
import { renderPage } from '#ui/page.tsx';

import { openClient } from './client.ts';
import type { Client } from './client.ts';
import type { Figure } from './measure.ts';
import { loadTheDemonstration, openHouse, openScratch } from './scratch.ts';
import type { House } from './scratch.ts';
import { mediansInTurn } from './turns.ts';

/*
 * Pages a second of the whole application, with every plugin (security headers, limits, cookies, sessions, logs), against a Fastify that has none of them
 * and runs the same handlers on the same pool: same queries, same tree, same rendering. Then against the same HTML kept as a constant. Nothing is compressed
 * on either side: a front server does that, and it would weigh on both alike.
 */
const AT_ONCE = 4;

const PAGES = [
  { name: 'home', path: '/so-mobilite', shots: 200 },
  { name: 'search', path: '/so-mobilite/rendez-vous?communeCode=23247', shots: 20 },
] as const;

export async function bench(): Promise<readonly Figure[]> {
  const scratch = await openScratch();
  await loadTheDemonstration(scratch);
  const client = openClient();
  const house = await openHouse(scratch);
  const bare = await openBare(house);
  try {
    const figures: Figure[] = [];
    for (const page of PAGES) figures.push(...(await compare(client, { house, bare, page })));
    return figures;
  } finally {
    await bare.close();
    await house.close();
    await client.close();
    await scratch.remove();
  }
}

interface Bare {
  readonly port: number;
  readonly close: () => Promise<unknown>;
}

/** The handlers of the pages and what they need to run, nothing else. */
async function openBare({ installation, assets, port }: House): Promise<Bare> {
  const { services } = installation;
  const networks = new NetworkDirectory(
    async () =>
      (await services.db.inInstallation(listNetworks)).map((network) => ({
        ...network,
        warmColour: network.colours.warm,
        coolColour: network.colours.cool,
      })),
    () => '',
  );
  await networks.refresh();
  const app = fastify();
  app.decorateRequest('ctx');
  app.decorateReply('page', function page(description: PageDescription) {
    const network = description.networkSlug ? networks.bySlug(description.networkSlug) : null;
    const { request } = this;
    return this.type('text/html; charset=utf-8').send(
      renderPage(layout({ request, description, network, assets, demonstration: false })),
    );
  });
  app.addHook('onRequest', async (request) => {
    request.ctx = contextFor(services, { kind: 'visitor' });
  });
  registerSitePages(app);
  registerBookingRoutes(app);
  await keepConstants(app, port);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { port: Number(new URL(address).port), close: () => app.close() };
}

async function keepConstants(app: FastifyInstance, port: number): Promise<void> {
  for (const { name, path } of PAGES) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    const html = await answer.text();
    app.get(`/constant/${name}`, (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(html),
    );
  }
}

interface Comparison {
  readonly house: House;
  readonly bare: Bare;
  readonly page: (typeof PAGES)[number];
}

async function compare(client: Client, { house, bare, page }: Comparison): Promise<Figure[]> {
  const { name, path, shots } = page;
  const [full = 0, same = 0, constant = 0] = await mediansInTurn([
    () => rateOf(client, house.port, { path, shots }),
    () => rateOf(client, bare.port, { path, shots }),
    () => rateOf(client, bare.port, { path: `/constant/${name}`, shots: 200 }),
  ]);
  return [
    figure(`pages.${name}`, full, {
      against: 'a bare handler of the same queries and tree',
      reference: same,
      bound: 0.5,
    }),
    figure(`pages.${name}.constant`, full, {
      against: 'the same HTML as a constant',
      reference: constant,
      bound: 0,
    }),
  ];
}

/** Pages a second. */
async function rateOf(
  client: Client,
  port: number,
  { path, shots }: { readonly path: string; readonly shots: number },
): Promise<number> {
  const told = await client.fire(port, {
    shots: Array.from({ length: shots }, () => ({ path })),
    connections: AT_ONCE,
    status: 200,
  });
  return (shots * 1000) / told.elapsedMs;
}

function figure(
  name: string,
  value: number,
  { against, reference, bound }: Pick<Figure, 'against' | 'reference' | 'bound'>,
): Figure {
  return {
    name,
    value: Math.round(value),
    unit: 'pages/s',
    against,
    reference: Math.round(reference),
    ratio: Math.round((value / reference) * 1000) / 1000,
    bound,
    better: 'higher',
  };
}
