import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../use-cases/accounts.ts';
import { registerDemonstrationRoute } from './demonstration/route.ts';
import { registerSignOutRoute } from './sign-out/route.ts';

/** Every page of the module; the one-click sign-in only on the demonstration. */
export function registerAccountRoutes(app: FastifyInstance, accounts: Accounts): void {
  registerSignOutRoute(app, accounts);
  registerDemonstrationRoute(app, accounts);
}
