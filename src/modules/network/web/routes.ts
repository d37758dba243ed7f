import type { FastifyInstance } from 'fastify';
import { registerImportRoutes } from './import/route.tsx';
import { registerSettingsRoutes } from './settings/route.tsx';
import { registerStructureRoutes } from './structure/route.tsx';
import { registerStructuresRoute } from './structures/route.tsx';

/** The coordinator's pages of structures, and a manager's own. */
export function registerNetworkRoutes(app: FastifyInstance): void {
  registerStructuresRoute(app);
  registerImportRoutes(app);
  registerSettingsRoutes(app);
  registerStructureRoutes(app);
}
