import type { Browser } from 'playwright-core';

import { newPage, openBrowser } from '../tests/browser/browser.ts';
import type { OpenedPage } from '../tests/browser/browser.ts';
import { chooseSlot, confirm, follow, sayWhoIAm, someone } from '../tests/e2e/young-person.ts';
import { startProgram } from '../tests/program.ts';
import type { Figure } from './measure.ts';
import { openScratch } from './scratch.ts';

/*
 * What a phone that never came receives, page by page, as a real browser counts it: headers and encoded bodies, every file. A request to a
 * third party, or refused by the content policy, throws. Bounds of issue 2 §8.
 */
const MOST_KB = 60;
const MOST_REQUESTS = 12;
const MOST_SCRIPT_KB = 20;

/** Leads a fresh browser to the page; what is counted begins after `lead`, with an empty cache. */
interface Visit {
  readonly name: string;
  readonly address: (page: OpenedPage) => Promise<string>;
}

const RDV = '/so-mobilite/rendez-vous';

const VISITS: readonly Visit[] = [
  { name: 'portal', address: async () => '/' },
  { name: 'home', address: async () => '/so-mobilite' },
  { name: 'search', address: async () => RDV },
  { name: 'places', address: async () => `${RDV}?communeCode=23247` },
  { name: 'homonyms', address: async () => `${RDV}?commune=Saint-Laurent` },
  { name: 'slots', address: (opened) => afterwards(opened, 'slots') },
  { name: 'details', address: (opened) => afterwards(opened, 'details') },
  { name: 'confirmed', address: (opened) => afterwards(opened, 'confirmed') },
  { name: 'move', address: async (opened) => moveAddress(await afterwards(opened, 'confirmed')) },
  { name: 'accessibility', address: async () => '/accessibilite' },
  { name: 'data', address: async () => '/donnees-personnelles' },
  { name: 'sign-in', address: async () => '/connexion' },
  { name: 'not-found', address: async () => '/so-mobilite/nulle-part' },
];

async function afterwards(
  { page }: OpenedPage,
  step: 'slots' | 'details' | 'confirmed',
): Promise<string> {
  await page.goto(`${RDV}?communeCode=23247`);
  await follow(page, /^En visio, dès le/);
  if (step === 'slots') return page.url();
  await chooseSlot(page);
  if (step === 'details') return page.url();
  await sayWhoIAm(page, someone());
  await confirm(page);
  return page.url();
}

function moveAddress(confirmed: string): string {
  const address = new URL(confirmed);
  return `${address.pathname}/deplacer`;
}

/** Three figures for each page: `size.<page>.weight`, `.requests`, `.script`. */
export async function bench(): Promise<readonly Figure[]> {
  const scratch = await openScratch();
  const program = await startProgram({
    program: 'main',
    env: {
      CAIRN_MODE: 'demonstration',
      LOG_LEVEL: 'error',
      DATABASE_URL: scratch.appUrl,
      DATABASE_OWNER_URL: scratch.ownerUrl,
      LIMIT_READ: '100000',
      LIMIT_WRITE: '100000',
    },
  });
  const browser = await openBrowser();
  try {
    const figures: Figure[] = [];
    for (const visit of VISITS) figures.push(...(await measure(browser, program.baseUrl, visit)));
    return figures;
  } finally {
    await browser.close();
    await program.stop();
    await scratch.remove();
  }
}

async function measure(browser: Browser, baseUrl: string, visit: Visit): Promise<Figure[]> {
  const guide = await newPage(browser, { baseUrl, width: 360 });
  const address = await visit.address(guide);
  await guide.close();
  const opened = await newPage(browser, { baseUrl, width: 360 });
  await opened.page.goto(address, { waitUntil: 'networkidle' });
  const { requests } = opened.witness;
  const sum = (seen: typeof requests) =>
    seen.reduce((bytes, { transferred }) => bytes + transferred, 0) / 1000;
  const scripts = requests.filter(({ kind }) => kind === 'script');
  const figures = [
    figure(`size.${visit.name}.weight`, sum(requests), { unit: 'kB', most: MOST_KB }),
    figure(`size.${visit.name}.requests`, requests.length, {
      unit: 'requests',
      most: MOST_REQUESTS,
    }),
    figure(`size.${visit.name}.script`, sum(scripts), { unit: 'kB', most: MOST_SCRIPT_KB }),
  ];
  await opened.close();
  return figures;
}

function figure(
  name: string,
  value: number,
  { unit, most }: { readonly unit: string; readonly most: number },
): Figure {
  return {
    name,
    value: Math.round(value * 10) / 10,
    unit,
    against: 'the most that a page may take',
    reference: most,
    ratio: Math.round((value / most) * 1000) / 1000,
    bound: 1,
    better: 'lower',
  };
}
