import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import type { Actor } from '#platform/kernel/actor.ts';

/** What is served without a verb behind it: files. */
const FILES = /^\/assets\//;

/**
 * Every route says who may call it; one that does not say stops the start. A page asked for without a session leads to
 * the sign-in page; a session that may not gets 403; what is not yours inside a route you may call is the verb's 404.
 */
export function registerAccess(app: FastifyInstance, options: { demonstration: boolean }): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access && !FILES.test(route.url)) {
      throw new Error(
        `the route ${String(route.method)} ${route.url} does not say who may call it`,
      );
    }
  });
  app.addHook('preHandler', async (request, reply) => {
    const access = request.routeOptions.config.access;
    if (!access) return;
    await admit(access, request, { reply, demonstration: options.demonstration });
  });
}

interface Door {
  readonly reply: FastifyReply;
  readonly demonstration: boolean;
}

async function admit(access: Access, request: FastifyRequest, door: Door): Promise<void> {
  const { actor } = request.ctx;
  switch (access.kind) {
    case 'public':
    case 'token':
      return;
    case 'demonstration':
      if (!door.demonstration || !isLoopback(request.ip)) throw new PageError(404);
      return;
    case 'signed-in':
      if (actor.kind === 'visitor') await toSignIn(request, door.reply);
      return;
    case 'youth':
      if (actor.kind === 'visitor') await toSignIn(request, door.reply);
      else if (actor.kind !== 'youth') throw new PageError(403);
      return;
    case 'professional':
      await admitProfessional(access.roles, { actor, request, reply: door.reply });
  }
}

interface Caller {
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function admitProfessional(roles: readonly string[], caller: Caller): Promise<void> {
  const { actor, request, reply } = caller;
  if (actor.kind === 'visitor') return toSignIn(request, reply);
  if (actor.kind === 'unproven' && request.method === 'GET') {
    await reply.redirect('/connexion/code', 303);
    return;
  }
  if (actor.kind !== 'professional' || !roles.includes(actor.role)) throw new PageError(403);
}

async function toSignIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.method !== 'GET' || request.url.startsWith('/api/')) throw new PageError(401);
  await reply.redirect(`/connexion?suite=${encodeURIComponent(request.url)}`, 303);
}

export function isLoopback(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip);
}
