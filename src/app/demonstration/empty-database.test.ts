import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '#tests/database.ts';
import type { TestDatabase } from '#tests/database.ts';
import { emptyDatabase } from './empty-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function ask(text: string, url = database.ownerUrl): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(text);
  await client.end();
  return Number(rows[0]?.count);
}

const NETWORK = `insert into network.network (id, slug, name, preset, territory_kind, territory_code, controller_name, wording,
  colour_warm, colour_cool, settings, created_at) values (gen_random_uuid(), 'vrai', 'Vrai', 'mobility-advice', 'region', '75', 'X',
  'tu', '#000000', '#000000', '{}', '2027-01-01T00:00Z') returning 1 as count`;

test('a database in use, or with networks that are no demonstration, keeps everything', async () => {
  const visitor = new pg.Client({ connectionString: database.appUrl });
  await visitor.connect();
  expect(await emptyDatabase(database.ownerUrl)).toBe('in-use');
  await visitor.end();
  await ask(NETWORK);
  expect(await emptyDatabase(database.ownerUrl)).toBe('not-a-demonstration');
  expect(await ask('select count(*) from network.network')).toBe(1);
});

test('a demonstration is emptied; places and migrations stay', async () => {
  await ask(
    `insert into platform.demo_clock (offset_ms, loaded_at) values (0, '2027-01-01T00:00Z') returning 1 as count`,
  );
  expect(await emptyDatabase(database.ownerUrl)).toBeNull();
  expect(await ask('select count(*) from network.network')).toBe(0);
  expect(await ask('select count(*) from platform.demo_clock')).toBe(0);
  expect(await ask('select count(*) from territories.commune')).toBeGreaterThan(30_000);
  expect(await ask('select count(*) from platform.migration')).toBeGreaterThan(0);
});
