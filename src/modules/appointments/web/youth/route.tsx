import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound, PageError } from '#platform/http/page-error.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { parseId } from '#platform/kernel/id.ts';
import { claimOwnFiles, openOwnAppointment, readOwnSpace } from '../../use-cases/read-own-space.ts';
import { privatePaths } from '../paths.ts';
import { OwnSpacePage } from './page.tsx';

/** The young person's own space, for those who sign in. */
export function registerYouthRoutes(app: FastifyInstance): void {
  const config = { access: { kind: 'youth' } } as const;
  app.get('/mon-espace', { config }, showOwnSpace);
  app.post('/mon-espace/retrouver', { config }, findOwn);
  app.post('/mon-espace/rendez-vous/:id', { config }, openOwn);
}

function personOf(request: FastifyRequest): PersonId {
  const { actor } = request.ctx;
  if (actor.kind !== 'youth') throw new PageError(403);
  return actor.personId;
}

async function showOwnSpace(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const own = await readOwnSpace(request.ctx, personOf(request));
  const asked = oneValue(valuesOf(request.query), 'trouves');
  return reply.page({
    title: 'Mon espace',
    surface: 'public',
    content: <OwnSpacePage own={own} found={/^\d{1,3}$/.test(asked) ? Number(asked) : null} />,
  });
}

async function findOwn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const found = await claimOwnFiles(request.ctx, personOf(request));
  return reply.redirect(`/mon-espace?trouves=${found}`, 303);
}

/** Mints a link, which is a write: hence a post. */
async function openOwn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const id = parseId<'Appointment'>((request.params as { id: string }).id);
  const token =
    id &&
    (await openOwnAppointment(request.ctx, { personId: personOf(request), appointmentId: id }));
  if (!token) throw notFound();
  return reply.redirect(privatePaths.page(token), 303);
}
