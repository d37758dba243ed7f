import { randomBytes } from 'node:crypto';

import { inject } from 'vitest';

import { APP_ROLE } from '#platform/db/pool.ts';
import { OWNER_ROLE, databaseUrl, within } from '#platform/embedded-postgres/roles.ts';

import type { TestServer } from './database-server.ts';

export interface TestDatabase {
  /** Role that owns the tables. */
  readonly ownerUrl: string;
  /** Role of web and jobs. */
  readonly appUrl: string;
  /** Ends the connections still open. */
  readonly drop: () => Promise<void>;
}

/**
 * A database of one's own, migrated and with the reference data, cloned in about a tenth of a second: one per test
 * file, made in `beforeAll` and dropped in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await askServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await within(server.superuserUrl, async (client) => {
    // Copying files is three times faster than writing the copy to the log, where nothing is waited for on the disk.
    await client.query(
      `create database ${name} template ${server.template} owner ${OWNER_ROLE} strategy file_copy`,
    );
    // A clone does not take the rights on the database itself along.
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect, temporary on database ${name} to ${APP_ROLE}`);
  });
  return {
    ownerUrl: databaseUrl(server.ownerUrl, name),
    appUrl: databaseUrl(server.appUrl, name),
    drop: async () => {
      await within(server.superuserUrl, (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      );
    },
  };
}

async function askServer(): Promise<TestServer> {
  const answer = await fetch(inject('testServerDoor'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`no test database: ${text}`);
  return JSON.parse(text) as TestServer;
}
