import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
  readMessage,
  sayWhoIAm,
  searchFrom,
  someone,
} from './young-person.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe.each([360, 1280] as const)('without script, at %i px', (width) => {
  it('books in person at Guéret from a commune that has homonyms, moves, cancels', async () => {
    const opened = await stage.open({ width, javaScript: 'off' });
    const { page } = opened;
    const visitor = someone();

    await searchFrom(opened, 'Saint-Laurent');
    await expectWelcoming(opened);
    expect(await page.getByRole('link', { name: /^Saint-Laurent \(/ }).count()).toBeGreaterThan(1);
    await follow(page, 'Saint-Laurent (23000, Creuse)');
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe(
      'Près de Saint-Laurent',
    );
    // The address can be shared: it holds the commune and nothing of the person.
    expect(new URL(page.url()).search).toBe('?communeCode=23206');
    await expectWelcoming(opened);

    await follow(page, /^Voir les créneaux à Info Jeunes Guéret/);
    expect(await heading(page)).toBe('Créneaux à Info Jeunes Guéret');
    await expectWelcoming(opened);
    await chooseSlot(page, 1);
    expect(await heading(page)).toBe('Dis-nous qui tu es');
    await expectWelcoming(opened);
    await sayWhoIAm(page, visitor);
    await confirm(page);
    expect(await page.getByRole('main').getByRole('heading').first().innerText()).toBe(
      'Rendez-vous confirmé',
    );
    expect(await page.getByRole('main').innerText()).toContain('Info Jeunes Guéret, ');
    await expectWelcoming(opened);

    await readMessage(page, visitor.email, /confirmé/i);
    await openPrivateLink(page);
    await follow(page, 'Déplacer');
    await expectWelcoming(opened);
    await chooseSlot(page);
    expect(await heading(page)).toBe('Rendez-vous déplacé');
    await follow(page, 'Annuler');
    await page.getByText('Je ne suis plus disponible').click();
    await expectWelcoming(opened);
    await press(page, 'Oui, annuler');
    expect(await heading(page)).toBe('Rendez-vous annulé');
    await expectWelcoming(opened);
    await opened.close();
  });
});

describe('without script', () => {
  it('asks again among several communes in the form, and keeps the rest', async () => {
    const opened = await stage.open({ width: 360, javaScript: 'off' });
    const { page } = opened;
    const visitor = someone();
    await searchFrom(opened, 'Guéret');
    await follow(page, /^En visio, dès le/);
    await chooseSlot(page, 2);
    await sayWhoIAm(page, visitor);
    await page.getByLabel('La commune où tu habites').fill('Saint-Laurent');
    await confirm(page);
    expect(await page.title()).toMatch(/^Erreur : /);
    expect(await page.getByLabel('Prénom ou pseudonyme').inputValue()).toBe(visitor.firstName);
    await page.getByRole('alert').getByRole('link').click();
    await page.getByText('Saint-Laurent (23000, Creuse)').click();
    await confirm(page);
    expect(await heading(page)).toBe('Rendez-vous confirmé');
    await opened.close();
  });
});
