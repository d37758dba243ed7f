import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextFor } from '#platform/context.ts';
import { reopenEnrolment } from '#modules/accounts/index.ts';
import {
  aMembership,
  anEnrolledProfessional,
  askForLink,
  invite,
  PASSWORD,
  pathMailed,
  secretOf,
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
    expect(await browser.actor()).toMatchObject({ kind: 'professional', personId, role: 'adviser' });
    expect(recoveryCodes).toHaveLength(10);
  });

  test('a password alone leaves unproven', async () => {
    const { email, personId } = await anEnrolledProfessional(kit);
    const browser = new Browser(kit);
    const answer = await browser.post('/connexion', { email: email.toUpperCase(), password: PASSWORD });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/connexion/code');
    expect(await browser.actor()).toEqual({ kind: 'unproven', personId });
    expect((await browser.get('/connexion/code')).statusCode).toBe(200);
  });

  test('the right code opens the role, with a new token; the old one is dead', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const browser = await signInWithPassword(kit, email);
    const before = browser.cookieHeader();
    const answer = await browser.post('/connexion/code', { kind: 'totp', code: totpOf(secret).replace(/^.../, '$& ') });
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
    const answers = await Promise.all(browsers.map((each) => each.post('/connexion/code', { kind: 'totp', code })));
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([303, 422, 422]);
  });

  test('five wrong codes close the door, to the right one too', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const browser = await signInWithPassword(kit, email);
    const right = totpOf(secret);
    const wrong = String((Number(right) + 500_000) % 1_000_000).padStart(6, '0');
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await browser.post('/connexion/code', { kind: 'totp', code: wrong })).statusCode).toBe(422);
    }
    expect((await browser.post('/connexion/code', { kind: 'totp', code: right })).statusCode).toBe(429);
    await kit.owner.query(`update accounts.attempt set window_start = window_start - interval '15 minutes'
      where subject like 'second-factor:%'`);
    expect((await browser.post('/connexion/code', { kind: 'totp', code: right })).statusCode).toBe(303);
  });

  test('a recovery code serves once', async () => {
    const { email, recoveryCodes } = await anEnrolledProfessional(kit);
    const [code = ''] = recoveryCodes;
    const first = await signInWithPassword(kit, email);
    expect((await first.post('/connexion/code', { kind: 'recovery-code', secours: code })).statusCode).toBe(303);
    expect(await first.actor()).toMatchObject({ kind: 'professional' });
    const second = await signInWithPassword(kit, email);
    expect((await second.post('/connexion/code', { kind: 'recovery-code', secours: code })).statusCode).toBe(422);
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
      kit.owner.query(`update accounts.acting set second_factor_at = second_factor_at - $1::interval ${extra}`, [by]);
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
    const memberships = [aMembership('adviser'), aMembership('coordinator', 'Coordinatrice, Nouvelle-Aquitaine')];
    const { browser, personId } = await anEnrolledProfessional(kit, memberships);
    expect(await browser.actor()).toEqual({ kind: 'unproven', personId });
    expect((await browser.get('/connexion/code')).headers.location).toBe('/connexion/role');
    expect((await browser.get('/connexion/role')).body).toContain('Coordinatrice, Nouvelle-Aquitaine');
    const answer = await browser.post('/connexion/role', { role: memberships[1]?.membershipId ?? '' });
    expect(answer.headers.location).toBe('/coordination');
    expect(await browser.actor()).toMatchObject({ kind: 'professional', role: 'coordinator' });
    expect((await browser.post('/connexion/role', { role: aMembership().membershipId })).statusCode).toBe(404);
    await browser.post('/connexion/role', { role: 'own' });
    expect(await browser.actor()).toEqual({ kind: 'youth', personId });
  });

  test('comes back to a page of ours, never to another site', async () => {
    const { email, secret } = await anEnrolledProfessional(kit);
    const browser = new Browser(kit);
    const first = await browser.post('/connexion', { email, password: PASSWORD, suite: '/pro/calendrier' });
    expect(first.headers.location).toBe('/connexion/code?suite=%2Fpro%2Fcalendrier');
    const second = await browser.post('/connexion/code', { kind: 'totp', code: totpOf(secret), suite: '//ailleurs.example' });
    expect(second.headers.location).toBe('/pro');
  });
});

describe('answers that teach nothing', () => {
  test('an unknown address and a wrong password read the same', async () => {
    const { email } = await anEnrolledProfessional(kit);
    const wrong = await new Browser(kit).post('/connexion', { email, password: 'un autre mot de passe' });
    const unknown = await new Browser(kit).post('/connexion', { email: 'personne@missionlocale.example', password: PASSWORD });
    expect(wrong.statusCode).toBe(422);
    expect(unknown.statusCode).toBe(422);
    expect(unknown.body.replaceAll('personne@missionlocale.example', '')).toBe(wrong.body.replaceAll(email, ''));
  });

  test('ten tries an address, known or not', async () => {
    for (const email of [(await anEnrolledProfessional(kit)).email, 'inconnue@missionlocale.example']) {
      for (let turn = 0; turn < 10; turn += 1) {
        expect((await new Browser(kit).post('/connexion', { email, password: 'pas celui-là' })).statusCode).toBe(422);
      }
      expect((await new Browser(kit).post('/connexion', { email, password: PASSWORD })).statusCode).toBe(429);
    }
  });

  test('a forgotten password is answered the same for nobody, who receives nothing', async () => {
    const { email } = await anEnrolledProfessional(kit);
    const before = kit.mails.length;
    const known = await new Browser(kit).post('/mot-de-passe-oublie', { email });
    const unknown = await new Browser(kit).post('/mot-de-passe-oublie', { email: 'nul@missionlocale.example' });
    expect(unknown.headers.location).toBe(known.headers.location);
    await kit.runJobs();
    expect(kit.mails.slice(before).map((mail) => mail.to)).toEqual([email]);
  });

  test('five messages an hour to one address', async () => {
    const email = 'boite.pleine@exemple.example';
    for (let turn = 0; turn < 7; turn += 1) {
      expect((await new Browser(kit).post('/connexion/lien', { 'lien-email': email })).statusCode).toBe(303);
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
    expect((await new Browser(kit).post(path, { password: 'cinq loutres grises' })).statusCode).toBe(410);

    expect(await (await signInWithPassword(kit, email, PASSWORD)).actor()).toEqual({ kind: 'visitor' });
    const again = await signInWithPassword(kit, email, NEW);
    expect(await again.actor()).toEqual({ kind: 'unproven', personId });
    await again.post('/connexion/code', { kind: 'totp', code: totpOf(secret) });
    expect(await again.actor()).toMatchObject({ kind: 'professional' });
    await kit.runJobs();
    expect(kit.mails.findLast((mail) => mail.to === email)?.subject).toBe('Votre mot de passe a changé');
  });

  test('an old link is refused', async () => {
    const { email } = await anEnrolledProfessional(kit);
    await new Browser(kit).post('/mot-de-passe-oublie', { email });
    await kit.runJobs();
    await kit.owner.query(`update accounts.verification set expires_at = expires_at - interval '31 minutes'`);
    expect((await new Browser(kit).post(pathMailed(kit, email), { password: NEW })).statusCode).toBe(410);
  });
});

describe('an invitation', () => {
  test('reading its page any number of times changes nothing; its token is not in the database', async () => {
    const email = 'nora@missionlocale.example';
    const personId = await kit.addPerson({ givenName: 'Nora', email });
    kit.memberships.set(personId, [aMembership()]);
    const path = await invite(kit, personId, email);
    for (let turn = 0; turn < 3; turn += 1) expect((await new Browser(kit).get(path)).statusCode).toBe(200);
    const { rows } = await kit.owner.query<{ all: string }>(`select json_agg(t)::text as all from accounts.invitation_token t`);
    expect(rows[0]?.all).not.toContain(path.split('/').at(-1));
    expect((await new Browser(kit).post(path, { password: 'motdepasse2026' })).statusCode).toBe(422);
    expect((await new Browser(kit).post(path, { password: '' })).statusCode).toBe(422);
  });

  test('serves seven days, to the minute', async () => {
    const email = 'lou@missionlocale.example';
    const personId = await kit.addPerson({ givenName: 'Lou', email });
    kit.memberships.set(personId, [aMembership()]);
    const path = await invite(kit, personId, email);
    const start = kit.clock.now();
    kit.clock.moveTo(start.add({ hours: 24 * 7 - 1 }));
    expect((await new Browser(kit).get(path)).statusCode).toBe(200);
    kit.clock.moveTo(start.add({ hours: 24 * 7 }));
    expect((await new Browser(kit).get(path)).statusCode).toBe(410);
    expect((await new Browser(kit).post(path, { password: PASSWORD })).statusCode).toBe(410);
    kit.clock.offsetMs = 0;
  });

  test('a newer one replaces it; one taken up opens nothing more', async () => {
    const email = 'zia@missionlocale.example';
    const personId = await kit.addPerson({ givenName: 'Zia', email });
    kit.memberships.set(personId, [aMembership()]);
    const old = await invite(kit, personId, email);
    const path = await invite(kit, personId, email);
    expect((await new Browser(kit).get(old)).statusCode).toBe(404);
    const browser = new Browser(kit);
    await browser.post(path, { password: PASSWORD });
    // Until the code is installed the link opens the page again, but then wants the password that was chosen.
    expect((await new Browser(kit).post(path, { password: 'quatre renards roux' })).statusCode).toBe(422);
    const secret = secretOf((await browser.get('/connexion/code/application')).body);
    await browser.post('/connexion/code/application', { code: totpOf(secret) });
    expect((await new Browser(kit).get(path)).statusCode).toBe(410);
  });

  test('enrolment stays open half an hour', async () => {
    const email = 'ines@missionlocale.example';
    const personId = await kit.addPerson({ givenName: 'Inès', email });
    kit.memberships.set(personId, [aMembership()]);
    const browser = new Browser(kit);
    await browser.post(await invite(kit, personId, email), { password: PASSWORD });
    expect((await browser.get('/connexion/code/application')).statusCode).toBe(200);
    await kit.owner.query(`update accounts.acting set enrolment_until = enrolment_until - interval '30 minutes'`);
    expect((await browser.get('/connexion/code/application')).statusCode).toBe(403);
    expect((await browser.post('/connexion/code/application', { code: '000000' })).statusCode).toBe(403);
  });

  test('a lost second factor: the coordinator reopens it, with a reason that is kept; the password is still asked', async () => {
    const pro = await anEnrolledProfessional(kit);
    const memberships = kit.memberships.get(pro.personId) ?? [];
    const outsider = aMembership('coordinator');
    const asOutsider = contextFor(kit.services, { kind: 'professional', personId: pro.personId, ...outsider });
    const input = { personId: pro.personId, memberships, reason: 'téléphone perdu' };
    expect(await reopenEnrolment(asOutsider, input)).toEqual({ ok: false, refusal: 'not-found' });

    const network = memberships[0]?.scope;
    if (!network) throw new Error('no membership');
    const coordinator = { ...aMembership('coordinator'), scope: network };
    const asCoordinator = contextFor(kit.services, { kind: 'professional', personId: pro.personId, ...coordinator });
    expect((await reopenEnrolment(asCoordinator, input)).ok).toBe(true);
    await kit.runJobs();
    const { rows } = await kit.owner.query(
      `select reason from platform.audit_entry where verb = 'accounts.reopen-enrolment' and subject_id = $1`,
      [pro.personId],
    );
    expect(rows).toEqual([{ reason: 'téléphone perdu' }]);

    const path = pathMailed(kit, pro.email);
    expect((await new Browser(kit).post(path, { password: 'quatre renards roux' })).statusCode).toBe(422);
    const browser = new Browser(kit);
    await browser.post(path, { password: PASSWORD });
    const secret = secretOf((await browser.get('/connexion/code/application')).body);
    expect(secret).not.toBe(pro.secret);
    await browser.post('/connexion/code/application', { code: totpOf(secret) });
    expect(await browser.actor()).toMatchObject({ kind: 'professional' });
    expect(await pro.browser.actor()).toEqual({ kind: 'visitor' });
  });
});
