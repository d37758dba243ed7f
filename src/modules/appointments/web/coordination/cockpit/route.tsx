import type { FastifyReply, FastifyRequest } from 'fastify';
import { readCockpit } from '../../../use-cases/read-cockpit.ts';
import { coordinatedOf } from '../opened.ts';
import { CockpitPage } from './page.tsx';

/** GET: what the coordination has to look at. */
export async function showCockpit(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const coordinated = await coordinatedOf(request);
  const cockpit = await readCockpit(request.ctx, coordinated);
  return reply.page({
    title: 'Coordination',
    surface: 'pro',
    networkSlug: coordinated.network.slug,
    current: 'cockpit',
    content: <CockpitPage cockpit={cockpit} />,
  });
}
