import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reopenEnrolment } from '#modules/accounts/index.ts';
import {
  aMembership,
  contextFor,
  anEnrolledProfessional,
  invite,
  PASSWORD,
  pathMailed,
  secretOf,
  totpOf,
} from '#tests/accounts/journeys.ts';
import { Browser, openAccountsKit } from '#tests/accounts/kit.tsx';
import type { AccountsKit } from '#tests/accounts/kit.tsx';

let kit: AccountsKit;
beforeAll(async () => {
  kit = await openAccountsKit();
});
afterAll(() => kit.close());

describe('an invitation', () => {
  test('reading its page any number of times changes nothing; its token is not in the database', async () => {
    const email = 'nora@missionlocale.example';
    const personId = await kit.addPerson({ givenName: 'Nora', email });
    kit.memberships.set(personId, [aMembership()]);
    const path = await invite(kit, personId, email);
    for (let turn = 0; turn < 3; turn += 1)
      expect((await new Browser(kit).get(path)).statusCode).toBe(200);
    const { rows } = await kit.owner.query<{ all: string }>(
      `select json_agg(t)::text as all from accounts.invitation_token t`,
    );
    expect(rows[0]?.all).not.toContain(path.split('/').at(-1));
    expect((await new Browser(kit).post(path, { password: 'motdepasse2026' })).statusCode).toBe(
      422,
    );
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
    expect(
      (await new Browser(kit).post(path, { password: 'quatre renards roux' })).statusCode,
    ).toBe(422);
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
    await kit.owner.query(
      `update accounts.acting set enrolment_until = enrolment_until - interval '30 minutes'`,
    );
    expect((await browser.get('/connexion/code/application')).statusCode).toBe(403);
    expect((await browser.post('/connexion/code/application', { code: '000000' })).statusCode).toBe(
      403,
    );
  });

  test('a lost second factor: the coordinator reopens it, with a reason that is kept; the password is still asked', async () => {
    const pro = await anEnrolledProfessional(kit);
    const memberships = kit.memberships.get(pro.personId) ?? [];
    const outsider = aMembership('coordinator');
    const asOutsider = contextFor(kit.services, {
      kind: 'professional',
      personId: pro.personId,
      ...outsider,
    });
    const input = { personId: pro.personId, memberships, reason: 'téléphone perdu' };
    expect(await reopenEnrolment(asOutsider, input)).toEqual({ ok: false, refusal: 'not-found' });

    const network = memberships[0]?.scope;
    if (!network) throw new Error('no membership');
    const coordinator = { ...aMembership('coordinator'), scope: network };
    const asCoordinator = contextFor(kit.services, {
      kind: 'professional',
      personId: pro.personId,
      ...coordinator,
    });
    expect((await reopenEnrolment(asCoordinator, input)).ok).toBe(true);
    await kit.runJobs();
    const { rows } = await kit.owner.query(
      `select reason from platform.audit_entry where verb = 'accounts.reopen-enrolment' and subject_id = $1`,
      [pro.personId],
    );
    expect(rows).toEqual([{ reason: 'téléphone perdu' }]);

    const path = pathMailed(kit, pro.email);
    expect(
      (await new Browser(kit).post(path, { password: 'quatre renards roux' })).statusCode,
    ).toBe(422);
    const browser = new Browser(kit);
    await browser.post(path, { password: PASSWORD });
    const secret = secretOf((await browser.get('/connexion/code/application')).body);
    expect(secret).not.toBe(pro.secret);
    await browser.post('/connexion/code/application', { code: totpOf(secret) });
    expect(await browser.actor()).toMatchObject({ kind: 'professional' });
    expect(await pro.browser.actor()).toEqual({ kind: 'visitor' });
  });
});
