import type { FastifyRequest } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import { findNetworkBySlug } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';

/** The network whose site the address belongs to; 404 when there is none. */
export async function networkOf(request: FastifyRequest): Promise<Network> {
  const { reseau } = request.params as { reseau: string };
  const network = await findNetworkBySlug(request.ctx, reseau);
  if (!network) throw notFound();
  return network;
}
