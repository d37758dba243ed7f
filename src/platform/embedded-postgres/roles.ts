import pg from 'pg';

import { APP_ROLE } from '../db/pool.ts';

/** Owns the tables and runs the migrations; not a superuser. */
export const OWNER_ROLE = 'cairn_owner';

export interface RolesAndDatabase {
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

const EXTENSIONS = ['btree_gist', 'pg_trgm', 'unaccent'];

/** May run at each start: what exists is kept, passwords are set to those given. Needs a superuser's address. */
export async function ensureRolesAndDatabase(
  superuserUrl: string,
  wanted: RolesAndDatabase,
): Promise<void> {
  await within(superuserUrl, async (client) => {
    await ensureRole(client, OWNER_ROLE, wanted.ownerPassword);
    await ensureRole(client, APP_ROLE, wanted.appPassword);
    // The owner may take the other's place, to try what it may do; never the reverse.
    await client.query(`grant ${APP_ROLE} to ${OWNER_ROLE}`);
    const found = await client.query('select from pg_database where datname = $1', [
      wanted.database,
    ]);
    if (found.rowCount === 0) {
      const name = client.escapeIdentifier(wanted.database);
      await client.query(`create database ${name} owner ${OWNER_ROLE}`);
      await client.query(`revoke all on database ${name} from public`);
      await client.query(`grant connect, temporary on database ${name} to ${APP_ROLE}`);
    }
  });
  await within(databaseUrl(superuserUrl, wanted.database), async (client) => {
    for (const extension of EXTENSIONS) {
      await client.query(`create extension if not exists ${extension}`);
    }
  });
}

/** The same server and credentials, another database. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** One connection for the time of `work`; a server that goes away meanwhile fails `work`, not the process. */
export async function within<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${role} login nosuperuser nocreaterole nocreatedb nobypassrls password ${client.escapeLiteral(password)}`,
  );
}
