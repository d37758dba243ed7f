import type { TestProject } from 'vitest/node';

import { openTestServerDoor } from './database-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `createTestDatabase` asks for the run's PostgreSQL server. */
    testServerDoor: string;
  }
}

/** Once per run and project; the PostgreSQL server itself starts when a first test asks for a database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const door = await openTestServerDoor();
  project.provide('testServerDoor', door.url);
  return () => door.close();
}
