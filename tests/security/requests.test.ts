import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#app/config.ts';
import { newId, newToken } from '#platform/chance.ts';
import { aVisitor, book } from '#tests/appointments/booking.ts';
import { census } from '#tests/appointments/witness.ts';
import { openScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { addressOf, routesOf } from './walk.ts';
import { openWebKit } from './web-kit.ts';
import type { WebKit } from './web-kit.ts';

let kit: WebKit;
let scene: Scene;

beforeAll(async () => {
  kit = await openWebKit();
  scene = await openScene(kit);
});
afterAll(() => kit.close());

describe('a write that does not come from a page of ours', () => {
  const strangers: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['no word of where it comes from', {}],
    ['another site', { origin: 'https://ailleurs.example' }],
    ['another site, by its page', { referer: 'https://ailleurs.example/piege' }],
    ['an opaque origin', { origin: 'null' }],
    [
      'another site that the browser names',
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    ],
    [
      'a neighbour of the same site',
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' },
    ],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['another port', { origin: 'http://localhost:3001' }],
    [
      'another site under a same-origin claim',
      { 'sec-fetch-site': 'same-origin', origin: 'https://ailleurs.example' },
    ],
  ];

  test.each(strangers)(
    '%s: refused on every route that writes, nothing is done',
    async (_who, headers) => {
      const routes = routesOf(kit.app).filter((route) => !route.startsWith('GET '));
      expect(routes.length).toBeGreaterThan(30);
      const passed: string[] = [];
      const before = await census(kit);
      for (const route of routes) {
        const [method = 'POST'] = route.split(' ');
        const asked = { scene, route, role: 'coordinator', scope: 'own' } as const;
        const url = (await addressOf(asked, scene.people.coordinator)).replace(/\?.*/, '');
        const { visit } = scene.people.coordinator;
        const answer = await visit.send({
          method: method as 'POST',
          url,
          headers: { origin: '', 'sec-fetch-site': '', ...headers },
        });
        if (answer.statusCode !== 403) passed.push(`${route} ${answer.statusCode}`);
      }
      expect(passed).toEqual([]);
      expect(Object.keys(await census(kit))).toEqual(Object.keys(before));
    },
  );

  test('a page of ours passes: by Sec-Fetch-Site, by Origin, or by Referer for an old browser', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'http://localhost:3000' },
      { referer: 'http://localhost:3000/connexion' },
    ]) {
      const answer = await kit.app.inject({
        method: 'POST',
        url: '/connexion/lien',
        headers: { host: 'localhost:3000', ...headers },
      });
      expect(answer.statusCode).toBe(422);
    }
  });
});

describe('the limits of the program, as they are set by default', () => {
  const { limits } = readConfig({});
  const kinds = [
    ['reading', limits.read, (limited: WebKit) => limited.browse().get('/')],
    [
      'writing',
      limits.write,
      (limited: WebKit) => limited.browse().post('/so-mobilite/rendez-vous/retenir'),
    ],
    [
      'signing in',
      limits.signIn,
      (limited: WebKit) =>
        limited.browse().post('/connexion', { email: 'x@y.example', password: 'z' }),
    ],
  ] as const;

  test.each(kinds)(
    '%s: %i a minute, then 429 with Retry-After and a page that says what to do',
    async (_what, most, send) => {
      const limited = await openWebKit({
        env: { LIMIT_READ: '', LIMIT_WRITE: '', LIMIT_SIGN_IN: '' },
      });
      try {
        for (let count = 1; count <= most; count += 1)
          expect((await send(limited)).statusCode).not.toBe(429);
        const answer = await send(limited);
        expect(answer.statusCode).toBe(429);
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
        expect(answer.headers['content-type']).toContain('text/html');
        expect(answer.body).toMatch(/<html lang="fr"/);
        expect(answer.body).toMatch(/<h1[^>]*>.*Trop de demandes d’un coup/s);
        expect(answer.body).toMatch(/<title>[^<]*Trop de demandes/);
      } finally {
        await limited.close();
      }
    },
  );
});

describe('secrets', () => {
  test('none stands in the database: holds, private links, sign-in links, invitations', async () => {
    const secrets = [await scene.hold('own'), (await scene.interview('own')).token];
    await kit.browse().post('/connexion/lien', { 'lien-email': 'ilyes@courriel.example' });
    const { network } = scene.of.own;
    await book(kit, network, { slot: scene.slot('own'), visitor: await aVisitor(kit) });
    await kit.runJobs();
    for (const mail of kit.mails)
      secrets.push(
        ...[...mail.text.matchAll(/\/(?:rdv|lien|invitation)\/([\w-]{20,})/g)].map(
          (one) => one[1] ?? '',
        ),
      );
    expect(secrets.length).toBeGreaterThan(2);
    for (const table of await tables()) {
      const rows = await kit.rows<{ row: string }>(`select t::text as row from ${table} t`);
      const text = rows.map((one) => one.row).join('\n');
      for (const secret of secrets)
        if (text.includes(secret)) expect(`${table} holds a secret`).toBe('');
    }
  });

  async function tables(): Promise<readonly string[]> {
    const rows = await kit.rows<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'territories')`,
    );
    return rows.map((row) => row.name);
  }

  test('ids and secrets are not guessed from others', () => {
    const tokens = Array.from({ length: 1000 }, () => newToken());
    expect(new Set(tokens).size).toBe(1000);
    expect(tokens.every((token) => /^[\w-]{32}$/.test(token))).toBe(true);
    const tails = Array.from({ length: 1000 }, () => newId<'Thing'>().slice(19));
    expect(new Set(tails).size).toBe(1000);
  });
});

describe('the answers of the sign-in never say who exists', () => {
  const asked = [
    ['/connexion', (email: string) => ({ email, password: 'trois canards bleus' })],
    ['/connexion/lien', (email: string) => ({ 'lien-email': email })],
    ['/mot-de-passe-oublie', (email: string) => ({ email })],
  ] as const;

  test.each(asked)('%s answers the same to someone and to nobody', async (url, fields) => {
    const [row] = await kit.rows<{ email: string }>(
      'select email from accounts.person where id = $1',
      [scene.of.own.adviser],
    );
    const answers = [];
    for (const email of [row?.email ?? '', 'personne@structures.example']) {
      const answer = await kit.browse().post(url, fields(email));
      answers.push([
        answer.statusCode,
        answer.headers.location,
        answer.body.replaceAll(email, '@'),
      ]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  test('a private link that never was and one of someone else answer alike', async () => {
    const { appointmentId } = await scene.interview('own');
    const bodies = [];
    for (const secret of [newToken(), appointmentId])
      bodies.push((await kit.browse().get(`/rdv/${secret}`)).body);
    expect(bodies[0]).toBe(bodies[1]);
  });
});
