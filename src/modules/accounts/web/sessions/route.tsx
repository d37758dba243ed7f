import type { FastifyInstance } from 'fastify';
import { notFound, PageError } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { parseId } from '#platform/kernel/id.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { closeAccount } from '../../use-cases/close-account.ts';
import { endSession } from '../../use-cases/end-session.ts';
import { readSecurity } from '../../use-cases/read-security.ts';
import { signOut } from '../../use-cases/sign-out.ts';
import { accountPaths } from '../paths.ts';
import { redirectWith, visitOf } from '../visit.ts';
import { ClosePage, SessionsPage } from './page.tsx';
import { sessionTexts } from './texts.ts';

const signedIn: Access = { kind: 'signed-in' };

export function registerSessionRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.get(accountPaths.sessions, { config: { access: signedIn } }, async (request, reply) => {
    const security = await readSecurity(visitOf(accounts, request));
    if (!security) return reply.redirect(accountPaths.signIn, 303);
    return reply.page({
      title: sessionTexts.title,
      surface: request.ctx.actor.kind === 'youth' ? 'public' : 'pro',
      islands: ['accounts/passkey'],
      content: <SessionsPage security={security} />,
    });
  });
  app.post<{ Params: { sessionId: string } }>(
    accountPaths.endSession(':sessionId'),
    { config: { access: signedIn, limit: 'write' } },
    async (request, reply) => {
      const sessionId = parseId<'Session'>(request.params.sessionId);
      if (!sessionId) throw notFound();
      const decision = await endSession(visitOf(accounts, request), { kind: 'one', sessionId });
      if (!decision.ok && decision.refusal === 'not-found') throw notFound();
      return reply.redirect(accountPaths.sessions, 303);
    },
  );
  app.post(
    accountPaths.endOtherSessions,
    { config: { access: signedIn, limit: 'write' } },
    async (request, reply) => {
      await endSession(visitOf(accounts, request), { kind: 'others' });
      return reply.redirect(accountPaths.sessions, 303);
    },
  );
  registerClose(app, accounts);
}

function registerClose(app: FastifyInstance, accounts: Accounts): void {
  app.get(accountPaths.close, { config: { access: signedIn } }, (_request, reply) =>
    reply.page({ title: sessionTexts.close, surface: 'public', content: <ClosePage /> }),
  );
  app.post(
    accountPaths.close,
    { config: { access: signedIn, limit: 'write' } },
    async (request, reply) => {
      const visit = visitOf(accounts, request);
      const decision = await closeAccount(visit);
      if (!decision.ok && decision.refusal === 'has-roles')
        throw new PageError(409, sessionTexts.hasRoles);
      return redirectWith(reply, { cookies: await signOut(visit), to: '/' });
    },
  );
}
