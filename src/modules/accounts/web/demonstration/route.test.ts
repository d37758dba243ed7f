import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import { newId } from '#tests/accounts/journeys.ts';
import { Browser, openAccountsKit } from '#tests/accounts/kit.tsx';
import type { AccountsKit } from '#tests/accounts/kit.tsx';

let kit: AccountsKit;
let adviser: PersonId;
let youth: PersonId;

beforeAll(async () => {
  kit = await openAccountsKit({ demonstration: 'yes' });
  adviser = await kit.addPerson({ givenName: 'Solène' });
  youth = await kit.addPerson({ givenName: 'Ilyes' });
  kit.memberships.set(adviser, [
    {
      membershipId: newId<'Membership'>(),
      role: 'adviser',
      label: 'Conseillère, Guéret',
      scope: { kind: 'network', networkId: newId<'Network'>() },
    },
  ]);
});
afterAll(() => kit.close());

describe('one-click sign-in of the demonstration', () => {
  test('opens the only role of a professional, second factor done', async () => {
    const browser = new Browser(kit);
    expect(await browser.actor()).toEqual({ kind: 'visitor' });
    const answer = await browser.post('/demo/connexion', { person: adviser });
    expect(answer.statusCode).toBe(303);
    expect(await browser.actor()).toMatchObject({
      kind: 'professional',
      personId: adviser,
      role: 'adviser',
    });
  });

  test('three clicks at once make one login', async () => {
    const person = await kit.addPerson({ givenName: 'Noé' });
    const clicks = [1, 2, 3].map(() => new Browser(kit).post('/demo/connexion', { person }));
    expect((await Promise.all(clicks)).map((answer) => answer.statusCode)).toEqual([303, 303, 303]);
  });

  test('opens a young person’s space', async () => {
    const browser = new Browser(kit);
    await browser.post('/demo/connexion', { person: youth });
    expect(await browser.actor()).toEqual({ kind: 'youth', personId: youth });
  });

  test('cookies are __Host-, secure, out of reach of scripts, on one path, of one site', async () => {
    const browser = new Browser(kit);
    await browser.post('/demo/connexion', { person: youth });
    expect(browser.lastSet).not.toHaveLength(0);
    for (const line of browser.lastSet) {
      expect(line).toMatch(/^__Host-cairn\./);
      expect(line).toContain('; Path=/');
      expect(line).toContain('; Secure');
      expect(line).toContain('; HttpOnly');
      expect(line).toContain('; SameSite=Lax');
      expect(line).not.toContain('Domain');
    }
  });

  test('a cookie whose signature was changed signs nobody in', async () => {
    const browser = new Browser(kit);
    await browser.post('/demo/connexion', { person: youth });
    for (const [name, value] of browser.cookies) browser.cookies.set(name, `x${value.slice(1)}`);
    expect(await browser.actor()).toEqual({ kind: 'visitor' });
  });

  test('an ended membership opens nothing from the next request on', async () => {
    const person = await kit.addPerson({ givenName: 'Awa' });
    kit.memberships.set(person, kit.memberships.get(adviser) ?? []);
    const browser = new Browser(kit);
    await browser.post('/demo/connexion', { person });
    kit.memberships.set(person, []);
    expect(await browser.actor()).toEqual({ kind: 'unproven', personId: person });
  });

  test('signing out ends the session on the server', async () => {
    const browser = new Browser(kit);
    await browser.post('/demo/connexion', { person: youth });
    const stolen = browser.cookieHeader();
    expect((await browser.post('/deconnexion')).statusCode).toBe(303);
    const thief = new Browser(kit);
    for (const pair of stolen.split('; ')) {
      thief.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    expect(await thief.actor()).toEqual({ kind: 'visitor' });
  });

  test('from elsewhere than this machine there is no such address', async () => {
    const answer = await kit.app.inject({
      method: 'POST',
      url: '/demo/connexion',
      remoteAddress: '203.0.113.7',
      payload: { person: youth },
    });
    expect(answer.statusCode).toBe(404);
  });

  test('without the demonstration the route is not there', async () => {
    const real = await openAccountsKit();
    try {
      const answer = await new Browser(real).post('/demo/connexion', { person: youth });
      expect(answer.statusCode).toBe(404);
    } finally {
      await real.close();
    }
  });

  test('someone unknown, closed, or a role of another is not found', async () => {
    const closed = await kit.addPerson({ givenName: 'Paul' });
    await kit.owner.query(
      `update accounts.person set closed_at = '2026-02-01T08:00Z' where id = $1`,
      [closed],
    );
    const browser = new Browser(kit);
    for (const fields of [
      { person: newId<'Person'>() },
      { person: closed },
      { person: 'personne' },
      { person: youth, membership: newId<'Membership'>() },
    ]) {
      expect((await browser.post('/demo/connexion', fields)).statusCode).toBe(404);
    }
  });
});
