import type { FastifyRequest } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { mayCoordinate } from '../rules/authority.ts';
import type { Network } from '../rules/network.ts';
import { findNetworkBySlug } from '../use-cases/read-networks.ts';

/** Pages of those who coordinate a network. */
export const coordinationAccess: Access = {
  kind: 'professional',
  roles: ['coordinator', 'administrator'],
};

/** The network of the address, for whoever coordinates it; the same 404 for one that is not there and one that is not theirs. */
export async function coordinatedNetwork(request: FastifyRequest): Promise<Network> {
  const { reseau } = request.params as { readonly reseau: string };
  const network = await findNetworkBySlug(request.ctx, reseau);
  if (!network || !mayCoordinate(request.ctx.actor, network.id)) throw notFound();
  return network;
}
