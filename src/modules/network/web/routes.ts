import type { FastifyInstance } from 'fastify';
import { registerAttestationRoutes } from './attestation/route.tsx';
import { registerImportRoutes } from './import/route.tsx';
import { registerMemberRoutes } from './members/end-route.tsx';
import { registerNewMemberRoutes } from './members/new-route.tsx';
import { registerNewPlaceRoutes } from './new-place/route.tsx';
import { registerNewStructureRoutes } from './new-structure/route.tsx';
import { registerSettingsRoutes } from './settings/route.tsx';
import { registerStructureRoutes } from './structure/route.tsx';
import { registerStructuresRoute } from './structures/route.tsx';

/** The coordinator's pages of structures, and a manager's own. */
export function registerNetworkRoutes(app: FastifyInstance): void {
  registerStructuresRoute(app);
  registerImportRoutes(app);
  registerSettingsRoutes(app);
  registerNewStructureRoutes(app);
  registerNewPlaceRoutes(app);
  registerAttestationRoutes(app);
  registerNewMemberRoutes(app);
  registerMemberRoutes(app);
  registerStructureRoutes(app);
}
