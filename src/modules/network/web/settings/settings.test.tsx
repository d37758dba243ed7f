import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, NetworkId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import type { Pages } from '#tests/network/pages.tsx';
import { openPages } from '#tests/network/pages.tsx';
import { foundNetwork, professional } from '#tests/network/so-mobilite.ts';
import { findNetwork } from '../../use-cases/read-networks.ts';
import { networkPaths } from '../paths.ts';
import { valuesOfNetwork } from './form.ts';

let house: House;
let pages: Pages;
let networkId: NetworkId;
let coordinator: Actor;

beforeAll(async () => {
  house = await openHouse();
  networkId = await foundNetwork(house);
  const person = await house.person('Solène');
  coordinator = professional('coordinator', { kind: 'network', networkId }, person);
  pages = await openPages(house, coordinator);
});
afterAll(async () => {
  await pages.close();
  await house.close();
});
beforeEach(() => pages.actAs(coordinator));

const address = networkPaths.settings('so-mobilite');

async function networkNow() {
  const network = await findNetwork(house.as(coordinator), networkId);
  if (!network) throw new Error('no network');
  return network;
}

/** The form as the page shows it, with what is typed over. */
async function save(typed: Readonly<Record<string, string>>) {
  const fields = { ...valuesOfNetwork(await networkNow()), ...typed } as Record<string, string>;
  if (fields['underFifteenConsent'] === '') delete fields['underFifteenConsent'];
  return pages.post(address, fields);
}

describe('settings', () => {
  test('what is shown is what holds; saved as it is, nothing changes and nothing is written down', async () => {
    const { statusCode, body } = await pages.get(address);
    expect(statusCode).toBe(200);
    expect(body).toContain('dans un délai de 48 h');
    expect(body).toContain('name="confirmWithinHours"');
    const before = await networkNow();
    const answer = await save({});
    expect(answer.headers.location).toBe(`${address}?fait=oui`);
    expect(await networkNow()).toEqual(before);
    const { rows } = await house.owner.query(
      `select 1 from platform.audit_entry where verb = 'network.change-network-settings'`,
    );
    expect(rows).toHaveLength(0);
  });

  test('a change is kept, written down with its author, and said', async () => {
    await save({
      minimumNoticeHours: '24',
      ageMax: '',
      wording: 'vous',
      warm: 'C40',
      contactPhone: '05 36 49 00 00',
      reminders: '72, 24, 2',
      underFifteenConsent: '',
    });
    expect(await networkNow()).toMatchObject({
      wording: 'vous',
      contactPhone: '+33536490000',
      colours: { warm: '#cc4400', cool: '#1f6f78' },
      settings: {
        minimumNoticeHours: 24,
        ageMax: null,
        reminders: [72, 24, 2],
        underFifteenConsent: false,
      },
    });
    const { rows } = await house.owner.query(
      `select actor_person_id, facts from platform.audit_entry where verb = 'network.change-network-settings'`,
    );
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0].facts).toSorted()).toEqual([
      'ageMax',
      'colours',
      'contactPhone',
      'minimumNoticeHours',
      'reminders',
      'underFifteenConsent',
      'wording',
    ]);
    expect((await pages.get(`${address}?fait=oui`)).body).toContain('Réglages enregistrés');
  });

  test.each<[Record<string, string>, string]>([
    [{ minimumNoticeHours: '721' }, 'de 0 à 720'],
    [{ minimumNoticeHours: 'deux jours' }, 'de 0 à 720'],
    [{ slotMinutes: '4' }, 'de 5 à 480'],
    [{ furthestDays: '1', minimumNoticeHours: '24' }, 'aucun créneau ne pourrait être pris'],
    [{ ageMin: '36', ageMax: '35' }, 'ne peut pas dépasser l’âge maximum'],
    [{ contactDelayMin: '8', contactDelayMax: '7' }, 'ne peut pas dépasser le plus long'],
    [{ reminders: '3, 48' }, 'du plus éloigné au plus proche'],
    [{ reminders: '48, demain' }, 'de 1 à 336'],
    [{ quietFrom: '24' }, 'de 0 à 23'],
    [{ warm: 'orange' }, 'par exemple #d9622b'],
    [{ contactEmail: 'contact' }, 'adresse électronique complète'],
    [{ contactPhone: '12' }, 'numéro de téléphone complet'],
    [{ controllerName: '' }, 'qui répond des données'],
    [{ videoPattern: 'https://visio.exemple.fr/salle' }, 'qui contient {code}'],
    [{ mailFrom: 'So Mobilité' }, 'So Mobilité &lt;rdv@exemple.fr>'],
    [{ timeZone: 'Europe/Guéret' }, 'fuseau horaire de la liste'],
    [{ wording: '' }, 'tutoiement ou le vouvoiement'],
  ])('%j is refused in words and shown again', async (typed, words) => {
    const before = await networkNow();
    const answer = await save(typed);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Les réglages ne sont pas enregistrés');
    expect(answer.body).toContain(words);
    expect(await networkNow()).toEqual(before);
  });

  test.each([
    [{ minimumNoticeHours: '0' }],
    [{ slotMinutes: '480' }],
    [{ furthestDays: '2', minimumNoticeHours: '47' }],
    [{ ageMin: '35', ageMax: '35' }],
    [{ quietFrom: '23', quietUntil: '0' }],
    [{ reminders: '' }],
  ])('%j is on the right side of its bound', async (typed: Record<string, string>) => {
    expect((await save(typed)).statusCode).toBe(303);
  });
});

test('a pale colour is said to be shown darker', async () => {
  await save({ warm: '#ffd9a0' });
  expect((await pages.get(address)).body).toContain('plus foncée pour rester lisible');
});

test('only those who coordinate this network', async () => {
  const other = await foundNetwork(house, 'autre-reseau');
  for (const actor of [
    professional('coordinator', { kind: 'network', networkId: other }),
    { kind: 'visitor' } as const,
  ]) {
    pages.actAs(actor);
    expect((await pages.get(address)).statusCode).toBe(404);
    expect((await pages.post(address, { wording: 'tu' })).statusCode).toBe(404);
  }
});
