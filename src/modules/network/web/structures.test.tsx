import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor, NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import type { Pages } from '#tests/network/pages.tsx';
import { openPages } from '#tests/network/pages.tsx';
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

let house: House;
let pages: Pages;
let networkId: NetworkId;
let gueret: Structure;
let bayonne: Structure;
let awa: PersonId;
let coordinator: Actor;

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
  pages = await openPages(house, coordinator);
});
afterAll(async () => {
  await pages.close();
  await house.close();
});
beforeEach(() => {
  pages.actAs(coordinator);
});

const list = networkPaths.structures('so-mobilite');
const page = () => networkPaths.structure('so-mobilite', gueret.organisationId);

function post(fields: Readonly<Record<string, string>>) {
  return pages.post(networkPaths.recordFact('so-mobilite', gueret.organisationId), fields);
}

test('the coordinator sees each structure and its standing (SM-92)', async () => {
  const { statusCode, body } = await pages.get(list);
  expect(statusCode).toBe(200);
  expect(body).toContain('Info Jeunes Guéret');
  expect(body).toContain('Ouverte aux rendez-vous');
  expect(body).toContain('Suspendue\u00a0: aucun opérateur désigné');
});

test('who reads and who does not', async () => {
  const scope = { kind: 'organisation', networkId, organisationId: gueret.organisationId } as const;
  const statuses = async (who: Actor) => {
    pages.actAs(who);
    const answers = [
      await pages.get(list),
      await pages.get(page()),
      await pages.get(networkPaths.ownStructure),
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
  expect(answer.headers.location).toBe(`${page()}?fait=date`);
  const { body } = await pages.get(page());
  expect(body).toContain('01/12/2026');
  expect(body).toContain('Enregistrer une date');
  expect((await pages.get(list)).body).toContain('Mise en service à venir');
  pages.actAs(
    professional('referent', {
      kind: 'organisation',
      networkId,
      organisationId: gueret.organisationId,
    }),
  );
  expect((await pages.get(page())).body).not.toContain('Enregistrer une date');
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
