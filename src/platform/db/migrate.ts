import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { systemClock } from '../clock.ts';
import { APP_ROLE } from './pool.ts';

/** One installer at a time, whatever the number of processes that start together. */
const MIGRATION_LOCK = 72_616_001;

export const MIGRATIONS_FOLDER = 'db/migrations';

/**
 * Brings the database to the state of `db/migrations/*.sql`, each file in its transaction, in the order of their names.
 * Throws when a file that was applied has been edited since, or when the login may not create what is asked.
 */
export async function migrate(ownerUrl: string, folder: string = MIGRATIONS_FOLDER): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'cairn-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureGround(client);
    const applied = await appliedMigrations(client);
    for (const file of await listMigrations(folder)) {
      await applyOnce(client, file, applied);
    }
    await installJobs(ownerUrl, client);
  } finally {
    await client.end();
  }
}

interface MigrationFile {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

async function listMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function ensureGround(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
  end $$`);
  await client.query(`do $$ begin
    if not pg_has_role(current_user, '${APP_ROLE}', 'set') then grant ${APP_ROLE} to current_user; end if;
  end $$`);
  await client.query('create schema if not exists platform');
  await client.query(`create table if not exists platform.migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null)`);
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from platform.migration',
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

async function applyOnce(
  client: pg.Client,
  file: MigrationFile,
  applied: ReadonlyMap<string, string>,
): Promise<void> {
  const known = applied.get(file.name);
  if (known === file.sha256) return;
  if (known) throw new Error(`migration ${file.name} was edited after it had been applied`);
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query(
      'insert into platform.migration (name, sha256, applied_at) values ($1, $2, $3)',
      [file.name, file.sha256, systemClock.now().toString()],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file.name} failed`, { cause: error });
  }
}

/** The queue's own tables, made by its own installer, then opened to the role of web and jobs. */
async function installJobs(ownerUrl: string, client: pg.Client): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  await client.query(`grant usage on schema pgboss to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema pgboss to ${APP_ROLE};
    grant usage on all sequences in schema pgboss to ${APP_ROLE};
    grant execute on all functions in schema pgboss to ${APP_ROLE};
    grant usage on schema platform to ${APP_ROLE};`);
}
