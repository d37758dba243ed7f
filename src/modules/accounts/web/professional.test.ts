import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aMembership,
  anEnrolledProfessional,
  askForLink,
  PASSWORD,
  signInWithPassword,
  totpOf,
} from '#tests/accounts/journeys.ts';
import { Browser, openAccountsKit } from '#tests/accounts/kit.tsx';
import type { AccountsKit } from '#tests/accounts/kit.tsx';

let kit: AccountsKit;
beforeAll(async () => {
  kit = await openAccountsKit();
});
afterAll(() => kit.close());

describe('a professional signs in', () => {
  test('invited, chooses a password, installs the application, acts under the only role', async () => {
    const { browser, personId, recoveryCodes } = await anEnrolledProfessional(kit);
    expect(await browser.actor()).toMatchObject({
      kind: 'professional',
      personId,
      role: 'adviser',
    });
    expect(recoveryCodes).toHaveLength(10);
  });

  test('a password alone leaves unproven', async () => {
    const { email, personId } = await anEnrolledProfessional(kit);
    const browser = new Browser(kit);
    const answer = await browser.post('/connexion', {
      email: email.toUpperCase(),
      password: PASSWORD,
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/connexion/code');
    expect(await browser.actor()).toEqual({ kind: 'unproven', personId });
    expect((await browser.get('/connexion/code')).statusCode).toBe(200);
  });

  test('the right code opens the role, with a new token; the old one is dead', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const browser = await signInWithPassword(kit, email);
    const before = browser.cookieHeader();
    const answer = await browser.post('/connexion/code', {
      kind: 'totp',
      code: totpOf(secret).replace(/^.../, '$& '),
    });
    expect(answer.headers.location).toBe('/pro');
    expect(await browser.actor()).toMatchObject({ kind: 'professional' });
    expect(browser.cookieHeader()).not.toBe(before);
    const old = await kit.app.inject({ url: '/mon-compte/sessions', headers: { cookie: before } });
    expect(old.headers.location).toBe('/connexion');
  });

  test('a code serves once, in another session too', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const code = totpOf(secret, 1);
    const first = await signInWithPassword(kit, email);
    expect((await first.post('/connexion/code', { kind: 'totp', code })).statusCode).toBe(303);
    const second = await signInWithPassword(kit, email);
    expect((await second.post('/connexion/code', { kind: 'totp', code })).statusCode).toBe(422);
    expect(await second.actor()).toMatchObject({ kind: 'unproven' });
  });

  test('the same code posted twice at once opens one session', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const code = totpOf(secret);
    const browsers = await Promise.all([1, 2, 3].map(() => signInWithPassword(kit, email)));
    const answers = await Promise.all(
      browsers.map((each) => each.post('/connexion/code', { kind: 'totp', code })),
    );
    expect(answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([
      303, 422, 422,
    ]);
  });

  test('five wrong codes close the door, to the right one too', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const browser = await signInWithPassword(kit, email);
    const right = totpOf(secret);
    const wrong = String((Number(right) + 500_000) % 1_000_000).padStart(6, '0');
    for (let turn = 0; turn < 5; turn += 1) {
      expect(
        (await browser.post('/connexion/code', { kind: 'totp', code: wrong })).statusCode,
      ).toBe(422);
    }
    expect((await browser.post('/connexion/code', { kind: 'totp', code: right })).statusCode).toBe(
      429,
    );
    await kit.owner
      .query(`update accounts.attempt set window_start = window_start - interval '15 minutes'
      where subject like 'second-factor:%'`);
    expect((await browser.post('/connexion/code', { kind: 'totp', code: right })).statusCode).toBe(
      303,
    );
  });

  test('a recovery code serves once', async () => {
    const { email, recoveryCodes } = await anEnrolledProfessional(kit);
    const [code = ''] = recoveryCodes;
    const first = await signInWithPassword(kit, email);
    expect(
      (await first.post('/connexion/code', { kind: 'recovery-code', secours: code })).statusCode,
    ).toBe(303);
    expect(await first.actor()).toMatchObject({ kind: 'professional' });
    const second = await signInWithPassword(kit, email);
    expect(
      (await second.post('/connexion/code', { kind: 'recovery-code', secours: code })).statusCode,
    ).toBe(422);
    expect(await second.actor()).toMatchObject({ kind: 'unproven' });
  });

  test('a link opens one’s own space, never the profession', async () => {
    const { email, personId } = await anEnrolledProfessional(kit);
    const browser = new Browser(kit);
    const answer = await browser.post(await askForLink(kit, email));
    expect(answer.headers.location).toBe('/mon-espace');
    expect(await browser.actor()).toEqual({ kind: 'youth', personId });
    const [membership] = kit.memberships.get(personId) ?? [];
    const chosen = await browser.post('/connexion/role', { role: membership?.membershipId ?? '' });
    expect(chosen.headers.location).toBe('/connexion/code');
    expect(await browser.actor()).toEqual({ kind: 'unproven', personId });
  });

  test('a link does not let a professional set another application or passkey up', async () => {
    const email = 'sans.code@missionlocale.example';
    const personId = await kit.addPerson({ givenName: 'Maëlle', email });
    kit.memberships.set(personId, [aMembership()]);
    const browser = new Browser(kit);
    await browser.post(await askForLink(kit, email));
    expect(await browser.actor()).toEqual({ kind: 'youth', personId });
    expect((await browser.get('/connexion/code/application')).statusCode).toBe(403);
    expect((await browser.post('/connexion/code/application/nouvelle')).statusCode).toBe(403);
  });

  test('the second factor is asked again after 30 days on a remembered device, after 12 hours elsewhere', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const browser = new Browser(kit);
    await browser.post('/connexion', { email, password: PASSWORD, remember: 'oui' });
    await browser.post('/connexion/code', { kind: 'totp', code: totpOf(secret) });
    const shift = (by: string, extra = '') =>
      kit.owner.query(
        `update accounts.acting set second_factor_at = second_factor_at - $1::interval ${extra}`,
        [by],
      );
    await shift('29 days 23:59:00');
    expect(await browser.actor()).toMatchObject({ kind: 'professional' });
    await shift('1 minute');
    expect(await browser.actor()).toMatchObject({ kind: 'unproven' });
    await shift('-29 days -12:01:00', ', remembered = false');
    expect(await browser.actor()).toMatchObject({ kind: 'professional' });
    await shift('1 minute');
    expect(await browser.actor()).toMatchObject({ kind: 'unproven' });
  });

  test('of several roles one is chosen; that of someone else is not found', async () => {
    const memberships = [
      aMembership('adviser'),
      aMembership('coordinator', 'Coordinatrice, Nouvelle-Aquitaine'),
    ];
    const { browser, personId } = await anEnrolledProfessional(kit, memberships);
    expect(await browser.actor()).toEqual({ kind: 'unproven', personId });
    expect((await browser.get('/connexion/code')).headers.location).toBe('/connexion/role');
    expect((await browser.get('/connexion/role')).body).toContain(
      'Coordinatrice, Nouvelle-Aquitaine',
    );
    const answer = await browser.post('/connexion/role', {
      role: memberships[1]?.membershipId ?? '',
    });
    expect(answer.headers.location).toBe('/coordination');
    expect(await browser.actor()).toMatchObject({ kind: 'professional', role: 'coordinator' });
    expect(
      (await browser.post('/connexion/role', { role: aMembership().membershipId })).statusCode,
    ).toBe(404);
    await browser.post('/connexion/role', { role: 'own' });
    expect(await browser.actor()).toEqual({ kind: 'youth', personId });
  });

  test('comes back to a page of ours, never to another site', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const browser = new Browser(kit);
    const first = await browser.post('/connexion', {
      email,
      password: PASSWORD,
      suite: '/pro/calendrier',
    });
    expect(first.headers.location).toBe('/connexion/code?suite=%2Fpro%2Fcalendrier');
    const second = await browser.post('/connexion/code', {
      kind: 'totp',
      code: totpOf(secret),
      suite: '//ailleurs.example',
    });
    expect(second.headers.location).toBe('/pro');
  });
});
