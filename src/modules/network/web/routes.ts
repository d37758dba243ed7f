import type { FastifyInstance } from 'fastify';
import { registerStructureRoutes } from './structure/route.tsx';
import { registerStructuresRoute } from './structures/route.tsx';

/** The coordinator's pages of structures, and a manager's own. */
export function registerNetworkRoutes(app: FastifyInstance): void {
  registerStructuresRoute(app);
  registerStructureRoutes(app);
}
