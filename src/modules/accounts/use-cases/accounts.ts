import { systemClock } from '#platform/clock.ts';
import type { Services } from '#platform/context.ts';
import { findLoginById } from '../data/logins.ts';
import { identityStore } from '../data/identity-store.ts';
import type { MembershipDirectory } from '../rules/membership.ts';
import { openIdentity } from './identity/identity.ts';
import type { Identity } from './identity/identity.ts';

export interface AccountsParts {
  readonly services: Services;
  /** The pool of the application's role: better-auth works on it beside our own transactions. */
  readonly pool: Parameters<typeof identityStore>[0];
  /** At least 32 characters; from the settings, never defaulted in production. */
  readonly authSecret: string;
  /** `https://…` without a final slash; its host is the domain of the passkeys. */
  readonly baseUrl: string;
  /** Sender of sign-in messages: `Cairn <ne-pas-repondre@…>`. */
  readonly mailFrom: string;
  readonly directory: MembershipDirectory;
  /** Only then does the one-click sign-in exist. */
  readonly demonstration: boolean;
}

/** The module, put together once by the app. */
export interface Accounts {
  readonly services: Services;
  readonly identity: Identity;
  readonly directory: MembershipDirectory;
  readonly mailFrom: string;
  readonly demonstration: boolean;
}

const APP_NAME = 'Cairn';

export function createAccounts(parts: AccountsParts): Accounts {
  const { services, directory, mailFrom, demonstration } = parts;
  const identity = openIdentity({
    store: identityStore(parts.pool),
    baseUrl: parts.baseUrl,
    secret: parts.authSecret,
    appName: APP_NAME,
    // One place refuses them all: a closed account opens no session, by whatever way.
    mayOpenSession: async (loginId) => {
      const login = await services.db.inInstallation((tx) => findLoginById(tx, loginId));
      return login !== null && !login.closed;
    },
  });
  return { services, identity, directory, mailFrom, demonstration };
}

/** Sign-in follows the system's clock, whatever the demonstration's says (design §8). */
export function signInNow(): Temporal.Instant {
  return systemClock.now();
}
