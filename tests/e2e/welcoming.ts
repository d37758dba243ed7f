import type { Page } from 'playwright-core';

import { expectAccessible } from '../browser/axe.ts';
import type { OpenedPage } from '../browser/browser.ts';
import { newPage } from '../browser/browser.ts';

/**
 * The page as it is now, for everyone: axe in both themes and with more contrast, nothing to scroll sideways at 320 px nor with
 * the text spacing of WCAG 1.4.12. Without script, its twin with the site's scripts blocked is looked at.
 */
export async function expectWelcoming(opened: OpenedPage): Promise<void> {
  if (opened.options.javaScript === 'off') return lookAtTwin(opened);
  const { page } = opened;
  await expectThemes(opened);
  await expectReflow(page);
}

async function lookAtTwin(opened: OpenedPage): Promise<void> {
  const browser = opened.page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  const storageState = await opened.page.context().storageState();
  const twin = await newPage(browser, { ...opened.options, javaScript: 'blocked', storageState });
  await twin.page.goto(opened.page.url());
  await expectWelcoming(twin);
  await twin.close();
}

async function expectThemes(opened: OpenedPage): Promise<void> {
  const { page, options } = opened;
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(opened);
  await page.emulateMedia({ contrast: 'more' });
  await expectAccessible(opened);
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await expectAccessible(opened);
  await page.emulateMedia({ colorScheme: options.colorScheme ?? 'light' });
}

/** WCAG 1.4.12: what a reader may impose without losing anything. A constructed sheet needs no leave of the content policy. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`;

async function expectReflow(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'at 320 px');
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  await expectNoSidewaysScroll(page, 'at 320 px with spaced text');
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  if (size) await page.setViewportSize(size);
}

async function expectNoSidewaysScroll(page: Page, when: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 8);
  });
  if (wide.length > 0)
    throw new Error(`${page.url()} scrolls sideways ${when}: ${wide.join(', ')}`);
}
