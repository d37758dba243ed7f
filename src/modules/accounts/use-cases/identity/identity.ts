import { AsyncLocalStorage } from 'node:async_hooks';
import { passkey } from '@better-auth/passkey';
import type { PasskeyOptions } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { BetterAuthOptions } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import { newId } from '#platform/chance.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../rules/password.ts';
import { cairnPlugin } from './plugin.ts';

export interface IdentitySettings {
  readonly store: NonNullable<BetterAuthOptions['database']>;
  /** `https://…` without a final slash: its host is the passkeys' domain. */
  readonly baseUrl: string;
  /** At least 32 characters. Signs cookies, encrypts second-factor secrets. */
  readonly secret: string;
  /** Shown by authentication applications. */
  readonly appName: string;
  /** False forbids every session of this login, however it is asked for. */
  mayOpenSession(loginId: string): Promise<boolean>;
}

const MINUTE_S = 60;
const DAY_S = 24 * 60 * MINUTE_S;

/** Cookies are `__Host-`: secure, on one host, for the whole site, out of reach of scripts (ASVS 3.3.1, 3.3.3). */
export const COOKIE_PREFIX = '__Host-cairn';
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;
/** A session never lasts longer: it is not prolonged by use. */
export const SESSION_DAYS = 30;
export const LINK_MINUTES = 15;
export const RESET_MINUTES = 30;

/** Where better-auth puts the token that it mints, instead of sending it: the job sends, and retries, by itself. */
const minted = new AsyncLocalStorage<{ token: string | null }>();

function keepMinted(token: string): void {
  const holder = minted.getStore();
  if (holder) holder.token = token;
}

/** The token that `mint` made better-auth create, or null when it made none. */
export async function mintedBy(mint: () => Promise<unknown>): Promise<string | null> {
  const holder: { token: string | null } = { token: null };
  await minted.run(holder, mint);
  return holder.token;
}

/** What a passkey ceremony must show, and what it showed: a finger, a face or a code, or only that the key is there. */
interface Ceremony {
  readonly userVerification: 'required' | 'preferred';
  userVerified: boolean;
}

const ceremony = new AsyncLocalStorage<Ceremony>();

function keepUserVerified(userVerified: boolean): void {
  const holder = ceremony.getStore();
  if (!holder) return;
  holder.userVerified = userVerified;
  if (holder.userVerification === 'required' && !userVerified) throw new APIError('BAD_REQUEST');
}

/** Runs a ceremony and says whether the authenticator recognised its user. Professionals: required (ASVS 6.3.3). */
export async function withCeremony<Result>(
  userVerification: 'required' | 'preferred',
  run: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly userVerified: boolean }> {
  const holder: Ceremony = { userVerification, userVerified: false };
  const result = await ceremony.run(holder, run);
  return { result, userVerified: holder.userVerified };
}

function passkeyOptions({ appName, baseUrl }: IdentitySettings): PasskeyOptions {
  const { hostname, origin } = new URL(baseUrl);
  return {
    rpID: hostname,
    rpName: appName,
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    registration: {
      afterVerification: ({ verification }) =>
        keepUserVerified(verification.registrationInfo?.userVerified ?? false),
    },
    authentication: {
      afterVerification: ({ verification }) =>
        keepUserVerified(verification.authenticationInfo.userVerified),
    },
    advanced: { webAuthnChallengeCookie: 'passkey' },
  };
}

function authOptions(settings: IdentitySettings) {
  return {
    appName: settings.appName,
    baseURL: settings.baseUrl,
    secret: settings.secret,
    database: settings.store,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId<'Identity'>() },
    },
    session: { expiresIn: SESSION_DAYS * DAY_S, disableSessionRefresh: true, freshAge: 0 },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * MINUTE_S,
      sendResetPassword: async ({ token }: { token: string }) => keepMinted(token),
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: { userId: string }) => settings.mayOpenSession(session.userId),
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * MINUTE_S,
        storeToken: 'hashed',
        sendMagicLink: ({ token }) => keepMinted(token),
      }),
      twoFactor({ issuer: settings.appName, allowPasswordless: true }),
      passkey(passkeyOptions(settings)),
      cairnPlugin,
    ],
  } satisfies BetterAuthOptions;
}

function buildAuth(settings: IdentitySettings) {
  return betterAuth(authOptions(settings));
}

/** better-auth, called by our verbs; none of its HTTP routes is mounted. */
export type Identity = ReturnType<typeof buildAuth>;

/** Throws when the secret is too short to keep one. */
export function openIdentity(settings: IdentitySettings): Identity {
  if (settings.secret.length < 32)
    throw new Error('the secret of sign-in has fewer than 32 characters');
  return buildAuth(settings);
}
