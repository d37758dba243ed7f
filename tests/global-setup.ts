import type { TestProject } from 'vitest/node';

import { openTestServerDoor } from './database-server.ts';
import type { TestServerDoor } from './database-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `createTestDatabase` asks for the run's PostgreSQL server. */
    testServerDoor: string;
  }
}

/** One door for the projects of a run: each loads this file anew, in the same process. */
const shared = globalThis as typeof globalThis & {
  cairnTestServer?: { readonly door: Promise<TestServerDoor>; users: number };
};

/** Once per project; the PostgreSQL server itself starts when a first test asks for a database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = (shared.cairnTestServer ??= { door: openTestServerDoor(), users: 0 });
  server.users += 1;
  const door = await server.door;
  project.provide('testServerDoor', door.url);
  return async () => {
    server.users -= 1;
    if (server.users > 0) return;
    delete shared.cairnTestServer;
    await door.close();
  };
}
