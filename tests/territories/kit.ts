import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { MovableClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import type { Ctx } from '#platform/context.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openPool } from '#platform/db/pool.ts';
import { PageError } from '#platform/http/page-error.ts';
import { registerTerritoryRoutes } from '#modules/territories/web/routes.ts';
import { createTestDatabase } from '#tests/database.ts';

/** The module on a real database that holds the reference data, as a visitor meets it. */
export interface TerritoriesKit {
  readonly ctx: Ctx;
  /** The module's routes behind a bare server: what the app adds around them is left out. */
  readonly app: FastifyInstance;
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
  const ctx = contextFor(services, { kind: 'visitor' });
  const app = bareServer(ctx);
  return {
    ctx,
    app,
    close: async () => {
      await app.close();
      await pool.end();
      await database.drop();
    },
  };
}

function bareServer(ctx: Ctx): FastifyInstance {
  const app = fastify();
  app.decorateRequest('ctx');
  app.addHook('onRequest', async (request) => {
    request.ctx = ctx;
  });
  app.setErrorHandler((error, _request, reply) =>
    reply.status(error instanceof PageError ? error.status : 500).send({ error: String(error) }),
  );
  registerTerritoryRoutes(app);
  return app;
}
