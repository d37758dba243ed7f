import type { FastifyInstance } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { readStructures } from '../../use-cases/read-structures.ts';
import { networkPaths } from '../paths.ts';
import { StructuresPage } from './page.tsx';

const access: Access = {
  kind: 'professional',
  roles: ['referent', 'coordinator', 'administrator'],
};

export function registerStructuresRoute(app: FastifyInstance): void {
  app.get<{ Params: { reseau: string } }>(
    networkPaths.structures(':reseau'),
    { config: { access } },
    async (request, reply) => {
      const reading = await readStructures(request.ctx, request.params.reseau);
      // The same answer for what is not there and what is not yours: nobody learns what exists.
      if (!reading.ok) throw notFound();
      return reply.page({
        title: `Structures – ${reading.value.network.name}`,
        surface: 'pro',
        current: 'structures',
        content: <StructuresPage {...reading.value} />,
      });
    },
  );
}
