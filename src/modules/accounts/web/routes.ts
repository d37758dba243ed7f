import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../use-cases/accounts.ts';
import { registerApplicationRoutes } from './application/route.tsx';
import { registerCodeRoutes } from './code/route.tsx';
import { registerDemonstrationRoute } from './demonstration/route.ts';
import { registerInvitationRoutes } from './invitation/route.tsx';
import { registerLinkRoutes } from './link/route.tsx';
import { registerPasskeyRoutes } from './passkeys/route.ts';
import { registerPasswordRoutes } from './password/route.tsx';
import { registerRecoveryCodeRoutes } from './recovery-codes/route.tsx';
import { registerRoleRoutes } from './role/route.tsx';
import { registerSessionRoutes } from './sessions/route.tsx';
import { registerSignInRoutes } from './sign-in/route.tsx';
import { registerSignOutRoute } from './sign-out/route.ts';

/** Every page of the module; the one-click sign-in only on the demonstration. */
export function registerAccountRoutes(app: FastifyInstance, accounts: Accounts): void {
  registerSignInRoutes(app, accounts);
  registerLinkRoutes(app, accounts);
  registerCodeRoutes(app, accounts);
  registerApplicationRoutes(app, accounts);
  registerRecoveryCodeRoutes(app, accounts);
  registerRoleRoutes(app, accounts);
  registerInvitationRoutes(app, accounts);
  registerPasswordRoutes(app, accounts);
  registerPasskeyRoutes(app, accounts);
  registerSessionRoutes(app, accounts);
  registerSignOutRoute(app, accounts);
  registerDemonstrationRoute(app, accounts);
}
