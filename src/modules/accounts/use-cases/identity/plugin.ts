import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const openSessionBody = z.object({ loginId: z.string(), remember: z.boolean() });

/**
 * Opens a session for a login that our own verbs have recognised (password, demonstration, renewal after the second
 * factor). Server only: better-auth's own sign-in endpoints would decide the second factor in our place.
 */
export const cairnPlugin = {
  id: 'cairn',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: openSessionBody, requireHeaders: true },
      async (ctx) => {
        const { loginId, remember } = ctx.body;
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(loginId);
        if (!user) return ctx.json({ sessionId: null });
        const session = await internalAdapter.createSession(loginId, !remember);
        if (!session) return ctx.json({ sessionId: null });
        await setSessionCookie(ctx, { session, user }, !remember);
        return ctx.json({ sessionId: session.id });
      },
    ),
  },
} satisfies BetterAuthPlugin;
