import { openPool } from '#platform/db/pool.ts';
import { readEdition, readReferenceRows } from './sources.ts';
import type { ReferenceRows } from './sources.ts';

/** One loader at a time, whatever the number of processes that start together. */
const LOAD_LOCK = 72_616_010;

interface SqlClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** `loaded` is false when the database already held this edition. */
export interface TerritoriesLoad {
  readonly loaded: boolean;
  /** The packages and their versions. */
  readonly edition: string;
}

/**
 * Brings `territories` to the edition of the official code that the packages carry, in one transaction, under the role
 * that owns the tables. Does nothing when that edition is there. Rows of places that are no more stay, not current.
 */
export async function loadTerritories(ownerUrl: string): Promise<TerritoriesLoad> {
  const edition = await readEdition();
  let failure: Error | null = null;
  const pool = openPool({
    url: ownerUrl,
    size: 1,
    as: 'owner',
    onError: (error) => (failure = error),
  });
  try {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const loaded = await loadOnce(client, edition);
      await client.query('commit');
      return { loaded, edition };
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw failure ?? error;
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

async function loadOnce(client: SqlClient, edition: string): Promise<boolean> {
  await client.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
  const { rows } = await client.query('select from territories.edition where sources = $1', [
    edition,
  ]);
  if (rows.length > 0) return false;
  const reference = await readReferenceRows();
  for (const table of KEPT_TABLES) await bringUpToDate(client, table, reference[table.rows]);
  for (const table of REPLACED_TABLES) await replace(client, table, reference[table.rows]);
  // Without figures on its new rows the planner reads whole tables, until autovacuum passes.
  await client.query(
    'analyze territories.commune, territories.commune_name, territories.commune_postal_code',
  );
  await client.query(
    `insert into territories.edition (sources) values ($1)
     on conflict (only_row) do update set sources = excluded.sources`,
    [edition],
  );
  return true;
}

interface Table {
  readonly name: string;
  readonly rows: keyof ReferenceRows;
  /** Column → its type, in the rows' words. */
  readonly columns: Readonly<Record<string, 'text' | 'integer' | 'double precision' | 'text[]'>>;
}

/** Other modules point to these: no row ever goes. In the order of their references. */
const KEPT_TABLES: readonly Table[] = [
  { name: 'region', rows: 'region', columns: { code: 'text', name: 'text' } },
  {
    name: 'departement',
    rows: 'departement',
    columns: { code: 'text', name: 'text', region_code: 'text' },
  },
  {
    name: 'arrondissement',
    rows: 'arrondissement',
    columns: { code: 'text', name: 'text', departement_code: 'text' },
  },
  {
    name: 'epci',
    rows: 'epci',
    columns: { code: 'text', name: 'text', kind: 'text', population: 'integer' },
  },
  {
    name: 'commune',
    rows: 'commune',
    columns: {
      code: 'text',
      name: 'text',
      departement_code: 'text',
      arrondissement_code: 'text',
      epci_code: 'text',
      postal_codes: 'text[]',
      population: 'integer',
      longitude: 'double precision',
      latitude: 'double precision',
    },
  },
];

/** Only this module reads these: written anew. */
const REPLACED_TABLES: readonly Table[] = [
  {
    name: 'former_commune',
    rows: 'formerCommune',
    columns: { code: 'text', kind: 'text', name: 'text', commune_code: 'text' },
  },
  {
    name: 'commune_name',
    rows: 'communeName',
    columns: { search_key: 'text', name: 'text', code: 'text', kind: 'text', commune_code: 'text' },
  },
  {
    name: 'commune_postal_code',
    rows: 'communePostalCode',
    columns: { postal_code: 'text', commune_code: 'text' },
  },
];

type Rows = readonly Readonly<Record<string, unknown>>[];

async function bringUpToDate(client: SqlClient, table: Table, rows: Rows): Promise<void> {
  const columns = Object.keys(table.columns);
  const changes = columns
    .filter((column) => column !== 'code')
    .map((column) => `${column} = excluded.${column}`);
  const codes = rows.map((row) => row['code']);
  await client.query(
    `update territories.${table.name} set is_current = false where code <> all ($1::text[])`,
    [codes],
  );
  await client.query(
    `${insertionOf(table)} on conflict (code) do update set ${changes.join(', ')}, is_current = true`,
    valuesOf(table, rows),
  );
}

async function replace(client: SqlClient, table: Table, rows: Rows): Promise<void> {
  await client.query(`delete from territories.${table.name}`);
  await client.query(insertionOf(table), valuesOf(table, rows));
}

/** One array by column: a single statement, whatever the number of rows. */
function insertionOf(table: Table): string {
  const columns = Object.entries(table.columns);
  const names = columns.map(([name]) => name);
  const arrays = columns.map(
    ([, type], index) => `$${index + 1}::${type === 'text[]' ? 'text' : type}[]`,
  );
  const picks = columns.map(([name, type]) =>
    type === 'text[]' ? `string_to_array(${name}, ',')` : name,
  );
  return `insert into territories.${table.name} (${names.join(', ')})
    select ${picks.join(', ')} from unnest(${arrays.join(', ')}) as given (${names.join(', ')})`;
}

function valuesOf(table: Table, rows: Rows): unknown[] {
  return Object.keys(table.columns).map((column) => rows.map((row) => row[column]));
}
