import { MovableClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import type { Ctx } from '#platform/context.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openPool } from '#platform/db/pool.ts';
import { createTestDatabase } from '#tests/database.ts';

/** The module on a real database that holds the reference data, as a visitor meets it. */
export interface TerritoriesKit {
  readonly ctx: Ctx;
  readonly ownerUrl: string;
  readonly appUrl: string;
  close(): Promise<void>;
}

const writesNothing = () => Promise.reject(new Error('territories enqueues and sends nothing'));

export async function openTerritoriesKit(): Promise<TerritoriesKit> {
  const database = await createTestDatabase();
  const pool = openPool({ url: database.appUrl, size: 4, as: 'app', onError: () => undefined });
  const services = {
    db: openDatabase(pool),
    clock: new MovableClock(),
    jobs: { enqueue: writesNothing, enqueueMany: writesNothing },
    mail: { send: writesNothing },
    sms: null,
    baseUrl: 'http://localhost:3000',
  };
  return {
    ctx: contextFor(services, { kind: 'visitor' }),
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}
