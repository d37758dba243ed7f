import fastifyForm from '@fastify/formbody';
import fastify from 'fastify';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type pg from 'pg';
import { renderToString } from 'preact-render-to-string';
import { newId } from '#platform/chance.ts';
import { MovableClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import type { Services } from '#platform/context.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openPool } from '#platform/db/pool.ts';
import { PageError } from '#platform/http/page-error.ts';
import type { JobData } from '#platform/jobs/queue.ts';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import type { Mail } from '#platform/mail/transport.ts';
import { accountJobs, createAccounts, resolveActor } from '#modules/accounts/index.ts';
import type { Accounts, MembershipCard } from '#modules/accounts/index.ts';
import { registerAccountRoutes } from '#modules/accounts/web/routes.ts';
import { createTestDatabase } from '#tests/database.ts';

/** The module on a real database, behind a bare server: what the app adds around it is left out. */
export interface AccountsKit {
  readonly app: FastifyInstance;
  readonly accounts: Accounts;
  readonly services: Services;
  readonly clock: MovableClock;
  /** As the owner of the tables: to look, or to let time pass on a row. */
  readonly owner: pg.Pool;
  readonly mails: Mail[];
  readonly memberships: Map<PersonId, MembershipCard[]>;
  addPerson(names: { givenName: string; familyName?: string; email?: string }): Promise<PersonId>;
  /** Runs the jobs that committed writes enqueued, until none is left. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

const SECRET = 'a secret of the tests, longer than thirty-two characters';

export async function openAccountsKit(
  options: { demonstration?: 'yes' } = {},
): Promise<AccountsKit> {
  const database = await createTestDatabase();
  const onError = () => undefined;
  const pool = openPool({ url: database.appUrl, size: 8, as: 'app', onError });
  const owner = openPool({ url: database.ownerUrl, size: 2, as: 'owner', onError });
  const clock = new MovableClock();
  const mails: Mail[] = [];
  const queue: { name: string; data: JobData }[] = [];
  const memberships = new Map<PersonId, MembershipCard[]>();
  const services: Services = {
    db: openDatabase(pool),
    clock,
    jobs: {
      enqueue: async (_tx, name, data) => void queue.push({ name, data }),
      enqueueMany: async (_tx, name, data) =>
        void queue.push(...data.map((item) => ({ name, data: item }))),
    },
    mail: { send: async (mail) => void mails.push(mail) },
    sms: null,
    baseUrl: 'http://localhost:3000',
  };
  const accounts = createAccounts({
    services,
    pool,
    authSecret: SECRET,
    baseUrl: services.baseUrl,
    mailFrom: 'Cairn <ne-pas-repondre@cairn.example>',
    demonstration: options.demonstration === 'yes',
    directory: {
      listMemberships: async (personId) => memberships.get(personId) ?? [],
      findMembership: async (personId, membershipId) =>
        memberships.get(personId)?.find((each) => each.membershipId === membershipId) ?? null,
    },
  });
  const app = await bareServer(services, accounts);
  const jobs = accountJobs(accounts);
  return {
    app,
    accounts,
    services,
    clock,
    owner,
    mails,
    memberships,
    addPerson: (names) => addPerson(owner, names),
    runJobs: async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { name, data } = next;
        await jobs.find((job) => job.name === name)?.run(data);
      }
    },
    close: async () => {
      await app.close();
      await pool.end();
      await owner.end();
      await database.drop();
    },
  };
}

async function bareServer(services: Services, accounts: Accounts): Promise<FastifyInstance> {
  const app = fastify();
  await app.register(fastifyForm);
  app.decorateRequest('ctx');
  app.decorateReply('page', function page(description) {
    return this.status(description.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(`<title>${description.title}</title>${renderToString(<>{description.content}</>)}`);
  });
  app.addHook('onRequest', async (request) => {
    request.ctx = contextFor(services, await resolveActor(accounts, request.headers));
  });
  app.setErrorHandler((error, _request, reply) => {
    const status = error instanceof PageError ? error.status : 500;
    return reply.status(status).send(error instanceof Error ? (error.stack ?? error.message) : '');
  });
  registerAccountRoutes(app, accounts);
  await app.ready();
  return app;
}

async function addPerson(
  owner: pg.Pool,
  names: { givenName: string; familyName?: string; email?: string },
): Promise<PersonId> {
  const id = newId<'Person'>();
  await owner.query(
    `insert into accounts.person (id, given_name, family_name, email, created_at) values ($1, $2, $3, $4, '2026-01-05T08:00Z')`,
    [id, names.givenName, names.familyName ?? null, names.email ?? null],
  );
  return id;
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly payload?: string;
  /** A form unless said. */
  readonly type?: string;
}

/** One browser: keeps its cookies, posts forms, follows nothing. */
export class Browser {
  readonly #kit: AccountsKit;
  readonly cookies = new Map<string, string>();
  /** `Set-Cookie` of the last answer, whole. */
  lastSet: readonly string[] = [];

  constructor(kit: AccountsKit) {
    this.#kit = kit;
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.#send({ method: 'GET', url });
  }

  post(
    url: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    return this.#send({ method: 'POST', url, payload: new URLSearchParams(fields).toString() });
  }

  /** As an island posts. */
  postJson(url: string, body: unknown): Promise<LightMyRequestResponse> {
    return this.#send({
      method: 'POST',
      url,
      payload: JSON.stringify(body),
      type: 'application/json',
    });
  }

  /** Who the server takes this browser for. */
  actor(): Promise<Actor> {
    return resolveActor(this.#kit.accounts, { cookie: this.cookieHeader() });
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #send({ type, ...request }: Sent): Promise<LightMyRequestResponse> {
    const answer = await this.#kit.app.inject({
      ...request,
      headers: {
        cookie: this.cookieHeader(),
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(request.payload === undefined
          ? {}
          : { 'content-type': type ?? 'application/x-www-form-urlencoded' }),
      },
    });
    const set = answer.headers['set-cookie'];
    this.lastSet = set === undefined ? [] : Array.isArray(set) ? set : [set];
    for (const line of this.lastSet) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    const gone = attributes.some((attribute) => attribute === 'Max-Age=0');
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }
}
