import fastifyForm from '@fastify/formbody';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PageError } from '#platform/http/page-error.ts';
import type { Actor, NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import type { Structure } from '#tests/network/so-mobilite.ts';
import {
  BAYONNE,
  GUERET,
  foundNetwork,
  foundStructure,
  hireAdviser,
  professional,
} from '#tests/network/so-mobilite.ts';
import { networkPaths } from './paths.ts';
import { registerNetworkRoutes } from './routes.ts';

let house: House;
let app: FastifyInstance;
let networkId: NetworkId;
let gueret: Structure;
let bayonne: Structure;
let awa: PersonId;
let coordinator: Actor;
let actor: Actor;

beforeAll(async () => {
  house = await openHouse();
  networkId = await foundNetwork(house);
  gueret = await foundStructure(house, networkId, GUERET);
  bayonne = await foundStructure(house, networkId, BAYONNE);
  awa = await hireAdviser(house, { networkId, organisationId: gueret.organisationId }, 'Awa');
  coordinator = professional(
    'coordinator',
    { kind: 'network', networkId },
    await house.person('Solène'),
  );
  app = fastify();
  await app.register(fastifyForm);
  app.decorateRequest('ctx');
  app.decorateReply('page', function page({ status, title, content }) {
    return this.status(status ?? 200)
      .type('text/html; charset=utf-8')
      .send(`<title>${title}</title>${renderToString(<>{content}</>)}`);
  });
  app.addHook('onRequest', async (request) => {
    request.ctx = house.as(actor);
  });
  app.setErrorHandler((error, _request, reply) =>
    reply.status(error instanceof PageError ? error.status : 500).send(String(error)),
  );
  registerNetworkRoutes(app);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await house.close();
});
beforeEach(() => {
  actor = coordinator;
});

const list = networkPaths.structures('so-mobilite');
const page = () => networkPaths.structure('so-mobilite', gueret.organisationId);

function post(fields: Readonly<Record<string, string>>) {
  return app.inject({
    method: 'POST',
    url: networkPaths.recordFact('so-mobilite', gueret.organisationId),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}

test('the coordinator sees each structure and its standing (SM-92)', async () => {
  const { statusCode, body } = await app.inject(list);
  expect(statusCode).toBe(200);
  expect(body).toContain('Info Jeunes Guéret');
  expect(body).toContain('Ouverte aux rendez-vous');
  expect(body).toContain('Suspendue\u00a0: aucun opérateur désigné');
});

test('who reads and who does not', async () => {
  const scope = { kind: 'organisation', networkId, organisationId: gueret.organisationId } as const;
  const statuses = async (who: Actor) => {
    actor = who;
    const answers = [
      await app.inject(list),
      await app.inject(page()),
      await app.inject(networkPaths.ownStructure),
    ];
    return answers.map(({ statusCode }) => statusCode);
  };
  expect(await statuses(professional('referent', scope))).toEqual([200, 200, 200]);
  expect(await statuses(professional('manager', scope))).toEqual([404, 200, 200]);
  expect(
    await statuses(professional('manager', { ...scope, organisationId: bayonne.organisationId })),
  ).toEqual([404, 404, 200]);
  expect(
    await statuses(
      professional('coordinator', { kind: 'network', networkId: 'autre' as NetworkId }),
    ),
  ).toEqual([404, 404, 404]);
  expect(await statuses({ kind: 'visitor' })).toEqual([404, 404, 404]);
});

test('a date is recorded, then seen; only those who coordinate have the form', async () => {
  const answer = await post({
    subject: awa,
    kind: 'service-starts',
    date: '2026-12-01',
    note: '',
    supersedes: '',
  });
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe(page());
  const { body } = await app.inject(page());
  expect(body).toContain('01/12/2026');
  expect(body).toContain('Enregistrer une date');
  expect((await app.inject(list)).body).toContain('Mise en service à venir');
  actor = professional('referent', {
    kind: 'organisation',
    networkId,
    organisationId: gueret.organisationId,
  });
  expect((await app.inject(page())).body).not.toContain('Enregistrer une date');
  expect((await post({ subject: awa, kind: 'trained', date: '2026-01-01' })).statusCode).toBe(404);
});

test('what cannot be is shown again with what was typed, or is not found', async () => {
  const wrong = await post({
    subject: 'structure',
    kind: 'trained',
    date: '2026-12-01',
    note: 'groupe de mars',
  });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('Une formation concerne une personne');
  expect(wrong.body).toContain('groupe de mars');
  expect((await post({ subject: '', kind: 'trained', date: '2026-02-30' })).body).toContain(
    'Cette date n’existe pas',
  );
  expect((await post({ subject: 'inventé', kind: 'trained', date: '2026-02-03' })).statusCode).toBe(
    404,
  );
  const stranger = await house.person('Inconnue');
  expect((await post({ subject: stranger, kind: 'trained', date: '2026-02-03' })).statusCode).toBe(
    404,
  );
});
