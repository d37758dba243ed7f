import type { Browser } from 'playwright-core';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadAssets } from '#app/assets.ts';
import { resolveCommune } from '#modules/territories/index.ts';
import { COMMUNE_ISLAND, CommuneField } from '#modules/territories/ui.tsx';
import { openTerritoriesKit } from '#tests/territories/kit.ts';
import type { TerritoriesKit } from '#tests/territories/kit.ts';

import { expectAccessible } from './axe.ts';
import { newPage, openBrowser } from './browser.ts';
import type { OpenedPage } from './browser.ts';

const assets = loadAssets('dist/browser');

let kit: TerritoriesKit;
let browser: Browser;
let baseUrl: string;
const asked: string[] = [];

beforeAll(async () => {
  kit = await openTerritoriesKit();
  kit.app.addHook(
    'onRequest',
    async ({ url }) => void (url.startsWith('/api/') && asked.push(url)),
  );
  kit.app.get<{ Querystring: Record<string, string | undefined> }>(
    '/',
    async ({ query }, reply) => {
      const value = { code: query['communeCode'] ?? '', text: query['commune'] ?? '' };
      return reply.type('text/html; charset=utf-8').send(`<!doctype html>${await formPage(value)}`);
    },
  );
  await kit.app.register(import('@fastify/static'), {
    root: `${process.cwd()}/${assets.folder}`,
    prefix: '/assets/',
  });
  const address = await kit.app.listen({ port: 0, host: '127.0.0.1' });
  baseUrl = `http://localhost:${new URL(address).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await kit.close();
});

/** A form with nothing but the field, that answers itself. */
async function formPage(value: { code: string; text: string }): Promise<string> {
  const answer = await resolveCommune(kit.ctx, value);
  return renderToString(
    <html lang="fr">
      <head>
        <title>Une commune</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.stylesheet('public')} />
        <script type="module" src={assets.island(COMMUNE_ISLAND)} />
      </head>
      <body>
        <main>
          <h1>Une commune</h1>
          {answer.kind === 'found' && <p id="found">{answer.commune.name}</p>}
          <form>
            <CommuneField
              label="Ta commune"
              value={value}
              choices={answer.kind === 'several' ? answer.matches : undefined}
            />
            <button type="submit">Continuer</button>
          </form>
        </main>
      </body>
    </html>,
  );
}

async function onPage(
  address: string,
  visit: (opened: OpenedPage) => Promise<void>,
  javaScript: 'on' | 'off' = 'on',
): Promise<void> {
  const opened = await newPage(browser, { baseUrl, width: 360, javaScript });
  await opened.page.goto(address);
  await visit(opened);
  await opened.close();
}

const found = ({ page }: OpenedPage) => page.locator('#found').textContent();

describe('with script', () => {
  it('is chosen by keyboard, after one question for several letters', () =>
    onPage('/', async (opened) => {
      const { page } = opened;
      const input = page.getByRole('combobox', { name: 'Ta commune' });
      asked.length = 0;
      await input.pressSequentially('aubu', { delay: 20 });
      await page.getByRole('option').first().waitFor();
      expect(asked).toHaveLength(1);
      expect(await input.getAttribute('aria-expanded')).toBe('true');
      expect(await page.getByRole('status').textContent()).toContain('communes trouvées');
      await expectAccessible(opened);
      await input.press('ArrowDown');
      await input.press('ArrowDown');
      const second = page.getByRole('option').nth(1);
      expect(await input.getAttribute('aria-activedescendant')).toBe(
        await second.getAttribute('id'),
      );
      expect(await second.getAttribute('aria-selected')).toBe('true');
      await input.press('ArrowUp');
      await input.press('Enter');
      expect(await input.inputValue()).toBe('Aubusson (23200, Creuse)');
      expect(await input.getAttribute('aria-expanded')).toBe('false');
      await input.press('Enter');
      expect(await found(opened)).toBe('Aubusson');
    }));

  it('is chosen by a tap; what is typed after counts', () =>
    onPage('/', async (opened) => {
      const { page } = opened;
      const input = page.getByRole('combobox');
      const code = page.locator('input[name=communeCode]');
      await input.pressSequentially('guer');
      await page.getByRole('option', { name: /Guérande/ }).click();
      expect(await code.inputValue()).toBe('44069');
      await input.fill('bourganeuf');
      expect(await code.inputValue()).toBe('');
      await page.getByRole('button').click();
      expect(await found(opened)).toBe('Bourganeuf');
    }));

  it('closes on Escape and when left, and says when there is nothing', () =>
    onPage('/', async ({ page }) => {
      const input = page.getByRole('combobox');
      await input.pressSequentially('guer');
      await page.getByRole('option').first().waitFor();
      await input.press('Escape');
      expect(await page.getByRole('listbox').count()).toBe(0);
      await input.press('ArrowDown');
      expect(await page.getByRole('listbox').count()).toBe(1);
      await page.getByRole('button').focus();
      expect(await page.getByRole('listbox').count()).toBe(0);
      await input.fill('zzzzqq');
      await page.getByText('Aucune commune trouvée.').waitFor({ state: 'attached' });
    }));

  it('under radio buttons, a suggestion takes their place', () =>
    onPage('/?commune=aubusson', async (opened) => {
      const { page } = opened;
      await page.getByText('Aubusson (61100, Orne)').click();
      await page.getByRole('combobox').pressSequentially('gueret');
      await page.getByRole('option').first().click();
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      await page.getByRole('button').click();
      expect(await found(opened)).toBe('Guéret');
    }));
});

describe('without script', () => {
  it('a name with a fault is proposed, then chosen', () =>
    onPage(
      '/',
      async (opened) => {
        const { page } = opened;
        await page.getByLabel('Ta commune').fill('geuret');
        await page.getByRole('button').click();
        await expectAccessible(opened);
        await page.getByText('Guéret (23000, Creuse)').click();
        await page.getByRole('button').click();
        expect(await found(opened)).toBe('Guéret');
      },
      'off',
    ));
});
