import type pg from 'pg';
import type { Database } from '#platform/db/database.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openPool } from '#platform/db/pool.ts';

export interface CountedDatabase {
  readonly db: Database;
  /** The statements sent while `work` runs; what only opens and closes transactions is left out. */
  statementsOf(work: () => Promise<unknown>): Promise<readonly string[]>;
  close(): Promise<void>;
}

const AROUND = /^\s*(begin|commit|rollback|savepoint|release|start transaction)\b/i;

/** A database whose statements are written down as they leave. */
export function openCountedDatabase(url: string): CountedDatabase {
  const seen: string[] = [];
  const pool = openPool({ url, size: 2, as: 'app', onError: () => undefined });
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...sent: unknown[]) => unknown;
    client.query = ((...sent: unknown[]) => {
      const text = textOf(sent[0]);
      if (!AROUND.test(text)) seen.push(text);
      return send(...sent);
    }) as pg.PoolClient['query'];
  });
  return {
    db: openDatabase(pool),
    async statementsOf(work) {
      seen.length = 0;
      await work();
      return [...seen];
    },
    close: () => pool.end(),
  };
}

function textOf(sent: unknown): string {
  if (typeof sent === 'string') return sent;
  return typeof sent === 'object' && sent !== null && 'text' in sent ? String(sent.text) : '';
}
