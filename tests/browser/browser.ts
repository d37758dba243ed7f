import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

import { findChromium } from './chromium.ts';
import type { Witness } from './witness.ts';
import { watch } from './witness.ts';

export interface PageOptions {
  /** `http://localhost:port`: relative addresses start there, and any request elsewhere is a fault. */
  readonly baseUrl: string;
  /** CSS pixels; a telephone, the narrowest that must work, or a desk. */
  readonly width: 320 | 360 | 1280;
  /** `off` as on a browser that has none; `blocked` where only the site's own scripts do not load (see `axe.ts`). */
  readonly javaScript?: 'on' | 'off' | 'blocked';
  readonly colorScheme?: 'light' | 'dark';
  readonly contrast?: 'no-preference' | 'more';
  /** Where the person is, not where the place is. `Europe/Paris` by default. */
  readonly timeZone?: string;
  /** Cookies and storage of another context: the same person on another device or setting. */
  readonly storageState?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** A page with what is written down about it; close it with `await opened.close()`, which checks the witness. */
export interface OpenedPage {
  readonly page: Page;
  readonly witness: Witness;
  readonly options: PageOptions;
  /** Fails if anything was asked of a third party, refused by the content policy, or thrown by a script. */
  readonly close: () => Promise<void>;
}

const HEIGHTS = { 320: 640, 360: 740, 1280: 800 } as const;

/**
 * Our own list, never the package's: that one turns web security off, which would hide the faults we look for.
 * Nothing leaves the machine by the browser's own initiative.
 */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** One per test file: `beforeAll(openBrowser)`, `afterAll(() => browser.close())`. */
export async function openBrowser(): Promise<Browser> {
  const { program, env } = findChromium();
  const launch = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath: program,
      args: ARGUMENTS,
      chromiumSandbox,
      env: { ...process.env, ...env } as Record<string, string>,
    });
  // Root has no use of the sandbox, and some systems refuse it to others; the pages are our own.
  if (process.getuid?.() === 0) return launch(false);
  return launch(true).catch(() => launch(false));
}

/** A fresh person: no cookie, no history, in French. */
export async function newPage(browser: Browser, options: PageOptions): Promise<OpenedPage> {
  const context = await browser.newContext({
    baseURL: options.baseUrl,
    viewport: { width: options.width, height: HEIGHTS[options.width] },
    isMobile: options.width < 1280,
    hasTouch: options.width < 1280,
    javaScriptEnabled: options.javaScript !== 'off',
    colorScheme: options.colorScheme ?? 'light',
    contrast: options.contrast ?? 'no-preference',
    reducedMotion: 'reduce',
    locale: 'fr-FR',
    timezoneId: options.timeZone ?? 'Europe/Paris',
    ...(options.storageState && { storageState: options.storageState }),
  });
  if (options.javaScript === 'blocked') {
    await context.route('**/*', (route) =>
      route.request().resourceType() === 'script' ? route.abort() : route.continue(),
    );
  }
  const page = await context.newPage();
  const witness = watch(page, options);
  return {
    page,
    witness,
    options,
    close: async () => {
      await context.close();
      witness.expectClean();
    },
  };
}

/** Kept in `test-results/<name>.png`, whole page, to be looked at. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const file = path.resolve('test-results', `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage: true });
  return file;
}
