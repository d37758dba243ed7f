import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#platform/embedded-postgres/embedded-postgres.ts';
import { databaseUrl, within } from '#platform/embedded-postgres/roles.ts';

/** What a test file needs to make a database of its own. */
export interface TestServer {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Migrated and filled with the reference data; nobody may connect to it, anyone may clone it. */
  readonly template: string;
}

export interface TestServerDoor {
  /** Answers a `TestServer` as JSON; the first question starts the server, so rule tests never pay for it. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const TEMPLATE = 'cairn_template';

/** Nothing survives a test run: what makes writes durable is turned off. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
};

export async function openTestServerDoor(): Promise<TestServerDoor> {
  let started: Promise<TestServer> | undefined;
  const dataDir = path.join(tmpdir(), `${directoryPrefix()}${process.pid}`);
  const door = createServer((_request, response) => {
    started ??= startTestServer(dataDir);
    started.then(
      (server) => response.end(JSON.stringify(server)),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
      },
    );
  });
  return {
    url: await listen(door),
    close: async () => {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      if (!started) return;
      await started.catch(() => undefined);
      await removeEmbeddedPostgres(dataDir);
    },
  };
}

async function startTestServer(dataDir: string): Promise<TestServer> {
  await removeLeftOvers();
  const server = await startEmbeddedPostgres({
    dataDir,
    database: TEMPLATE,
    parameters: THROWAWAY,
  });
  const { migrate } = await import('#platform/db/migrate.ts');
  await migrate(server.ownerUrl);
  const { loadReferenceData } = await import('#app/reference-data.ts');
  await loadReferenceData(server.ownerUrl);
  await within(server.ownerUrl, (owner) => owner.query('analyze'));
  await within(server.superuserUrl, (client) =>
    client.query(`alter database ${TEMPLATE} with allow_connections false is_template true`),
  );
  return {
    superuserUrl: server.superuserUrl,
    ownerUrl: databaseUrl(server.ownerUrl, ''),
    appUrl: databaseUrl(server.appUrl, ''),
    template: TEMPLATE,
  };
}

/** Servers of test runs that were killed; those of runs under way are left alone. */
async function removeLeftOvers(): Promise<void> {
  const prefix = directoryPrefix();
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (!isAlive(Number(name.slice(prefix.length)))) {
      await removeEmbeddedPostgres(path.join(tmpdir(), name));
    }
  }
}

function directoryPrefix(): string {
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
  return `cairn-test-${checkout}-`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(`http://127.0.0.1:${address.port}/`);
    });
  });
}
