import type { FastifyInstance } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { mayCoordinate } from '../../rules/authority.ts';
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
      const query = valuesOf(request.query);
      const reading = await readStructures(request.ctx, {
        slug: request.params.reseau,
        list: oneValue(query, 'liste') === 'terminees' ? 'ended' : 'current',
        page: wholeOf(oneValue(query, 'page')) ?? 1,
      });
      // The same answer for what is not there and what is not yours: nobody learns what exists.
      if (!reading.ok) throw notFound();
      const { network } = reading.value;
      return reply.page({
        title: `Structures – ${network.name}`,
        surface: 'pro',
        networkSlug: network.slug,
        current: 'structures',
        content: (
          <StructuresPage
            {...reading.value}
            imported={wholeOf(oneValue(query, 'importe'))}
            rights={mayCoordinate(request.ctx.actor, network.id) ? 'write' : 'read'}
          />
        ),
      });
    },
  );
}

/** A small whole number of an address; null for anything else. */
function wholeOf(text: string): number | null {
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}
