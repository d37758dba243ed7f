import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, SCOPES, openScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { TABLE } from './table.ts';
import { isScoped, routesOf, statusOf } from './walk.ts';
import { openWebKit } from './web-kit.ts';
import type { WebKit } from './web-kit.ts';

let kit: WebKit;
let scene: Scene;

beforeAll(async () => {
  kit = await openWebKit();
  scene = await openScene(kit);
});
afterAll(() => kit.close());

/** Routes of which nobody wrote who may. */
const withoutRow = (routes: readonly string[]) => routes.filter((route) => !(route in TABLE));

/** `200/404/404` where the three scopes differ, `200` where they do not. */
async function cellOf(route: string, role: (typeof ROLES)[number]): Promise<string> {
  const statuses: number[] = [];
  for (const scope of isScoped(route) ? SCOPES : (['own'] as const)) {
    statuses.push(await statusOf({ scene, route, role, scope }));
  }
  return new Set(statuses).size === 1 ? String(statuses[0]) : statuses.join('/');
}

describe('every route of the router, every role', () => {
  test('has a row, and every row has its route', () => {
    expect(withoutRow(routesOf(kit.app))).toEqual([]);
    expect(Object.keys(TABLE).filter((route) => !routesOf(kit.app).includes(route))).toEqual([]);
  });

  test('a route planted without a row is seen', async () => {
    const plant: Parameters<typeof openWebKit>[0] = {
      plant: (app) => {
        const config = { access: { kind: 'public' } } as const;
        app.get('/pro/rendez-vous/:id/planted', { config }, () => '');
        app.post('/planted', { config }, () => '');
      },
    };
    const planted = await openWebKit(plant);
    try {
      const seen = withoutRow(routesOf(planted.app));
      expect(seen).toEqual(['GET /pro/rendez-vous/:id/planted', 'POST /planted']);
    } finally {
      await planted.close();
    }
  });

  test('a route that does not say who may call it stops the start', async () => {
    await expect(
      openWebKit({ plant: (app) => void app.get('/planted', () => '') }),
    ).rejects.toThrow(/who may call it/);
  });

  test.each(Object.entries(TABLE))('%s', async (route, row) => {
    const cells = row.trim().split(/\s+/);
    expect(cells).toHaveLength(ROLES.length);
    const expected = Object.fromEntries(ROLES.map((role, index) => [role, cells[index]]));
    const answered: Record<string, string> = {};
    for (const role of ROLES) answered[role] = await cellOf(route, role);
    expect(answered).toEqual(expected);
  });
});

describe('an object of another network under the address of one’s own', () => {
  test.each(['', '/faits'])(
    '/coordination/{own}/structures/{theirs}%s is not found',
    async (end) => {
      const url = `/coordination/so-mobilite/structures/${scene.of['other-network'].office.organisationId}${end}`;
      for (const role of ['referent', 'coordinator', 'administrator'] as const) {
        const { visit } = scene.people[role];
        const answer = end ? await visit.post(url) : await visit.get(url);
        expect([404, 403]).toContain(answer.statusCode);
      }
    },
  );

  test.each(['personnes/:membre/fin', 'lieux/:lieu/attestation'])(
    'one’s own structure, %s of another',
    async (end) => {
      const there = scene.of['other-network'];
      const child = end
        .replace(':membre', await scene.member('other-network'))
        .replace(':lieu', there.office.placeId);
      const url = `/coordination/so-mobilite/structures/${scene.of.own.office.organisationId}/${child}`;
      for (const role of ['coordinator', 'administrator'] as const) {
        const { visit } = scene.people[role];
        expect([(await visit.get(url)).statusCode, (await visit.post(url)).statusCode]).toEqual([
          404, 404,
        ]);
      }
    },
  );

  test('a slot of another network cannot be held under one’s own', async () => {
    const { start, personId, mode } = scene.slot('other-network');
    const answer = await kit
      .browse()
      .post('/so-mobilite/rendez-vous/retenir', { creneau: `${start}|${personId}|${mode}|` });
    expect(answer.statusCode).toBe(409);
  });
});
