import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { removeEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { within } from './roles.ts';

const home = mkdtempSync(path.join(tmpdir(), 'cairn-embedded-'));
const dataDir = path.join(home, 'open', 'postgres');
// Root lends the server to the user `postgres`, who must pass here; the cluster itself is closed to others.
chmodSync(home, 0o755);

afterAll(async () => {
  await removeEmbeddedPostgres(dataDir);
  rmSync(home, { recursive: true, force: true });
});

describe('the embedded server', () => {
  it('keeps its data and its address between two starts', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await within(first.ownerUrl, (owner) =>
      owner.query('create table stone as select 7 as weight'),
    );
    await first.stop();

    const second = await startEmbeddedPostgres({ dataDir });
    const found = await within(second.ownerUrl, (owner) => owner.query('select weight from stone'));
    await second.stop();

    expect(first.found).toBe('started');
    expect(second.found).toBe('started');
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(found.rows).toEqual([{ weight: 7 }]);
  });

  it('gives the pages a role that is neither owner nor superuser, and French words', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    const role = await within(server.appUrl, (app) =>
      app.query(
        `select current_user as name, rolsuper, rolbypassrls,
                pg_has_role(current_user, 'cairn_owner', 'member') as owns
           from pg_roles where rolname = current_user`,
      ),
    );
    const words = await within(server.appUrl, (app) =>
      app.query(
        `select to_tsvector('french', 'l’emploi « été »')::text as lexemes,
                'éclair' < 'foire' collate "fr-x-icu" as sorted, unaccent('Périgueux') as plain`,
      ),
    );
    await server.stop();

    expect(role.rows).toEqual([
      { name: 'cairn_app', rolsuper: false, rolbypassrls: false, owns: false },
    ]);
    expect(words.rows).toEqual([{ lexemes: "'emploi':2", sorted: true, plain: 'Perigueux' }]);
  });

  it('takes up a server left by a start that was killed, and stops it', async () => {
    const killed = await startEmbeddedPostgres({ dataDir });
    const next = await startEmbeddedPostgres({ dataDir });
    await next.stop();

    expect(next.found).toBe('adopted');
    await expect(within(killed.appUrl, (app) => app.query('select 1'))).rejects.toThrow();
  });

  it('keeps what was confirmed when the server itself is killed', async () => {
    const killed = await startEmbeddedPostgres({ dataDir });
    await within(killed.ownerUrl, (owner) => owner.query('create table pebble as select 1 as n'));
    process.kill(killed.pid, 'SIGKILL');

    const next = await startEmbeddedPostgres({ dataDir });
    const found = await within(next.ownerUrl, (owner) => owner.query('select n from pebble'));
    await next.stop();

    expect(next.found).toBe('started');
    expect(found.rows).toEqual([{ n: 1 }]);
  });

  it.runIf(process.getuid?.() === 0)('serves where its user cannot enter', async () => {
    const closed = path.join(mkdtempSync(path.join(tmpdir(), 'cairn-closed-')), 'postgres');
    const server = await startEmbeddedPostgres({ dataDir: closed });
    const answer = await within(server.appUrl, (app) => app.query('select 1 as one'));
    const there = readdirSync(closed);
    await server.stop();
    await removeEmbeddedPostgres(closed);
    rmSync(path.dirname(closed), { recursive: true });

    expect(answer.rows).toEqual([{ one: 1 }]);
    expect(there).toEqual([]);
  });
});
