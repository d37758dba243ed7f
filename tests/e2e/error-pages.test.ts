import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { OpenedPage } from '../browser/browser.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { expectWelcoming } from './welcoming.ts';
import { heading, SEARCH, slotButtons } from './young-person.ts';

/** Writes counted as on a real installation, but sooner refused. */
const LIMIT_WRITE = 4;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ LIMIT_READ: '100000', LIMIT_WRITE: String(LIMIT_WRITE) });
});
afterAll(() => stage?.close());

/** Every page that says no says what to do next, on a phone and at a desk, in both themes. */
async function expectHelpful(opened: OpenedPage, said: RegExp): Promise<void> {
  expect(await heading(opened.page)).toMatch(said);
  expect(await opened.page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
  expect(await opened.page.getByRole('link', { name: /119/ }).count()).toBe(1);
  await expectWelcoming(opened);
}

describe.each([360, 1280] as const)('at %i px', (width) => {
  it.each([
    ['/so-mobilite/rendez-vous/nulle-part', 404, /introuvable/],
    ['/reseau-inconnu/rendez-vous', 404, /introuvable/],
    ['/rdv/un-lien-coupe', 404, /introuvable/],
    ['/so-mobilite/rendez-vous/choix/un-lien-perdu', 410, /n’est plus gardé/],
    [`${SEARCH}?commune=`, 422, /Prendre rendez-vous/],
  ])('%s answers %i', async (address, status, said) => {
    const opened = await stage.open({ width });
    const answer = await opened.page.goto(address);
    expect(answer?.status()).toBe(status);
    await expectHelpful(opened, said);
    await opened.close();
  });

  it('a form that comes from elsewhere is refused (403)', async () => {
    const opened = await stage.open({ width });
    const { page } = opened;
    await page.goto(
      `data:text/html,<form method=post action="${stage.baseUrl}/so-mobilite/rendez-vous/retenir"><button>x</button></form>`,
    );
    const answer = page.waitForResponse(/retenir$/);
    await page.getByRole('button').click();
    expect((await answer).status()).toBe(403);
    await page.waitForLoadState();
    await expectHelpful(opened, /pas ouverte pour toi/);
    await opened.close();
  });

  it('too many writes in a minute are asked to wait (429), the others still read', async () => {
    const opened = await stage.open({ width });
    const { page } = opened;
    const slots = await remoteSlots(page);
    let status = 0;
    for (let press = 0; press <= LIMIT_WRITE && status !== 429; press += 1) {
      await page.goto(slots);
      const answer = page.waitForResponse((response) => response.request().method() === 'POST');
      await slotButtons(page).nth(press).click();
      status = (await answer).status();
      await page.waitForLoadState();
    }
    expect(status).toBe(429);
    await expectHelpful(opened, /Trop de demandes/);
    await opened.close();
  });
});

describe('when something breaks on our side', () => {
  it('the page gives an incident number, never the message', async () => {
    const opened = await stage.open({ width: 360 });
    const { page } = opened;
    opened.witness.allow(/status of 500/);
    await stage.query('alter table appointments.opening rename to opening_away');
    const answer = await page.goto(`${SEARCH}?communeCode=23247`);
    await stage.query('alter table appointments.opening_away rename to opening');
    expect(answer?.status()).toBe(500);
    const said = await page.getByRole('main').innerText();
    expect(said).toMatch(/Numéro d’incident : \S{6,}/);
    expect(said).not.toMatch(/appointments|relation|select/i);
    await expectHelpful(opened, /cassé de notre côté/);
    // The log says where and which code, never the message: 42P01 is a table that is not there.
    stage.expectIncident(/42P01/);
    await opened.close();
  });
});

async function remoteSlots(page: OpenedPage['page']): Promise<string> {
  await page.goto(`${SEARCH}?communeCode=23247`);
  const link = page.getByRole('link', { name: /^En visio, dès le/ });
  return (await link.getAttribute('href')) ?? '';
}
