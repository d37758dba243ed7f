import type { Ctx } from '#platform/context.ts';
import { findStanding, saveActing } from '../data/sessions.ts';
import type { Acting, SessionStanding } from '../data/sessions.ts';
import { SESSION_COOKIE } from './identity/identity.ts';
import type { Accounts } from './accounts.ts';

/** One request to the module: who answers, in what context, with what cookies. */
export interface Visit {
  readonly accounts: Accounts;
  readonly ctx: Ctx;
  readonly headers: Headers;
}

/** A live session, better-auth's side and ours. */
export interface SignedIn extends SessionStanding {
  readonly sessionId: string;
  readonly token: string;
  readonly loginId: string;
  readonly email: string;
}

/** Values of `Set-Cookie`, to be passed on as they are. */
export type SetCookies = readonly string[];

/** The headers of a request that matter here; Fastify's `request.headers` fits. */
export interface RequestHeaders {
  readonly cookie?: string | undefined;
  readonly 'user-agent'?: string | undefined;
}

/** Of a request, only what sign-in reads: cookies and the browser's name for the list of sessions. */
export function signInHeaders(headers: RequestHeaders): Headers {
  const kept = new Headers();
  if (headers.cookie) kept.set('cookie', headers.cookie);
  const agent = headers['user-agent'];
  if (agent) kept.set('user-agent', agent.slice(0, 400));
  return kept;
}

/** The session that a request carries; null when it carries none, an expired one, or that of a closed account. */
export async function findSignedIn(accounts: Accounts, headers: Headers): Promise<SignedIn | null> {
  if (!headers.get('cookie')?.includes(SESSION_COOKIE)) return null;
  const found = await accounts.identity.api.getSession({
    headers,
    query: { disableRefresh: true },
  });
  if (!found) return null;
  const sessionId = found.session.id;
  const loginId = found.user.id;
  const standing = await accounts.services.db.inInstallation((tx) =>
    findStanding(tx, { sessionId, loginId }),
  );
  if (!standing) return null;
  return { ...standing, sessionId, loginId, token: found.session.token, email: found.user.email };
}

export interface Opening {
  readonly loginId: string;
  readonly acting: Acting;
}

export interface Opened {
  readonly sessionId: string;
  readonly cookies: SetCookies;
}

/** A new session with a new token, and what it acts as; null for a login that is unknown or closed. */
export async function openSession(
  visit: Visit,
  { loginId, acting }: Opening,
): Promise<Opened | null> {
  const { headers, response } = await visit.accounts.identity.api.openSession({
    body: { loginId, remember: acting.remembered },
    headers: visit.headers,
    returnHeaders: true,
  });
  const { sessionId } = response;
  if (!sessionId) return null;
  await visit.ctx.db.inInstallation((tx) => saveActing(tx, sessionId, acting));
  return { sessionId, cookies: headers.getSetCookie() };
}
