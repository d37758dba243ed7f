import type { FastifyRequest } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { openCoordination } from '../../use-cases/coordination-reach.ts';
import type { Coordinated } from '../../use-cases/coordination-reach.ts';

export const coordinators: Access = {
  kind: 'professional',
  roles: ['referent', 'coordinator', 'administrator'],
};

/** The network of the address, as far as the actor coordinates it; 404 for what is not theirs. */
export async function coordinatedOf(request: FastifyRequest): Promise<Coordinated> {
  const { reseau } = request.params as { reseau: string };
  const coordinated = await openCoordination(request.ctx, reseau);
  if (!coordinated) throw notFound();
  return coordinated;
}
