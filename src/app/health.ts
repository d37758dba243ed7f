import type { FastifyInstance } from 'fastify';

/** `/sante`: the process answers. `/sante/pret`: it can serve, the database answers too (503 otherwise). */
export function registerHealth(app: FastifyInstance, ping: () => Promise<void>): void {
  const config = { access: { kind: 'public' }, limit: 'none' } as const;
  app.get('/sante', { config }, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ vivant: true }),
  );
  app.get('/sante/pret', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await ping();
      return await reply.send({ pret: true });
    } catch {
      return reply.status(503).send({ pret: false });
    }
  });
}
