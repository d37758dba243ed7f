import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Authenticator } from '#tests/accounts/authenticator.ts';
import type { Ceremony } from '#tests/accounts/authenticator.ts';
import {
  aMembership,
  anEnrolledProfessional,
  askForLink,
  invite,
  PASSWORD,
} from '#tests/accounts/journeys.ts';
import { Browser, openAccountsKit } from '#tests/accounts/kit.tsx';
import type { AccountsKit } from '#tests/accounts/kit.tsx';

let kit: AccountsKit;
beforeAll(async () => {
  kit = await openAccountsKit();
});
afterAll(() => kit.close());

async function add(browser: Browser, key: Authenticator, ceremony: Ceremony = {}): Promise<number> {
  const options = await browser.postJson('/mon-compte/cles/options', {});
  if (options.statusCode !== 200) return options.statusCode;
  const response = key.register(options.json<{ challenge: string }>().challenge, ceremony);
  return (await browser.postJson('/mon-compte/cles', { response })).statusCode;
}

async function present(browser: Browser, key: Authenticator, ceremony: Ceremony = {}) {
  const options = await browser.postJson('/connexion/cle/options', {});
  const response = key.present(options.json<{ challenge: string }>().challenge, ceremony);
  return browser.postJson('/connexion/cle', { response });
}

async function youth(email: string): Promise<Browser> {
  const browser = new Browser(kit);
  await browser.post(await askForLink(kit, email), { nouveau: '1', prenom: 'Lina' });
  return browser;
}

describe('a passkey', () => {
  test('of a young person is added, opens their space, is listed and removed by its owner only', async () => {
    const browser = await youth('lina@exemple.example');
    const key = new Authenticator();
    expect(await add(browser, key)).toBe(200);
    const elsewhere = new Browser(kit);
    expect((await present(elsewhere, key)).json()).toEqual({ to: '/mon-espace' });
    expect(await elsewhere.actor()).toEqual(await browser.actor());

    const [path = ''] =
      (await browser.get('/mon-compte/sessions')).body.match(
        /\/mon-compte\/cles\/[0-9a-f-]+\/suppression/,
      ) ?? [];
    expect((await (await youth('autre@exemple.example')).post(path)).statusCode).toBe(404);
    expect((await browser.post(path)).statusCode).toBe(303);
    expect((await present(new Browser(kit), key)).statusCode).toBe(422);
  });

  test('that recognised its user is a professional’s second factor, alone or after the password', async () => {
    const { browser, email, personId } = await anEnrolledProfessional(kit);
    const key = new Authenticator();
    expect(await add(browser, key)).toBe(200);
    const alone = new Browser(kit);
    expect((await present(alone, key)).json()).toEqual({ to: '/pro' });
    expect(await alone.actor()).toMatchObject({ kind: 'professional', personId });
    const after = new Browser(kit);
    await after.post('/connexion', { email, password: PASSWORD });
    expect(await after.actor()).toMatchObject({ kind: 'unproven' });
    await present(after, key);
    expect(await after.actor()).toMatchObject({ kind: 'professional' });
  });

  test('that is only there opens no profession, and is not taken from a professional', async () => {
    const { browser, personId } = await anEnrolledProfessional(kit);
    expect(await add(browser, new Authenticator(), { user: 'present' })).toBe(422);
    const key = new Authenticator();
    await add(browser, key);
    const elsewhere = new Browser(kit);
    expect((await present(elsewhere, key, { user: 'present' })).json()).toEqual({
      to: '/mon-espace',
    });
    expect(await elsewhere.actor()).toEqual({ kind: 'youth', personId });
  });

  test('may be what an invitation sets up', async () => {
    const email = 'cle@missionlocale.example';
    const personId = await kit.addPerson({ givenName: 'Cléa', email });
    kit.memberships.set(personId, [aMembership()]);
    const browser = new Browser(kit);
    const path = await invite(kit, personId, email);
    await browser.post(path, { password: PASSWORD });
    expect(await add(browser, new Authenticator())).toBe(200);
    expect(await browser.actor()).toMatchObject({ kind: 'professional', personId });
    expect((await new Browser(kit).get(path)).statusCode).toBe(410);
  });

  test('is not added to a professional’s account by a mailbox alone', async () => {
    const { email } = await anEnrolledProfessional(kit);
    const browser = new Browser(kit);
    await browser.post(await askForLink(kit, email));
    expect(await add(browser, new Authenticator())).toBe(403);
  });

  test('added by a mailbox alone before there was a profession does not open it', async () => {
    const email = 'avant@missionlocale.example';
    const browser = await youth(email);
    const key = new Authenticator();
    expect(await add(browser, key)).toBe(200);
    const actor = await browser.actor();
    if (actor.kind !== 'youth') throw new Error('not a young person');
    await kit.owner.query('update accounts.person set email = $2 where id = $1', [
      actor.personId,
      email,
    ]);
    kit.memberships.set(actor.personId, [aMembership()]);
    await new Browser(kit).post(await invite(kit, actor.personId, email), { password: PASSWORD });
    expect((await present(new Browser(kit), key)).statusCode).toBe(422);
  });

  test('is not added by a mailbox alone while the role has not begun', async () => {
    const { email, personId } = await anEnrolledProfessional(kit);
    kit.memberships.set(personId, []);
    const browser = new Browser(kit);
    await browser.post(await askForLink(kit, email));
    expect(await browser.actor()).toEqual({ kind: 'youth', personId });
    expect(await add(browser, new Authenticator())).toBe(403);
  });

  test('answers one challenge once, from our own site, signed by its own key', async () => {
    const browser = await youth('rejeu@exemple.example');
    const key = new Authenticator();
    await add(browser, key);
    const replayer = new Browser(kit);
    const options = await replayer.postJson('/connexion/cle/options', {});
    const response = key.present(options.json<{ challenge: string }>().challenge);
    expect((await replayer.postJson('/connexion/cle', { response })).statusCode).toBe(200);
    expect((await replayer.postJson('/connexion/cle', { response })).statusCode).toBe(422);
    expect(
      (await present(new Browser(kit), key, { origin: 'https://ailleurs.example' })).statusCode,
    ).toBe(422);
    expect((await present(new Browser(kit), new Authenticator())).statusCode).toBe(422);
    expect(
      (await new Browser(kit).postJson('/connexion/cle', { response: 'rien' })).statusCode,
    ).toBe(422);
  });

  test('of a closed account opens nothing', async () => {
    const browser = await youth('ferme@exemple.example');
    const key = new Authenticator();
    await add(browser, key);
    await browser.post('/mon-compte/fermer');
    expect((await present(new Browser(kit), key)).statusCode).toBe(422);
  });
});
