import type { FastifyInstance } from 'fastify';
import { publicAccess } from '#platform/http/types.ts';
import type { Accounts } from '../../use-cases/accounts.ts';
import { signOut } from '../../use-cases/sign-out.ts';
import { accountPaths } from '../paths.ts';
import { redirectWith, visitOf } from '../visit.ts';

export function registerSignOutRoute(app: FastifyInstance, accounts: Accounts): void {
  app.post(
    accountPaths.signOut,
    { config: { access: publicAccess, limit: 'write' } },
    async (request, reply) => {
      const cookies = await signOut(visitOf(accounts, request));
      return redirectWith(reply, { cookies, to: '/' });
    },
  );
}
