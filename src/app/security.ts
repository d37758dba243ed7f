import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PageError } from '#platform/http/page-error.ts';
import type { Config } from './config.ts';

/** Headers, cookies, limits and the refusal of requests that another site sends (ASVS 3.4, 3.5, 2.4.1). */
export async function registerSecurity(app: FastifyInstance, config: Config): Promise<void> {
  const secure = config.baseUrl.startsWith('https://');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    );
  });
  await app.register(cookie);
  app.addHook('onRequest', async (request) => refuseForeignWrites(request, config.baseUrl));
  await registerLimits(app, config);
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A write comes from a page of ours: the browser says so in Sec-Fetch-Site or Origin, and a page cannot forge them.
 * An old browser that sends neither names our page in Referer. With none of the three the write is refused.
 */
function refuseForeignWrites(request: FastifyRequest, baseUrl: string): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin ?? originOf(request.headers.referer);
  const ours = new URL(baseUrl).origin;
  const sameHost = origin !== null && (origin === ours || hostOf(origin) === request.headers.host);
  const trusted =
    site === undefined ? sameHost : site === 'same-origin' && (origin === null || sameHost);
  if (!trusted) {
    throw new PageError(
      403,
      'Ce formulaire ne venait pas de notre site. Ouvre la page à nouveau depuis notre site, puis recommence.',
    );
  }
}

function originOf(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).origin : null;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Files are served from memory or disk: a class or a library behind one address may take as many as it needs. */
function kindOf(methods: readonly string[], url: string): 'none' | 'read' | 'write' {
  if (url.startsWith('/assets/')) return 'none';
  return methods.every((method) => SAFE.has(method)) ? 'read' : 'write';
}

async function registerLimits(app: FastifyInstance, config: Config): Promise<void> {
  const { read, write, signIn } = config.limits;
  const limits = { read, write, 'sign-in': signIn } as const;
  // Every route is given its own count of its own kind; `hook` waits for the route's settings.
  app.addHook('onRoute', (route) => {
    const kind = route.config?.limit ?? kindOf([route.method].flat(), route.url);
    const rateLimit =
      kind === 'none' ? false : { max: limits[kind], timeWindow: 60_000, groupId: kind };
    route.config = Object.assign(route.config ?? {}, { rateLimit });
  });
  await app.register(rateLimit, {
    global: true,
    max: read,
    timeWindow: 60_000,
    keyGenerator: (request) => request.ip,
    errorResponseBuilder: (_request, context) => {
      const error = new PageError(429, `Réessaie dans ${context.after}.`);
      return Object.assign(error, { statusCode: 429 });
    },
  });
}
