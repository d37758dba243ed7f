import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Keyboard } from './keyboard.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { heading, openPrivateLink, readMessage, SEARCH, someone } from './young-person.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const SLOT =
  /^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d+(er)?\s\p{L}+( \d{4})? à \d+\sh(\s\d+)?, avec \p{Lu}[\p{L} -]+, .+$/u;

describe('by keyboard alone', () => {
  it.each([360, 1280] as const)('books, moves and cancels at %i px', async (width) => {
    const opened = await stage.open({ width });
    const { page } = opened;
    const keys = await Keyboard.of(page);
    const visitor = someone();

    await page.goto(SEARCH);
    await keys.press('Tab');
    expect((await keys.here()).role).toBe('link');
    await keys.press('Enter');
    await keys.tabTo('combobox', /^Ta commune/);
    await page.keyboard.type('saint-vaury');
    await page.getByRole('option', { name: /^Saint-Vaury/ }).waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.tabTo('button', 'Voir les créneaux près de chez moi');
    await keys.pressAndLoad('Space');

    await keys.tabTo('link', /^Voir les créneaux à Info Jeunes Guéret/);
    await keys.pressAndLoad('Enter');
    const met = await keys.tabTo('button', /à Guéret|Guéret$/);
    const slot = met.at(-1)?.name ?? '';
    expect(slot).toMatch(SLOT);
    await keys.pressAndLoad('Space');

    await fill(keys, { ...visitor, day: '31', month: '2' });
    await keys.tabTo('button', 'Confirmer le rendez-vous');
    await keys.pressAndLoad('Enter');
    // One comes back at the summary; its link leads to the field, and what was typed is there.
    await page.locator('.error-summary:focus').waitFor();
    expect(await keys.here()).toMatchObject({ role: 'alert', name: 'Il manque quelque chose' });
    await keys.tabTo('link', 'Cette date n’existe pas. Exemple : 27 3 2008');
    await keys.press('Enter');
    expect((await keys.here()).name).toMatch(/^Jour/);
    await keys.press('ControlOrMeta+a');
    await keys.type('7');
    await keys.tabTo('textbox', /^Mois/);
    await keys.type('3');
    await keys.tabTo('button', 'Confirmer le rendez-vous');
    await keys.pressAndLoad('Enter');
    expect(await heading(page)).toBe('Rendez-vous confirmé');

    await readMessage(page, visitor.email, /confirmé/i);
    await openPrivateLink(page);
    await keys.tabTo('link', 'Déplacer');
    await keys.pressAndLoad('Enter');
    await keys.tabTo('button', SLOT);
    await keys.pressAndLoad('Enter');
    expect(await heading(page)).toBe('Rendez-vous déplacé');
    await keys.tabTo('link', 'Annuler');
    await keys.pressAndLoad('Enter');
    await keys.tabTo('radio', 'Je préfère ne pas dire');
    await keys.press('ArrowUp');
    expect(await keys.here()).toMatchObject({ role: 'radio', name: 'Autre chose' });
    await keys.tabTo('button', 'Oui, annuler');
    await keys.pressAndLoad('Space');
    expect(await heading(page)).toBe('Rendez-vous annulé');
    await opened.close();
  });

  it('reads a whole name for every slot, of a place and at a distance', async () => {
    const opened = await stage.open({ width: 1280 });
    const { page } = opened;
    await page.goto(`${SEARCH}?communeCode=23096`);
    const pages = await page
      .getByRole('main')
      .locator('a[href*="/creneaux?"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(pages.length).toBeGreaterThan(2);
    for (const address of pages) {
      await page.goto(address);
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const names = nodes
        .filter((node) => node.role?.value === 'button' && !node.ignored)
        .map((node) => String(node.name?.value))
        .filter((name) => name.includes(', avec '));
      expect(names.length).toBe(await page.locator('button[name=creneau]').count());
      expect(names.filter((name) => !SLOT.test(name))).toEqual([]);
      await session.detach();
    }
    await opened.close();
  });
});

interface Typed {
  readonly firstName: string;
  readonly email: string;
  readonly day: string;
  readonly month: string;
}

/** In the order of the form. */
async function fill(keys: Keyboard, typed: Typed): Promise<void> {
  await keys.tabTo('textbox', /^Prénom ou pseudonyme/);
  await keys.type(typed.firstName);
  await keys.tabTo('textbox', /^E-mail/);
  await keys.type(typed.email);
  await keys.tabTo('textbox', /^Jour/);
  await keys.type(typed.day);
  await keys.tabTo('textbox', /^Mois/);
  await keys.type(typed.month);
  await keys.tabTo('textbox', /^Année/);
  await keys.type('2008');
}
