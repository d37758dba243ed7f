import type { SetCookies, Visit } from './visit.ts';

/** Ends the session of this browser, on our side too, and takes its cookies back. Without a session it changes nothing. */
export async function signOut(visit: Visit): Promise<SetCookies> {
  const { headers } = await visit.accounts.identity.api.signOut({
    headers: visit.headers,
    returnHeaders: true,
  });
  return headers.getSetCookie();
}
