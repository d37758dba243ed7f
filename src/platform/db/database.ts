import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { NetworkId } from '../kernel/actor.ts';
import { isTransient } from './errors.ts';

/** What reads and writes inside one transaction. */
export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

export interface Database {
  /** One transaction that sees, of young people's data, the rows of this network only (row-level security). */
  inNetwork<Result>(networkId: NetworkId, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** One transaction on what belongs to the installation: it sees no row of young people's data. */
  inInstallation<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

const TRIES = 4;

export function openDatabase(pool: pg.Pool): Database {
  const db = drizzle(pool);

  async function run<Result>(
    networkId: NetworkId | null,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction(async (tx) => {
          if (networkId) {
            await tx.execute(sql`select set_config('cairn.network_id', ${networkId}, true)`);
          }
          return work(tx);
        });
      } catch (error) {
        // Two transactions that waited for each other: the one that lost starts again, nothing of it was kept.
        if (attempt >= TRIES || !isTransient(error)) throw error;
      }
    }
  }

  return {
    inNetwork: (networkId, work) => run(networkId, work),
    inInstallation: (work) => run(null, work),
  };
}
