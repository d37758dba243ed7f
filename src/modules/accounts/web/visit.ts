import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '../use-cases/accounts.ts';
import { signInHeaders } from '../use-cases/visit.ts';
import type { SetCookies, Visit } from '../use-cases/visit.ts';

export function visitOf(accounts: Accounts, request: FastifyRequest): Visit {
  return { accounts, ctx: request.ctx, headers: signInHeaders(request.headers) };
}

/** Passes better-auth's cookies on, then sends the browser elsewhere. */
export function redirectWith(
  reply: FastifyReply,
  { cookies, to }: { cookies: SetCookies; to: string },
): FastifyReply {
  return reply.header('set-cookie', [...cookies]).redirect(to, 303);
}
