import pg from 'pg';

/** What every installation holds, demonstration or not: places, what was migrated, how the queue is set up. */
const KEPT_SCHEMAS = ['territories', 'pg_catalog', 'information_schema', 'pgboss'];
const KEPT_TABLES = ['platform.migration'];

/** Why a database is not emptied. */
export type EmptyingRefusal = 'in-use' | 'not-a-demonstration';

/**
 * Takes away everything that the demonstration and its visitors wrote. Refuses a database that another program uses, and
 * one that holds networks without ever having been a demonstration.
 */
export async function emptyDatabase(ownerUrl: string): Promise<EmptyingRefusal | null> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'cairn-demo-reset',
  });
  await client.connect();
  try {
    if (await isInUse(client)) return 'in-use';
    if (!(await isDemonstration(client))) return 'not-a-demonstration';
    await client.query(
      `truncate ${(await listTables(client)).join(', ')}, pgboss.job restart identity cascade`,
    );
    return null;
  } finally {
    await client.end();
  }
}

async function isInUse(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ others: string }>(
    `select count(*) as others from pg_stat_activity
      where datname = current_database() and usename is not null and pid <> pg_backend_pid()`,
  );
  return Number(rows[0]?.others) > 0;
}

async function isDemonstration(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is_demonstration: boolean }>(
    `select exists (select from platform.demo_clock) or not exists (select from network.network) as is_demonstration`,
  );
  return rows[0]?.is_demonstration ?? false;
}

async function listTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and not table_schema = any ($1)`,
    [KEPT_SCHEMAS],
  );
  return rows.map((row) => row.name).filter((name) => !KEPT_TABLES.includes(name));
}
