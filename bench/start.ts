import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#platform/embedded-postgres/embedded-postgres.ts';
import type { EmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { databaseUrl, OWNER_ROLE, within } from '#platform/embedded-postgres/roles.ts';
import { APP_ROLE } from '#platform/db/pool.ts';

import { setup as buildWhatIsStale } from '../tests/build-setup.ts';
import { startProgram } from '../tests/program.ts';
import type { Figure } from './measure.ts';
import { mediansInTurn } from './turns.ts';

/*
 * From the launch of the installed program to its first page, with its own database server (in an empty folder: cluster, migrations, communes, demonstration; then
 * warm, on the folder of the start before), against the same start with DATABASE_URL given, on a server that is already there.
 */
const EXTENSIONS = ['btree_gist', 'pg_trgm', 'unaccent'];

export async function bench(): Promise<readonly Figure[]> {
  buildWhatIsStale();
  const folder = mkdtempSync(path.join(tmpdir(), 'cairn-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'server') });
  const kept = path.join(folder, 'kept');
  try {
    const known = await emptyDatabase(server, 'known');
    const [own = 0, given = 0, ownWarm = 0, givenWarm = 0] = await mediansInTurn([
      () => startInEmptyFolder(path.join(folder, 'empty')),
      async () => timed(await emptyDatabase(server, 'empty')),
      () => timed({ DATA_DIR: kept }),
      () => timed(known),
    ]);
    return [
      figure('start.empty', own, { reference: given, bound: 2 }),
      figure('start.warm', ownWarm, { reference: givenWarm, bound: 2 }),
    ];
  } finally {
    await removeEmbeddedPostgres(kept);
    await removeEmbeddedPostgres(path.join(folder, 'server'));
  }
}

type Env = Readonly<Record<string, string>>;

async function startInEmptyFolder(dataDir: string): Promise<number> {
  await removeEmbeddedPostgres(dataDir);
  const took = await timed({ DATA_DIR: dataDir });
  await removeEmbeddedPostgres(dataDir);
  return took;
}

/** Milliseconds until the search page has come whole. */
async function timed(env: Env): Promise<number> {
  const began = performance.now();
  const program = await startProgram({
    program: 'main',
    env: { CAIRN_MODE: 'demonstration', LOG_LEVEL: 'error', ...env },
  });
  const answer = await fetch(`${program.baseUrl}/so-mobilite/rendez-vous`);
  await answer.text();
  const took = performance.now() - began;
  if (!answer.ok) throw new Error(`the first page answered ${answer.status}`);
  await program.stop();
  return took;
}

/** As a host gives one: roles and extensions are there, tables are not. */
async function emptyDatabase(server: EmbeddedPostgres, name: string): Promise<Env> {
  await within(server.superuserUrl, async (superuser) => {
    await superuser.query(`drop database if exists ${name} with (force)`);
    await superuser.query(`create database ${name} owner ${OWNER_ROLE}`);
    await superuser.query(`grant connect, temporary on database ${name} to ${APP_ROLE}`);
  });
  await within(databaseUrl(server.superuserUrl, name), async (superuser) => {
    for (const extension of EXTENSIONS) await superuser.query(`create extension ${extension}`);
  });
  return {
    DATABASE_URL: databaseUrl(server.appUrl, name),
    DATABASE_OWNER_URL: databaseUrl(server.ownerUrl, name),
  };
}

function figure(
  name: string,
  value: number,
  { reference, bound }: Pick<Figure, 'reference' | 'bound'>,
): Figure {
  return {
    name,
    value: Math.round(value),
    unit: 'ms',
    against: 'the same start with DATABASE_URL given',
    reference: Math.round(reference),
    ratio: Math.round((value / reference) * 100) / 100,
    bound,
    better: 'lower',
  };
}
