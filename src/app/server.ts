import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import serveFiles from '@fastify/static';
import underPressure from '@fastify/under-pressure';
import fastify, { LogController } from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { join } from 'node:path';
import { newIncidentNumber } from '#platform/chance.ts';
import { contextFor } from '#platform/context.ts';
import type { Services } from '#platform/context.ts';
import { errorForLog } from '#platform/error-for-log.ts';
import type { Actor } from '#platform/kernel/actor.ts';
import type { PageDescription } from '#platform/http/types.ts';
import { renderPage } from '#ui/page.tsx';
import { registerAccess } from './access.ts';
import type { Assets } from './assets.ts';
import type { Config } from './config.ts';
import { registerErrorPages } from './error-pages.tsx';
import { registerHealth } from './health.ts';
import { layout } from './layout.tsx';
import type { NetworkDirectory } from './network-directory.ts';
import type { NetworkView } from './ports.ts';
import { registerSecurity } from './security.ts';

export interface ServerParts {
  readonly config: Config;
  readonly services: Services;
  readonly assets: Assets;
  readonly networks: NetworkDirectory;
  /** Who sends this request: reads the session's cookie. */
  identify(request: FastifyRequest): Promise<Actor>;
  /** The modules' routes. */
  registerRoutes(app: FastifyInstance): void | Promise<void>;
  /** On the demonstration, takes up the moved clock; elsewhere nothing. */
  refreshClock(): Promise<void>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
}

/** The web server with every route, ready to `listen` or to `inject`. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, services, assets } = parts;
  const app = fastify({
    logger: loggerOptions(config),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: 256 * 1024,
    genReqId: newIncidentNumber,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  app.decorateRequest('ctx');
  app.decorateReply('page', function page(description: PageDescription) {
    const network = networkOf(parts.networks, this.request, description);
    const tree = layout({
      request: this.request,
      description,
      network,
      assets,
      demonstration: config.mode === 'demonstration',
    });
    return this.status(description.status ?? this.statusCode)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(renderPage(tree));
  });
  app.addHook('onRequest', async (request) => {
    // Set first, so that an error page of an earlier step has something to render with.
    request.ctx = contextFor(services, { kind: 'visitor' });
    if (isFile(request)) return;
    await parts.refreshClock();
    await parts.networks.refresh();
  });
  await registerSecurity(app, config);
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: 5_000_000, files: 1, fields: 50 } });
  if (config.mode === 'production') await app.register(underPressure, { maxEventLoopDelay: 1000 });
  registerAccess(app, { demonstration: config.mode === 'demonstration' });
  app.addHook('preParsing', async (request) => {
    if (!isFile(request)) request.ctx = contextFor(services, await parts.identify(request));
  });
  logRequests(app);
  registerErrorPages(app);
  await registerAssets(app, parts);
  registerHealth(app, parts.ping);
  await parts.registerRoutes(app);
  return app;
}

/** The network that the page names; else, for a professional, the one where they act. */
function networkOf(
  networks: NetworkDirectory,
  request: FastifyRequest,
  description: PageDescription,
): NetworkView | null {
  if (description.networkSlug) return networks.bySlug(description.networkSlug);
  const { actor } = request.ctx;
  if (description.surface !== 'pro' || actor.kind !== 'professional') return null;
  return actor.scope.kind === 'installation' ? null : networks.byId(actor.scope.networkId);
}

/** A file asks nothing of the database. */
function isFile(request: FastifyRequest): boolean {
  return request.url.startsWith('/assets/') && !request.url.startsWith('/assets/networks/');
}

function loggerOptions(config: Config) {
  if (config.logLevel === 'silent') return false;
  return {
    level: config.logLevel,
    base: null,
    redact: ['req', 'res', 'hostname'],
    serializers: { err: errorForLog },
  };
}

/** One line an answer: the route's pattern, never the address itself, which may hold a token or a name. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.limit === 'none') return;
    request.log.info(
      {
        request: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: request.ctx.actor.kind,
      },
      'answer',
    );
  });
}

async function registerAssets(
  app: FastifyInstance,
  { assets, networks }: ServerParts,
): Promise<void> {
  app.get(
    '/assets/networks/:file',
    { config: { access: { kind: 'public' }, limit: 'none' } },
    (request, reply) => {
      const { file } = request.params as { file: string };
      const sheet = networks.stylesheet(file.replace(/\.css$/, ''));
      if (sheet === null) return reply.callNotFound();
      return reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(sheet);
    },
  );
  if (!assets.folder) return;
  await app.register(serveFiles, {
    root: join(process.cwd(), assets.folder),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    globIgnore: ['**/.*'],
  });
}
