import { createServer } from 'node:http';
import type { Server } from 'node:http';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible } from './axe.ts';
import { newPage, openBrowser } from './browser.ts';

const GOOD = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bonjour</title>
  <script src="/site.js" defer></script></head>
  <body><header><h1>Bonjour</h1></header><main id="content"><p>Un texte.</p></main></body></html>`;

const PAGES: Readonly<Record<string, string>> = {
  '/': GOOD,
  '/site.js': `document.title = 'Avec script';`,
  '/unlabelled': GOOD.replace('<p>Un texte.</p>', '<input name="x"><img src="data:,">'),
  '/inline': GOOD.replace('</main>', '<script>document.title = "non"</script></main>'),
  '/elsewhere': GOOD.replace('</main>', '<img alt="" src="http://third.example/pixel.gif"></main>'),
  '/broken': GOOD.replace('/site.js', '/broken.js'),
  '/broken.js': `throw new Error('cassé');`,
};

let server: Server;
let baseUrl: string;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = PAGES[request.url ?? '/'];
    const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': type,
      'content-security-policy': `default-src 'self'; img-src * data:`,
    });
    response.end(body ?? GOOD);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) baseUrl = `http://localhost:${address.port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

describe('the browser harness', () => {
  it('opens a page as a telephone, in French, with and without JavaScript', async () => {
    const phone = await newPage(browser, { baseUrl, width: 360 });
    await phone.page.goto('/');
    expect(await phone.page.title()).toBe('Avec script');
    expect(await phone.page.evaluate('[innerWidth, navigator.language]')).toEqual([360, 'fr-FR']);
    await expectAccessible(phone);
    await phone.close();

    const plain = await newPage(browser, { baseUrl, width: 1280, javaScript: 'off' });
    await plain.page.goto('/');
    expect(await plain.page.title()).toBe('Bonjour');
    await expectAccessible(plain);
    await plain.close();
  });

  it('counts what is transferred', async () => {
    const opened = await newPage(browser, { baseUrl, width: 360 });
    await opened.page.goto('/', { waitUntil: 'networkidle' });
    const seen = opened.witness.requests.filter(({ url }) => !url.endsWith('/favicon.ico'));
    expect(seen.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/site.js']);
    expect(seen.every(({ transferred }) => transferred > 0)).toBe(true);
    await opened.close();
  });

  it.each(['on', 'off'] as const)(
    'says what is not accessible (JavaScript %s)',
    async (javaScript) => {
      const opened = await newPage(browser, { baseUrl, width: 360, javaScript });
      await opened.page.goto('/unlabelled');
      await expect(expectAccessible(opened)).rejects.toThrow(/label[\s\S]*<input name="x">/);
      await opened.close();
    },
  );

  it.each([
    ['/elsewhere', /third party: http:\/\/third\.example\/pixel\.gif/],
    ['/inline', /Content Security Policy/],
    ['/broken', /script error: cassé/],
  ])('catches the fault of %s', async (path, fault) => {
    const opened = await newPage(browser, { baseUrl, width: 1280 });
    await opened.page.goto(path, { waitUntil: 'load' });
    await expect(opened.close()).rejects.toThrow(fault);
  });
});
