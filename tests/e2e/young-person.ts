import ICAL from 'ical.js';
import type { Page } from 'playwright-core';

import type { OpenedPage } from '../browser/browser.ts';

/** What a young person does, in the words of the screens: every locator is a role and a name. */
export const SEARCH = '/so-mobilite/rendez-vous';

export interface Visitor {
  readonly firstName: string;
  readonly email: string;
  /** ISO. */
  readonly birthDate: string;
}

let people = 0;

/** Someone new at each call: one open interview for each person. */
export function someone(change: Partial<Visitor> = {}): Visitor {
  people += 1;
  const firstName = `Lina${people}`;
  return { firstName, email: `lina.${people}@jeune.example`, birthDate: '2008-03-07', ...change };
}

export function heading(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}

/** Types the commune and takes the first suggestion that has this name; without script, types and sends. */
export async function searchFrom(opened: OpenedPage, commune: string): Promise<void> {
  const { page, options } = opened;
  await page.goto(SEARCH);
  const input = page.getByLabel(/^Ta commune/);
  if (options.javaScript === 'off') {
    await input.fill(commune);
  } else {
    await page.getByRole('combobox', { name: 'Ta commune' }).waitFor();
    await input.pressSequentially(commune.toLowerCase());
    await page.getByRole('option', { name: new RegExp(`^${commune} `) }).click();
  }
  await press(page, 'Voir les créneaux près de chez moi');
}

/** Presses the button of that name and waits for the page that answers. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name }).first().click(),
  ]);
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('main').getByRole('link', { name }).first().click(),
  ]);
}

/** From the search to the form, for the nth time at a distance. Answers what the slot's button posts. */
export async function chooseRemote(opened: OpenedPage, index = 0): Promise<string> {
  await opened.page.goto(`${SEARCH}?communeCode=23247`);
  await follow(opened.page, /^En visio, dès le/);
  return chooseSlot(opened.page, index);
}

/** The buttons of slots, by what a reader says. */
export function slotButtons(page: Page) {
  return page.getByRole('main').getByRole('button', { name: / à \d+ h.*, avec / });
}

/** Chooses the nth slot shown; answers what its button posts. */
export async function chooseSlot(page: Page, index = 0): Promise<string> {
  const button = slotButtons(page).nth(index);
  const value = (await button.getAttribute('value')) ?? '';
  await Promise.all([page.waitForEvent('load'), button.click()]);
  return value;
}

/** Epoch milliseconds of the start that a slot's button posts. */
export function startOf(slotValue: string): number {
  return Number(slotValue.split('|')[0]);
}

export async function sayWhoIAm(page: Page, visitor: Visitor): Promise<void> {
  const [year = '', month = '', day = ''] = visitor.birthDate.split('-');
  await page.getByLabel('Prénom ou pseudonyme').fill(visitor.firstName);
  await page.getByLabel('E-mail', { exact: false }).first().fill(visitor.email);
  await page.getByRole('textbox', { name: 'Jour' }).fill(day);
  await page.getByRole('textbox', { name: 'Mois' }).fill(month);
  await page.getByRole('textbox', { name: 'Année' }).fill(year);
}

export async function confirm(page: Page): Promise<void> {
  await press(page, 'Confirmer le rendez-vous');
}

/** Opens the newest message to that address whose subject matches, as the demonstration keeps it, once it is there. */
export async function readMessage(page: Page, to: string, subject: RegExp): Promise<string> {
  for (let look = 0; look < 200; look += 1) {
    await page.goto('/demo/messages');
    const message = page.locator('tr').filter({ hasText: to }).filter({ hasText: subject }).first();
    if ((await message.count()) > 0) {
      await Promise.all([page.waitForEvent('load'), message.getByRole('link').first().click()]);
      return page.getByRole('main').innerText();
    }
  }
  throw new Error(`no message to ${to} about ${subject}`);
}

/** Follows the private link of the message that is open. */
export async function openPrivateLink(page: Page): Promise<void> {
  const link = page.getByRole('main').locator('a[href*="/rdv/"]').first();
  await Promise.all([page.waitForEvent('load'), link.click()]);
}

export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string | null;
  readonly start: Temporal.Instant;
  readonly summary: string;
  readonly location: string | null;
}

/** One calendar with one event, read by a parser that is not ours. */
export function readCalendar(text: string): CalendarEntry {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  const [component] = events;
  if (events.length !== 1 || !component) throw new Error(`${events.length} events in the calendar`);
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: Number(component.getFirstPropertyValue('sequence') ?? 0),
    status: (component.getFirstPropertyValue('status') as string | null) ?? null,
    start: Temporal.Instant.fromEpochMilliseconds(event.startDate.toJSDate().getTime()),
    summary: event.summary,
    location: event.location || null,
  };
}
