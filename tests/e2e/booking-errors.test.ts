import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { OpenedPage } from '../browser/browser.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { expectWelcoming } from './welcoming.ts';
import {
  chooseRemote,
  chooseSlot,
  confirm,
  follow,
  heading,
  openPrivateLink,
  press,
  readMessage,
  sayWhoIAm,
  SEARCH,
  slotButtons,
  someone,
  startOf,
} from './young-person.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

async function onPage(visit: (opened: OpenedPage) => Promise<void>, width: 360 | 1280 = 360) {
  const opened = await stage.open({ width });
  await visit(opened);
  await opened.close();
}

/** What ten minutes would do. */
async function letHoldsEnd(): Promise<void> {
  await stage.query(
    `update appointments.appointment set expires_at = expires_at - interval '1 hour' where status = 'on_hold'`,
  );
}

/** How many interviews of that adviser start then, of those that stand. */
async function standingAt(slot: string): Promise<number> {
  const [start, adviser] = slot.split('|');
  const rows = await stage.query(
    `select 1 from appointments.appointment where status = 'booked' and person_id = '${adviser}'
      and lower(period) = to_timestamp(${Number(start) / 1000})`,
  );
  return rows.length;
}

async function countBooked(): Promise<number> {
  return (await stage.query(`select 1 from appointments.appointment where status = 'booked'`))
    .length;
}

describe('a form with faults', () => {
  it.each([360, 1280] as const)(
    'lists them, says each beside its field, keeps what was typed, at %i px',
    (width) =>
      onPage(async (opened) => {
        const { page } = opened;
        await chooseRemote(opened, 0);
        await page.getByLabel('La commune où tu habites').fill('');
        await confirm(page);
        const lines = await page.getByRole('alert').getByRole('link').allInnerTexts();
        expect(lines).toEqual([
          'Il manque un prénom ou un pseudonyme.',
          expect.stringMatching(/^Il manque un e-mail/),
          'Il manque la date de naissance.',
          expect.stringMatching(/^Il manque la commune/),
        ]);
        expect(await page.title()).toMatch(/^Erreur : /);
        await expectWelcoming(opened);
        expect(await page.getByLabel(/^E-mail/).getAttribute('aria-invalid')).toBe('true');

        await sayWhoIAm(page, { firstName: 'Nour', email: 'nour@', birthDate: '2008-02-31' });
        await page.getByLabel(/^Ton idée/).fill('Un chantier en Islande');
        await confirm(page);
        expect(await page.getByLabel('Prénom ou pseudonyme').inputValue()).toBe('Nour');
        expect(await page.getByLabel(/^E-mail/).inputValue()).toBe('nour@');
        expect(await page.getByRole('textbox', { name: 'Jour' }).inputValue()).toBe('31');
        expect(await page.getByLabel(/^Ton idée/).inputValue()).toBe('Un chantier en Islande');
        await page.getByRole('alert').getByRole('link').first().click();
        expect(await page.locator(':focus').getAttribute('name')).toBe('email');
        await press(page, 'Choisir un autre créneau');
      }, width),
  );

  it('takes no more than 35 years on the day of the interview, and says where else to go', () =>
    onPage(async (opened) => {
      const { page } = opened;
      const slot = await chooseRemote(opened, 0);
      const day = Temporal.Instant.fromEpochMilliseconds(startOf(slot))
        .toZonedDateTimeISO('Europe/Paris')
        .toPlainDate();
      const visitor = someone({ birthDate: day.subtract({ years: 36 }).toString() });
      await sayWhoIAm(page, visitor);
      await confirm(page);
      expect(await page.getByRole('alert').innerText()).toContain('jusqu’à 35 ans inclus');
      await expectWelcoming(opened);
      const birthDate = day.subtract({ years: 36 }).add({ days: 1 }).toString();
      await sayWhoIAm(page, { ...visitor, birthDate });
      await confirm(page);
      expect(await heading(page)).toBe('Rendez-vous confirmé');
    }));

  it('asks for a parent’s agreement under 15', () =>
    onPage(async (opened) => {
      const { page } = opened;
      await chooseRemote(opened, 0);
      const today = Temporal.Now.plainDateISO('Europe/Paris');
      const birthDate = today.subtract({ years: 15 }).add({ days: 1 }).toString();
      await sayWhoIAm(page, someone({ birthDate }));
      await confirm(page);
      expect(await page.getByRole('alert').innerText()).toContain('l’accord d’un parent');
      await expectWelcoming(opened);
      await page.getByText('Mon parent est d’accord pour ce rendez-vous').click();
      await page.getByLabel(/^Son nom/).fill('Awa Diarra');
      await page.getByLabel(/^Son téléphone ou son e-mail/).fill('06 12 34 56 78');
      await confirm(page);
      expect(await heading(page)).toBe('Rendez-vous confirmé');
    }));

  it('sends those of another region elsewhere, at the search and in the form', () =>
    onPage(async (opened) => {
      const { page } = opened;
      await page.goto(`${SEARCH}?communeCode=69123`);
      expect(await heading(page)).toMatch(/^Lyon, c’est une autre région/);
      expect(await page.getByRole('main').innerText()).toContain('Info Jeunes');
      await expectWelcoming(opened);
      await chooseRemote(opened, 0);
      await sayWhoIAm(page, someone());
      await page.getByLabel('La commune où tu habites').fill('Montluçon');
      await page.getByRole('option', { name: /^Montluçon/ }).click();
      await confirm(page);
      expect(await page.getByRole('alert').innerText()).toContain('une autre région');
      await press(page, 'Choisir un autre créneau');
    }));
});

describe('a slot', () => {
  it('whose minutes are over is taken anew when still free', () =>
    onPage(async (opened) => {
      const slot = await chooseRemote(opened, 0);
      await sayWhoIAm(opened.page, someone());
      await letHoldsEnd();
      await confirm(opened.page);
      expect(await heading(opened.page)).toBe('Rendez-vous confirmé');
      expect(await standingAt(slot)).toBe(1);
    }));

  it.each([360, 1280] as const)(
    'taken meanwhile: the form is kept and one press on another confirms, at %i px',
    (width) =>
      onPage(async (opened) => {
        const { page } = opened;
        const visitor = someone();
        const slot = await chooseRemote(opened, 0);
        await sayWhoIAm(page, visitor);
        await page.getByLabel(/^Ton idée/).fill('Un stage à Turin');
        await letHoldsEnd();
        await takeAsSomeoneElse(slot);
        await confirm(page);
        expect(await page.getByRole('alert').innerText()).toContain('vient d’être pris');
        expect(await page.getByLabel('Prénom ou pseudonyme').inputValue()).toBe(visitor.firstName);
        expect(await page.getByLabel(/^Ton idée/).inputValue()).toBe('Un stage à Turin');
        await expectWelcoming(opened);
        expect(await slotButtons(page).count()).toBeGreaterThan(2);
        const other = await chooseSlot(page, 0);
        expect(other).not.toBe(slot);
        expect(await heading(page)).toBe('Rendez-vous confirmé');
        expect(await standingAt(slot)).toBe(1);
        expect(await standingAt(other)).toBe(1);
      }, width),
  );

  it('taken before it is chosen: the others are shown', () =>
    onPage(async (opened) => {
      const { page } = opened;
      await page.goto(`${SEARCH}?communeCode=23247`);
      await follow(page, /^En visio, dès le/);
      const value = (await slotButtons(page).first().getAttribute('value')) ?? '';
      await takeAsSomeoneElse(value);
      await chooseSlot(page, 0);
      expect(await heading(page)).toBe('Créneaux à distance');
      expect(await page.getByRole('alert').innerText()).toContain('vient d’être pris');
      await expectWelcoming(opened);
      await chooseSlot(page, 0);
      expect(await heading(page)).toBe('Dis-nous qui tu es');
      await press(page, 'Choisir un autre créneau');
    }));

  it('given back by hand leads to the others; its form is gone', () =>
    onPage(async (opened) => {
      const { page } = opened;
      await chooseRemote(opened, 0);
      const form = page.url();
      await press(page, 'Choisir un autre créneau');
      expect(await heading(page)).toBe('Créneaux à distance');
      const answer = await page.goto(form);
      expect(answer?.status()).toBe(410);
      expect(await heading(page)).toBe('Ce créneau n’est plus gardé');
      await expectWelcoming(opened);
      await follow(page, 'Revoir les créneaux');
      expect(await heading(page)).toBe('Prendre rendez-vous');
    }));
});

describe('one interview', () => {
  it('for a button pressed twice', () =>
    onPage(async (opened) => {
      const { page } = opened;
      const before = await countBooked();
      await chooseRemote(opened, 0);
      await sayWhoIAm(page, someone());
      await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).dblclick();
      await page.getByRole('heading', { name: 'Rendez-vous confirmé' }).waitFor();
      expect(await countBooked()).toBe(before + 1);
    }));

  it('for two tabs, the second told that one is open, without any detail, and sent the link again', () =>
    onPage(async (opened) => {
      const { page } = opened;
      const before = await countBooked();
      const visitor = someone();
      const second = await page.context().newPage();
      await chooseRemote(opened, 0);
      await chooseRemote({ ...opened, page: second }, 3);
      await sayWhoIAm(page, visitor);
      await sayWhoIAm(second, visitor);
      await confirm(page);
      expect(await heading(page)).toBe('Rendez-vous confirmé');
      await confirm(second);
      expect(await heading(second)).toBe('Un rendez-vous est déjà pris avec ce contact');
      expect(await second.getByRole('main').innerText()).not.toMatch(/\d+\sh|avec \p{Lu}/u);
      await expectWelcoming({ ...opened, page: second });
      expect(await countBooked()).toBe(before + 1);
      await readMessage(second, visitor.email, /lien/i);
      await openPrivateLink(second);
      expect(await heading(second)).toBe('Rendez-vous confirmé');
    }));

  it('after the back button, whether the form is looked at or sent again', () =>
    onPage(async (opened) => {
      const { page } = opened;
      const before = await countBooked();
      const slot = await chooseRemote(opened, 0);
      const form = page.url();
      await sayWhoIAm(page, someone());
      await confirm(page);
      await page.goBack();
      await page.waitForLoadState();
      expect(await countBooked()).toBe(before + 1);
      // A browser that kept the page sends the same form again.
      await page.goto(form);
      const again = await page.request.post(form, {
        headers: { origin: stage.baseUrl },
        form: { creneau: slot, prenom: 'Lina' },
        maxRedirects: 0,
      });
      expect([303, 422]).toContain(again.status());
      expect(await countBooked()).toBe(before + 1);
    }));
});

/** Another person on another device books that slot to the end. */
async function takeAsSomeoneElse(slot: string): Promise<void> {
  const other = await stage.open({ width: 1280 });
  await other.page.goto(`${SEARCH}?communeCode=23247`);
  await follow(other.page, /^En visio, dès le/);
  const values = await slotButtons(other.page).evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('value')),
  );
  await chooseSlot(other.page, values.indexOf(slot));
  await sayWhoIAm(other.page, someone());
  await confirm(other.page);
  expect(await heading(other.page)).toBe('Rendez-vous confirmé');
  await other.close();
}
