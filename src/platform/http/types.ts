import type {} from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Ctx } from '../context.ts';
import type { ProfessionalRole } from '../kernel/actor.ts';

/**
 * Who may call a route at all; object-level checks come on top, in the verb. A route without one does not start.
 * `token` is a private link: the token in the path is the key. `signed-in` is anyone with a session, second factor done or not.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'token' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'youth' }
  | { readonly kind: 'professional'; readonly roles: readonly ProfessionalRole[] }
  /** Exists on the demonstration only, on loopback only. */
  | { readonly kind: 'demonstration' };

export const publicAccess: Access = { kind: 'public' };
export const tokenAccess: Access = { kind: 'token' };

/** A page as a module describes it; the layout around it is the app's. */
export interface PageDescription {
  /** Specific to the page; the layout adds the site's name. */
  readonly title: string;
  readonly content: ComponentChildren;
  readonly surface: 'public' | 'pro';
  /** The network whose site this is, by the first part of its address. */
  readonly networkSlug?: string;
  /** 200 unless said. */
  readonly status?: number;
  /** The form came back with errors: the title says so first (RGAA 8.5). */
  readonly hasErrors?: boolean;
  /** Scripts of `web/islands/` that the page enhances itself with: `territories/commune-search`. */
  readonly islands?: readonly string[];
  /** The entry of the navigation that is the current one. */
  readonly current?: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** A limit of its own, calls per minute and address; `write` is the stricter limit of forms that write or send. */
    limit?: 'read' | 'write' | 'sign-in' | 'none';
  }
  interface FastifyRequest {
    /** Who acts, the time, the database… for this request. */
    ctx: Ctx;
  }
  interface FastifyReply {
    /** Renders the page in the site's layout and sends it. */
    page(description: PageDescription): FastifyReply;
  }
}
