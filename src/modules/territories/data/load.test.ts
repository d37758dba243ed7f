import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#platform/db/pool.ts';
import { createTestDatabase } from '#tests/database.ts';
import type { TestDatabase } from '#tests/database.ts';
import { loadTerritories } from './load.ts';

let database: TestDatabase;
let owner: ReturnType<typeof openPool>;
let app: ReturnType<typeof openPool>;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = openPool({ url: database.ownerUrl, size: 1, as: 'owner', onError: () => undefined });
  app = openPool({ url: database.appUrl, size: 1, as: 'app', onError: () => undefined });
});
afterAll(async () => {
  await owner.end();
  await app.end();
  await database.drop();
});

async function count(what: string): Promise<number> {
  const { rows } = await app.query<{ count: number }>(
    `select count(*)::int as count from territories.${what}`,
  );
  return rows[0]?.count ?? -1;
}

async function markOfCommunes(): Promise<unknown> {
  const { rows } = await app.query(
    'select max(xmin::text::bigint) as mark from territories.commune',
  );
  return rows[0];
}

describe('what is loaded', () => {
  it.each([
    ['commune', 34_969],
    ['commune where epci_code is null', 98],
    ['commune where longitude is null', 102],
    [
      "commune c join territories.departement d on d.code = departement_code where region_code = '75'",
      4_293,
    ],
    ['epci', 1_255],
    ['departement', 109],
    ['region', 26],
    ['arrondissement', 333],
    ['former_commune', 6_861],
    ["former_commune where kind = 'municipal-arrondissement'", 45],
    ['commune_name', 37_607],
  ])('%s: %i', async (what, expected) => {
    expect(await count(what)).toBe(expected);
  });
});

describe('loadTerritories', () => {
  it('does nothing when its edition is there', async () => {
    const before = await markOfCommunes();
    expect(await loadTerritories(database.ownerUrl)).toMatchObject({ loaded: false });
    expect(await markOfCommunes()).toEqual(before);
  });

  it('brings another edition up to date, and keeps what other rows may point to', async () => {
    await owner.query("update territories.edition set sources = 'another'");
    await owner.query(
      "update territories.commune set name = 'Garactum', is_current = false where code = '23096'",
    );
    await owner.query(`insert into territories.commune (code, name, departement_code, postal_codes)
      values ('23999', 'Une commune de jadis', '23', '{}')`);
    await owner.query("delete from territories.commune_name where code = '23096'");
    const both = await Promise.all([
      loadTerritories(database.ownerUrl),
      loadTerritories(database.ownerUrl),
    ]);
    expect(both.filter(({ loaded }) => loaded)).toHaveLength(1);
    const { rows } = await app.query(
      "select code, name, is_current from territories.commune where code in ('23096', '23999') order by code",
    );
    expect(rows).toEqual([
      { code: '23096', name: 'Guéret', is_current: true },
      { code: '23999', name: 'Une commune de jadis', is_current: false },
    ]);
    expect(await count("commune_name where code = '23096'")).toBe(1);
    expect(await count('commune where is_current')).toBe(34_969);
  });

  it('is refused to the role of web and jobs, which only reads', async () => {
    await expect(app.query("update territories.commune set name = ''")).rejects.toThrow(
      'permission denied',
    );
    await expect(app.query('delete from territories.edition')).rejects.toThrow('permission denied');
    await expect(app.query("insert into territories.region values ('99', 'X')")).rejects.toThrow(
      'permission denied',
    );
  });
});
