import type { FastifyInstance } from 'fastify';
import { publicAccess } from '#platform/http/types.ts';
import { answerCommuneSearch } from './api.ts';
import { territoryPaths } from './paths.ts';

export function registerTerritoryRoutes(app: FastifyInstance): void {
  app.get(
    territoryPaths.communes,
    { config: { access: publicAccess, limit: 'read' } },
    answerCommuneSearch,
  );
}
