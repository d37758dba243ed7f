import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { OpenedPage } from '../browser/browser.ts';
import { screenshot } from '../browser/browser.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { expectWelcoming } from './welcoming.ts';
import {
  chooseSlot,
  confirm,
  follow,
  heading,
  openPrivateLink,
  press,
  readCalendar,
  readMessage,
  sayWhoIAm,
  searchFrom,
  slotButtons,
  someone,
  startOf,
} from './young-person.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe.each([360, 1280] as const)('a young person of the Creuse, at %i px', (width) => {
  it('books at a distance, adds it to a calendar, reads the mail, moves, cancels; the time is free again', async () => {
    const opened = await stage.open({ width });
    const { page } = opened;
    const visitor = someone();

    await searchFrom(opened, width === 360 ? 'Fursac' : 'Saint-Vaury');
    await look(opened, `places-${width}`);
    await follow(page, /^En visio, dès le/);
    expect(await heading(page)).toBe('Créneaux à distance');
    const slotsAddress = page.url();
    await look(opened, `slots-${width}`);

    const chosen = await chooseSlot(page, 0);
    expect(await heading(page)).toBe('Dis-nous qui tu es');
    expect(await page.getByLabel('La commune où tu habites').inputValue()).toContain('Creuse');
    await look(opened, `details-${width}`);
    await sayWhoIAm(page, visitor);
    await confirm(page);

    const first = page.getByRole('main').getByRole('heading').first();
    expect(await first.innerText()).toBe('Rendez-vous confirmé');
    expect(await page.title()).toContain('Rendez-vous confirmé');
    await look(opened, `confirmed-${width}`);
    const entry = await addToCalendar(opened);
    expect(entry.start.epochMilliseconds).toBe(startOf(chosen));
    expect(entry).toMatchObject({ sequence: 0, status: 'CONFIRMED' });

    await readMessage(page, visitor.email, /confirmé/i);
    await look(opened, `message-${width}`);
    await openPrivateLink(page);
    expect(await heading(page)).toBe('Rendez-vous confirmé');

    const moved = await moveTo(opened, 1, `move-${width}`);
    expect(moved).not.toBe(chosen);
    const after = await addToCalendar(opened);
    expect(after.start.epochMilliseconds).toBe(startOf(moved));
    expect(after.uid).toBe(entry.uid);
    expect(after.sequence).toBeGreaterThan(entry.sequence);

    await cancel(opened, `cancel-${width}`);
    await readMessage(page, visitor.email, /annulé/i);
    await expectFree(slotsAddress, [chosen, moved]);
    await opened.close();
  });
});

async function look(opened: OpenedPage, name: string): Promise<void> {
  await expectWelcoming(opened);
  await screenshot(opened.page, name);
}

async function addToCalendar({ page }: OpenedPage) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Ajouter à mon agenda' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('rendez-vous.ics');
  return readCalendar(await readFile(await download.path(), 'utf8'));
}

async function moveTo(opened: OpenedPage, index: number, name: string): Promise<string> {
  const { page } = opened;
  await follow(page, 'Déplacer');
  expect(await heading(page)).toBe('Choisir un autre moment');
  await look(opened, name);
  const moved = await chooseSlot(page, index);
  expect(await heading(page)).toBe('Rendez-vous déplacé');
  await look(opened, `${name}-done`);
  return moved;
}

async function cancel(opened: OpenedPage, name: string): Promise<void> {
  const { page } = opened;
  await follow(page, 'Annuler');
  expect(await heading(page)).toBe('Annuler ce rendez-vous ?');
  // The label covers its whole line, and a finger lands on it.
  await page.getByText('Je ne suis plus disponible').click();
  await page.getByRole('textbox', { name: /^Un mot pour/ }).fill('J’ai un examen ce jour-là.');
  await look(opened, name);
  await press(page, 'Oui, annuler');
  expect(await heading(page)).toBe('Rendez-vous annulé');
  await look(opened, `${name}-done`);
}

/** Someone else finds those times again, and takes the first. */
async function expectFree(slotsAddress: string, values: readonly string[]): Promise<void> {
  const other = await stage.open({ width: 1280 });
  await other.page.goto(slotsAddress);
  const offered = await slotButtons(other.page).evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('value')),
  );
  expect(offered).toEqual(expect.arrayContaining([...values]));
  await chooseSlot(other.page, offered.indexOf(values[0] ?? ''));
  expect(await heading(other.page)).toBe('Dis-nous qui tu es');
  await press(other.page, 'Choisir un autre créneau');
  await other.close();
}
