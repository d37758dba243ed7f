import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  anEnrolledProfessional,
  PASSWORD,
  pathMailed,
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

describe('answers that teach nothing', () => {
  test('an unknown address and a wrong password read the same', async () => {
    const { email } = await anEnrolledProfessional(kit);
    const wrong = await new Browser(kit).post('/connexion', {
      email,
      password: 'un autre mot de passe',
    });
    const unknown = await new Browser(kit).post('/connexion', {
      email: 'personne@missionlocale.example',
      password: PASSWORD,
    });
    expect(wrong.statusCode).toBe(422);
    expect(unknown.statusCode).toBe(422);
    expect(unknown.body.replaceAll('personne@missionlocale.example', '')).toBe(
      wrong.body.replaceAll(email, ''),
    );
  });

  test('ten tries an address, known or not', async () => {
    for (const email of [
      (await anEnrolledProfessional(kit)).email,
      'inconnue@missionlocale.example',
    ]) {
      for (let turn = 0; turn < 10; turn += 1) {
        expect(
          (await new Browser(kit).post('/connexion', { email, password: 'pas celui-là' }))
            .statusCode,
        ).toBe(422);
      }
      expect(
        (await new Browser(kit).post('/connexion', { email, password: PASSWORD })).statusCode,
      ).toBe(429);
    }
  });

  test('a forgotten password is answered the same for nobody, who receives nothing', async () => {
    const { email } = await anEnrolledProfessional(kit);
    const before = kit.mails.length;
    const known = await new Browser(kit).post('/mot-de-passe-oublie', { email });
    const unknown = await new Browser(kit).post('/mot-de-passe-oublie', {
      email: 'nul@missionlocale.example',
    });
    expect(unknown.headers.location).toBe(known.headers.location);
    await kit.runJobs();
    expect(kit.mails.slice(before).map((mail) => mail.to)).toEqual([email]);
  });

  test('five messages an hour to one address', async () => {
    const email = 'boite.pleine@exemple.example';
    for (let turn = 0; turn < 7; turn += 1) {
      expect(
        (await new Browser(kit).post('/connexion/lien', { 'lien-email': email })).statusCode,
      ).toBe(303);
    }
    await kit.runJobs();
    expect(kit.mails.filter((mail) => mail.to === email)).toHaveLength(5);
  });
});

describe('a forgotten password', () => {
  const NEW = 'quatre renards roux';

  test('is replaced once, ends the sessions, and still asks for the second factor', async () => {
    const { email, browser, secret, personId } = await anEnrolledProfessional(kit);
    await new Browser(kit).post('/mot-de-passe-oublie', { email });
    await kit.runJobs();
    const path = pathMailed(kit, email);
    expect((await new Browser(kit).get(path)).statusCode).toBe(200);
    expect((await new Browser(kit).post(path, { password: 'Garrigue2026!' })).statusCode).toBe(422);
    const visitor = new Browser(kit);
    expect((await visitor.post(path, { password: NEW })).statusCode).toBe(303);
    expect(await visitor.actor()).toEqual({ kind: 'visitor' });
    expect(await browser.actor()).toEqual({ kind: 'visitor' });
    expect(
      (await new Browser(kit).post(path, { password: 'cinq loutres grises' })).statusCode,
    ).toBe(410);

    expect(await (await signInWithPassword(kit, email, PASSWORD)).actor()).toEqual({
      kind: 'visitor',
    });
    const again = await signInWithPassword(kit, email, NEW);
    expect(await again.actor()).toEqual({ kind: 'unproven', personId });
    await again.post('/connexion/code', { kind: 'totp', code: totpOf(secret) });
    expect(await again.actor()).toMatchObject({ kind: 'professional' });
    await kit.runJobs();
    expect(kit.mails.findLast((mail) => mail.to === email)?.subject).toBe(
      'Votre mot de passe a changé',
    );
  });

  test('an old link is refused', async () => {
    const { email } = await anEnrolledProfessional(kit);
    await new Browser(kit).post('/mot-de-passe-oublie', { email });
    await kit.runJobs();
    await kit.owner.query(
      `update accounts.verification set expires_at = expires_at - interval '31 minutes'`,
    );
    expect(
      (await new Browser(kit).post(pathMailed(kit, email), { password: NEW })).statusCode,
    ).toBe(410);
  });
});
