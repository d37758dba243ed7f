import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join(';');

/** A mail as it was sent, shown in a frame of the demonstration: it has a policy of its own, stricter. */
const MAIL_IN_A_FRAME = 'GET /demo/messages/:id/html';

/** Every page that some role is shown, with its address. */
async function* pages(): AsyncGenerator<{ route: string; answer: LightMyRequestResponse }> {
  for (const route of routesOf(kit.app).filter((one) => one.startsWith('GET '))) {
    for (const role of [
      'visitor',
      'link-holder',
      'youth',
      'adviser',
      'manager',
      'coordinator',
      'administrator',
      'unproven',
    ] as const) {
      const asked = { scene, route, role, scope: 'own' } as const;
      const url = await addressOf(asked, scene.people[role]);
      yield { route, answer: await scene.people[role].visit.get(url) };
    }
  }
}

describe('every page of every role', () => {
  test('the policy exact, no inline script or style, no third party, the headers of a page', async () => {
    const faults: string[] = [];
    let walked = 0;
    for await (const { route, answer } of pages()) {
      if (route === MAIL_IN_A_FRAME) continue;
      const fault = faultsOf(answer);
      if (fault.length > 0) faults.push(`${route} ${answer.statusCode}: ${fault.join(', ')}`);
      if (isPage(answer)) walked += 1;
    }
    expect(faults).toEqual([]);
    expect(walked).toBeGreaterThan(200);
  });

  test('a mail shown by the demonstration runs nothing and asks for nothing', async () => {
    const url = await addressOf(
      { scene, route: MAIL_IN_A_FRAME, role: 'visitor', scope: 'own' },
      scene.people.visitor,
    );
    const answer = await kit.browse().get(url);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src(?! 'none')/);
    expect(policy).not.toContain('unsafe-eval');
  });

  test('what a page says of someone is never kept by a cache', async () => {
    for await (const { answer } of pages()) {
      if (isPage(answer)) expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  test('errors have the same headers, and say neither what broke nor where', async () => {
    const planted = await openWebKit({
      plant: (app) =>
        void app.get('/planted', { config: { access: { kind: 'public' } } }, () => {
          throw new Error('ines@courriel.example is not in /srv/cairn');
        }),
    });
    try {
      const answer = await planted.browse().get('/planted');
      expect(answer.statusCode).toBe(500);
      expect(faultsOf(answer)).toEqual([]);
      expect(answer.body).not.toMatch(/courriel|srv|planted|Error:|node_modules|\.ts/);
      expect(answer.body).toMatch(/Numéro d’incident : <strong>[2-9A-HJ-NP-Z]{8}<\/strong>/);
      const missing = await planted.browse().get('/nulle-part/ailleurs');
      expect([missing.statusCode, faultsOf(missing)]).toEqual([404, []]);
    } finally {
      await planted.close();
    }
  });
});

function isPage(answer: LightMyRequestResponse): boolean {
  return String(answer.headers['content-type']).startsWith('text/html');
}

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

function faultsOf({ headers, body, ...answer }: LightMyRequestResponse): string[] {
  const faults = Object.entries(HEADERS).flatMap(([name, value]) =>
    headers[name] === value ? [] : [name],
  );
  if (headers['content-security-policy'] !== CSP) faults.push('policy');
  if (headers['strict-transport-security']) faults.push('HSTS over http');
  if (headers['x-powered-by'] ?? headers['server']) faults.push('says what it runs on');
  if (answer.statusCode >= 300 && answer.statusCode < 400) return faults;
  if (!String(headers['content-type']).startsWith('text/html')) return faults;
  return [...faults, ...markupFaults(body)];
}

function markupFaults(html: string): string[] {
  const bad: readonly (readonly [string, RegExp])[] = [
    ['inline script', /<script(?![^>]*\ssrc=)[^>]*>/],
    ['inline style', /<style|\sstyle="/],
    ['event attribute', /<[^>]+\son[a-z]+="/],
    ['javascript:', /(href|src|action)="\s*javascript:/i],
    ['third party', /<(script|img|iframe|source|video|audio|embed)[^>]+src="(https?:)?\/\//],
    ['third-party sheet', /<link[^>]+href="(https?:)?\/\//],
    ['form elsewhere', /<form[^>]+action="(https?:)?\/\//],
  ];
  return bad.flatMap(([name, pattern]) => (pattern.test(html) ? [name] : []));
}

describe('over https', () => {
  test('HSTS, for a year', async () => {
    const secure = await openWebKit({ env: { BASE_URL: 'https://cairn.example' } });
    try {
      const answer = await secure.app.inject({ url: '/', headers: { host: 'cairn.example' } });
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    } finally {
      await secure.close();
    }
  });
});

describe('cookies', () => {
  test('all are __Host-, secure, of one path, out of reach of scripts and of other sites', async () => {
    const visit = kit.browse();
    const { start, personId, mode } = scene.slot('own');
    await visit.post('/so-mobilite/rendez-vous/retenir', {
      creneau: `${start}|${personId}|${mode}|`,
    });
    const lines = [visit, ...Object.values(scene.people).map((one) => one.visit)].flatMap(
      (one) => one.set,
    );
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-cairn/);
      for (const part of ['; Path=/', '; Secure', '; HttpOnly', '; SameSite=Lax'])
        expect(line).toContain(part);
      expect(line).not.toMatch(/Domain/i);
    }
  });
});
