import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { OpenedPage } from '../browser/browser.ts';
import { screenshot } from '../browser/browser.ts';
import { become, listBusyWeeks } from './professional.ts';
import type { BusyWeek } from './professional.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { expectWelcoming } from './welcoming.ts';
import { follow, heading, press, slotButtons } from './young-person.ts';

let stage: Stage;
let weeks: readonly BusyWeek[];
beforeAll(async () => {
  stage = await openStage();
  weeks = await listBusyWeeks(stage, 2);
});
afterAll(() => stage?.close());

async function look(opened: OpenedPage, name: string): Promise<void> {
  await expectWelcoming(opened);
  await screenshot(opened.page, `pro-${name}-${opened.options.width}`);
}

describe.each([
  [360, 0],
  [1280, 1],
] as const)('an adviser, at %i px', (width, index) => {
  const week = () => weeks[index] as BusyWeek;

  it('adds a fortnightly opening and skips one occurrence: the public sees the others', async () => {
    const opened = await stage.open({ width });
    const { page } = opened;
    await become(page, week().adviser, /Ouvrir son espace|conseil/i);
    expect(await heading(page)).toBe('Aujourd’hui');
    await look(opened, 'today');
    await page.goto('/pro/plages');
    await look(opened, 'openings');
    await follow(page, 'Ouvrir une plage');
    await look(opened, 'new-opening');
    const [first, second] = fortnight();
    await page.getByLabel(/^Le, ou à partir du/).fill(first);
    await page.getByLabel(/^De.*horaire 1/).fill('09:00');
    await page.getByLabel(/^à.*horaire 1/).fill('12:00');
    await page.getByText('Chaque semaine, ou toutes les n semaines').click();
    await page.getByLabel(/^Toutes les … semaines/).fill('2');
    await page.getByLabel('Lieu').selectOption({ index: 1 });
    expect(await page.getByRole('checkbox', { name: 'Sur place' }).isChecked()).toBe(true);
    await page.getByText('Ouvert aussi les jours fériés').click();
    await press(page, 'Ouvrir cette plage');
    expect(await page.getByRole('status').first().innerText()).toContain('La plage est ouverte');
    await look(opened, 'opening');

    const place = await placeOfNewestOpening();
    expect(await timesOffered(place, first)).toContain('9 h');
    expect(await timesOffered(place, second)).toContain('9 h');
    await press(page, new RegExp(`^Sauter le samedi ${Number(second.slice(8))}\\s`));
    expect(await page.getByRole('status').first().innerText()).toContain('pour elle seule');
    await look(opened, 'skipped');
    expect(await timesOffered(place, first)).toContain('9 h');
    expect(await timesOffered(place, second)).toEqual([]);
    await opened.close();
  });

  it('declares a week away over interviews: moves one, cancels the others with a message', async () => {
    const opened = await stage.open({ width });
    const { page } = opened;
    const { adviser, monday, sunday, interviews } = week();
    await become(page, adviser, /Ouvrir son espace|conseil/i);
    await page.goto('/pro/absences');
    await look(opened, 'absences');
    await page.goto('/pro/absences/nouvelle?sorte=jours');
    await page.getByLabel('Premier jour').fill(monday);
    await page.getByLabel('Dernier jour compris').fill(sunday);
    await look(opened, 'new-absence');
    await press(page, 'Déclarer l’absence');
    const absence = page.url();
    const touched = page.getByRole('heading', { level: 2, name: /pendant cette absence$/ });
    expect(await touched.innerText()).toMatch(new RegExp(`^${interviews}\\s`));
    await look(opened, 'absence');

    await follow(page, /^Déplacer l’entretien/);
    await look(opened, 'move');
    await Promise.all([page.waitForEvent('load'), slotButtons(page).first().click()]);
    expect(await page.getByRole('status').first().innerText()).toContain('déplacé');
    await look(opened, 'moved');

    for (let left = interviews - 1; left > 0; left -= 1) {
      await page.goto(absence);
      await page.getByText('Annuler avec un message').first().click();
      await page.getByLabel('Message').first().fill('Je serai en formation cette semaine-là.');
      await press(page, /^Annuler l’entretien avec/);
      expect(await page.getByRole('status').first().innerText()).toContain('annulé');
    }
    await page.goto(absence);
    expect(await page.getByRole('main').innerText()).toContain('Aucun entretien ne tombe');
    await look(opened, 'settled');
    await opened.close();
    expect(await interviewsIn(week())).toBe(0);
  });

  it('says in two clicks what became of an interview', async () => {
    const opened = await stage.open({ width });
    const { page } = opened;
    const adviser = await someoneWithForgotten(index);
    await become(page, adviser, /Ouvrir son espace|conseil/i);
    expect(await page.getByRole('heading', { name: 'Que s’est-il passé ?' }).count()).toBe(1);
    await press(page, /^Tenu/);
    expect(await page.getByRole('status').first().innerText()).toContain('C’est noté');
    await look(opened, 'outcome');
    await opened.close();
  });

  it('looks at the calendar by day, week and month', async () => {
    const opened = await stage.open({ width });
    const { page } = opened;
    await become(page, week().adviser, /Ouvrir son espace|conseil/i);
    for (const view of ['jour', 'semaine', 'mois']) {
      const answer = await page.goto(`/pro/calendrier?vue=${view}`);
      expect(answer?.status()).toBe(200);
      await look(opened, `calendar-${view}`);
    }
    await opened.close();
  });
});

/** Two Saturdays, a fortnight apart: no one of the demonstration receives on a Saturday. */
function fortnight(): readonly [string, string] {
  const today = Temporal.Now.plainDateISO('Europe/Paris');
  const first = today.add({ days: 7 + ((6 - today.dayOfWeek + 7) % 7) });
  return [first.toString(), first.add({ weeks: 2 }).toString()];
}

async function placeOfNewestOpening(): Promise<string> {
  const [row] = await stage.query(
    'select place_id from appointments.opening order by created_at desc limit 1',
  );
  return String(row?.['place_id']);
}

/** What a visitor sees of that place that day. */
async function timesOffered(place: string, day: string): Promise<readonly string[]> {
  const { page, close } = await stage.open({ width: 1280 });
  await page.goto(`/so-mobilite/rendez-vous/creneaux?mode=sur-place&lieu=${place}&du=${day}`);
  const list = page.locator(`ul[aria-labelledby="jour-${day}"]`);
  const names = await list.locator('.slot__time').allInnerTexts();
  await close();
  return names.map((name) => name.replaceAll(/\s/g, ' '));
}

async function interviewsIn({ adviser, monday, sunday }: BusyWeek): Promise<number> {
  const rows = await stage.query(`
    select 1 from appointments.appointment a join accounts.person p on p.id = a.person_id
    where p.given_name || ' ' || p.family_name = '${adviser}' and a.status = 'booked'
      and (lower(period) at time zone zone)::date between '${monday}' and '${sunday}'`);
  return rows.length;
}

async function someoneWithForgotten(index: number): Promise<string> {
  const rows = await stage.query(`
    select p.given_name || ' ' || p.family_name as name from appointments.appointment a
    join accounts.person p on p.id = a.person_id
    where a.status = 'booked' and upper(period) < (select loaded_at from platform.demo_clock) group by p.id order by p.id`);
  const row = rows[index];
  if (!row) throw new Error('no adviser has a forgotten interview');
  return String(row['name']);
}
