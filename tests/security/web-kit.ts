import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { MembershipId, PersonId } from '#platform/kernel/actor.ts';
import { unbuiltAssets } from '#app/assets.ts';
import { readConfig } from '#app/config.ts';
import type { Installation } from '#app/installation.ts';
import { membershipDirectory } from '#app/membership-directory.ts';
import { openWeb } from '#app/web.ts';
import { accountJobs, createAccounts } from '#modules/accounts/index.ts';
import { openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';

export const BASE_URL = 'http://localhost:3000';

/** The whole web server, as the program composes it, on the booking kit's database and clock. */
export interface WebKit extends BookingKit {
  readonly app: FastifyInstance;
  browse(): Visit;
  /** Signed in by the demonstration's own door, second factor done. */
  signIn(personId: PersonId, membershipId: MembershipId | null): Promise<Visit>;
}

export interface WebOptions {
  /** Settings over those of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Adds a route that the program does not have. */
  readonly plant?: (app: FastifyInstance) => void;
  /** Where log lines go; silent without it. */
  readonly log?: { write(line: string): void };
}

const WIDE = { LIMIT_READ: '1000000', LIMIT_WRITE: '1000000', LIMIT_SIGN_IN: '1000000' };

export async function openWebKit(options: WebOptions = {}): Promise<WebKit> {
  const kit = await openBookingKit();
  const config = readConfig({
    ...{ CAIRN_MODE: 'demonstration', BASE_URL, LOG_LEVEL: 'silent' },
    ...WIDE,
    ...options.env,
  });
  const services = { ...kit.services, baseUrl: config.baseUrl };
  const accounts = createAccounts({
    ...{ services, pool: kit.pool, baseUrl: config.baseUrl, demonstration: true },
    ...{ authSecret: config.authSecret, mailFrom: config.mailFrom },
    directory: membershipDirectory(services.db, services.clock),
  });
  kit.jobs.push(...accountJobs(accounts));
  const installation = {
    ...{ pool: kit.pool, services, accounts },
    // The kit's own queue runs the jobs: nothing here starts another.
    jobs: services.jobs as Installation['jobs'],
    refreshClock: async () => undefined,
    ping: async () => void (await kit.pool.query('select 1')),
    close: async () => undefined,
  } satisfies Installation;
  const app = await openWeb(config, installation, unbuiltAssets);
  options.plant?.(app);
  await app.ready();
  return {
    ...kit,
    app,
    browse: () => new Visit(app),
    signIn: async (person, membership) => {
      const visit = new Visit(app);
      const answer = await visit.post('/demo/connexion', {
        person,
        ...(membership ? { membership } : {}),
      });
      if (answer.statusCode !== 303) throw new Error(`not signed in: ${answer.statusCode}`);
      return visit;
    },
    close: async () => {
      await app.close();
      await kit.close();
    },
  };
}

/** One browser: keeps its cookies, posts forms from our own pages, follows nothing. */
export class Visit {
  readonly #app: FastifyInstance;
  readonly cookies = new Map<string, string>();
  /** `Set-Cookie` of every answer, whole. */
  readonly set: string[] = [];

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.send({ method: 'GET', url });
  }

  post(
    url: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    return this.send({
      ...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  /** As a browser sends it from a page of ours, unless `headers` say otherwise. */
  async send(request: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#app.inject({
      ...request,
      headers: {
        host: 'localhost:3000',
        ...(request.method === 'POST' ? { origin: BASE_URL, 'sec-fetch-site': 'same-origin' } : {}),
        ...(cookie ? { cookie } : {}),
        ...request.headers,
      },
    });
    const set = answer.headers['set-cookie'];
    for (const line of set === undefined ? [] : [set].flat()) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    this.set.push(line);
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.some((one) => one === 'Max-Age=0' || one.startsWith('Expires=Thu, 01 Jan 1970')))
      this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }
}
