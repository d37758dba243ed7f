import type { BetterAuthOptions } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { credential, login, passkey, secondFactor, session, verification } from './schema.ts';

/** better-auth's tables under our names, on the pool of the application's role. */
export function identityStore(pool: pg.Pool): NonNullable<BetterAuthOptions['database']> {
  return drizzleAdapter(drizzle(pool), {
    provider: 'pg',
    transaction: true,
    schema: {
      user: login,
      session,
      account: credential,
      verification,
      twoFactor: secondFactor,
      passkey,
    },
  });
}
