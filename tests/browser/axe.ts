import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

import type { OpenedPage } from './browser.ts';
import { newPage } from './browser.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with a readable list when axe finds anything. Where JavaScript is off axe cannot run, so the same address is
 * looked at in a twin, with the same cookies, whose only difference is that the site's scripts do not load. What a
 * POST answered has no address: look at that state with scripts on.
 */
export async function expectAccessible(opened: OpenedPage): Promise<void> {
  if (opened.options.javaScript !== 'off') {
    await expectPageAccessible(opened.page);
    return;
  }
  const browser = opened.page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  const twin = await newPage(browser, {
    ...opened.options,
    javaScript: 'blocked',
    storageState: await opened.page.context().storageState(),
  });
  await twin.page.goto(opened.page.url());
  await expectPageAccessible(twin.page);
  await twin.close();
}

/** axe's program goes in by the debugger, which the page's content policy does not bind. */
async function expectPageAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} }, resultTypes: ['violations'] })`,
  )) as AxeResults;
  if (results.violations.length === 0) return;
  throw new Error(
    `${page.url()} is not accessible:\n${results.violations.map(describe).join('\n')}`,
  );
}

function describe(violation: AxeResults['violations'][number]): string {
  const places = violation.nodes
    .slice(0, 5)
    .map(
      (node) =>
        `    ${node.target.join(' ')}\n      ${node.html.slice(0, 160)}\n      ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`,
    );
  const more = violation.nodes.length - places.length;
  return `- ${violation.id} (${violation.impact ?? 'unknown'}): ${violation.help}\n${places.join('\n')}${more > 0 ? `\n    … and ${more} more` : ''}`;
}
