import { inspect } from 'node:util';
import fastifyForm from '@fastify/formbody';
import fastifyMultipart from '@fastify/multipart';
import fastify from 'fastify';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { PageError } from '#platform/http/page-error.ts';
import type { Actor } from '#platform/kernel/actor.ts';
import { registerNetworkRoutes } from '#modules/network/web/routes.ts';
import type { House } from './house.ts';

export interface Pages {
  readonly app: FastifyInstance;
  /** Who sends the requests that follow. */
  actAs(actor: Actor): void;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, fields: Fields): Promise<LightMyRequestResponse>;
  /** Posted as a form with a file is. */
  upload(
    url: string,
    fields: Readonly<Record<string, string | Blob>>,
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The module's pages, bare: what the page itself draws, without the site's frame. */
export async function openPages(house: House, first: Actor): Promise<Pages> {
  let actor = first;
  const app = fastify();
  await app.register(fastifyForm);
  await app.register(fastifyMultipart, { limits: { fileSize: 5_000_000 } });
  app.decorateRequest('ctx');
  app.decorateReply('page', function page({ status, title, content }) {
    return this.status(status ?? 200)
      .type('text/html; charset=utf-8')
      .send(`<title>${title}</title>${renderToString(<>{content}</>)}`);
  });
  app.addHook('onRequest', async (request) => {
    request.ctx = house.as(actor);
  });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof PageError) return reply.status(error.status).send(error.message);
    process.stderr.write(`${inspect(error)}\n`);
    return reply.status(500).send('');
  });
  registerNetworkRoutes(app);
  await app.ready();
  return {
    app,
    actAs: (next) => {
      actor = next;
    },
    get: (url) => app.inject(url),
    post: (url, fields) =>
      app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: encoded(fields),
      }),
    async upload(url, fields) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const whole = new Response(form);
      return app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': whole.headers.get('content-type') ?? '' },
        payload: Buffer.from(await whole.arrayBuffer()),
      });
    },
    close: () => app.close(),
  };
}

function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
