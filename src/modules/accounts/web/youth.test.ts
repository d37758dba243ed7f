import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  listProvenEmails,
  personalData,
  resolveActor,
  sweepExpiredSignIns,
} from '#modules/accounts/index.ts';
import {
  aMembership,
  anEnrolledProfessional,
  askForLink,
  contextFor,
} from '#tests/accounts/journeys.ts';
import { Browser, openAccountsKit } from '#tests/accounts/kit.tsx';
import type { AccountsKit } from '#tests/accounts/kit.tsx';

let kit: AccountsKit;
beforeAll(async () => {
  kit = await openAccountsKit();
});
afterAll(() => kit.close());

async function newcomer(email: string, prenom = 'Ilyes'): Promise<Browser> {
  const browser = new Browser(kit);
  await browser.post(await askForLink(kit, email), { nouveau: '1', prenom });
  return browser;
}

async function personOf(browser: Browser) {
  const actor = await browser.actor();
  if (actor.kind !== 'youth') throw new Error(`not a young person but ${actor.kind}`);
  return actor.personId;
}

describe('a young person signs in by link', () => {
  test('a newcomer says a first name, and only then the link is used up', async () => {
    const path = await askForLink(kit, 'Ilyes@Exemple.example');
    expect(path).toContain('?nouveau=1');
    expect((await new Browser(kit).get(path)).body).toContain('prenom');
    const browser = new Browser(kit);
    expect((await browser.post(path, { nouveau: '1', prenom: ' ' })).statusCode).toBe(422);
    expect((await browser.post(path, { nouveau: '1', prenom: 'Ilyes' })).statusCode).toBe(303);
    const personId = await personOf(browser);
    const { rows } = await kit.owner.query(`select given_name from accounts.person where id = $1`, [
      personId,
    ]);
    expect(rows).toEqual([{ given_name: 'Ilyes' }]);
    const emails = await kit.services.db.inInstallation((tx) => listProvenEmails(tx, personId));
    expect(emails).toEqual(['ilyes@exemple.example']);
  });

  test('the second time it is the same person, and no name is asked', async () => {
    const first = await personOf(await newcomer('aya@exemple.example', 'Aya'));
    const path = await askForLink(kit, 'aya@exemple.example');
    expect(path).not.toContain('nouveau');
    const browser = new Browser(kit);
    await browser.post(path);
    expect(await personOf(browser)).toBe(first);
  });

  test('a GET opens nothing, whoever follows the link', async () => {
    const path = await askForLink(kit, 'scanner@exemple.example');
    const scanner = new Browser(kit);
    for (let turn = 0; turn < 3; turn += 1) expect((await scanner.get(path)).statusCode).toBe(200);
    expect(await scanner.actor()).toEqual({ kind: 'visitor' });
    expect((await new Browser(kit).post(path, { nouveau: '1', prenom: 'Sam' })).statusCode).toBe(
      303,
    );
  });

  test('a link serves once, also posted five times at once', async () => {
    const path = await askForLink(kit, 'once@exemple.example');
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => new Browser(kit).post(path, { nouveau: '1', prenom: 'Sam' })),
    );
    expect(answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([
      303, 410, 410, 410, 410,
    ]);
    expect((await new Browser(kit).post(path)).statusCode).toBe(410);
  });

  test('a link a quarter of an hour old is refused', async () => {
    const path = await askForLink(kit, 'late@exemple.example');
    await kit.owner.query(
      `update accounts.verification set expires_at = expires_at - interval '15 minutes'`,
    );
    expect((await new Browser(kit).post(path, { nouveau: '1', prenom: 'Sam' })).statusCode).toBe(
      410,
    );
  });

  test('neither the link’s token nor its hash’s source is in the database', async () => {
    const path = await askForLink(kit, 'hash@exemple.example');
    const token = path.split('/').at(-1)?.split('?')[0] ?? '';
    const { rows } = await kit.owner.query<{ all: string }>(
      `select json_agg(v)::text || (select json_agg(m)::text from accounts.message_request m) as all from accounts.verification v`,
    );
    expect(token).toMatch(/^[A-Za-z]{32}$/);
    expect(rows[0]?.all).not.toContain(token);
  });

  test('an address typed wrong is shown again with what to do', async () => {
    const answer = await new Browser(kit).post('/connexion/lien', {
      'lien-email': 'ilyes(at)exemple',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('ilyes(at)exemple');
    expect(answer.body).toContain('#champ-lien-email');
  });

  test('the cookies of a link are __Host- too', async () => {
    const browser = await newcomer('cookies@exemple.example');
    expect(browser.lastSet.length).toBeGreaterThan(0);
    for (const line of browser.lastSet) {
      expect(line).toMatch(/^__Host-cairn\.[a-z_]+=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    }
  });
});

describe('sessions', () => {
  test('are listed, ended one by one or all others, by their owner only', async () => {
    const mine = await newcomer('mine@exemple.example');
    const other = new Browser(kit);
    await other.post(await askForLink(kit, 'mine@exemple.example'));
    const stranger = await newcomer('stranger@exemple.example');
    const page = (await mine.get('/mon-compte/sessions')).body;
    const paths = [...page.matchAll(/\/mon-compte\/sessions\/[0-9a-f-]+\/fin(?!-)/g)].map(
      ([path]) => path,
    );
    expect(paths).toHaveLength(2);
    expect(page).toContain('Firefox, Linux');
    for (const path of paths) expect((await stranger.post(path)).statusCode).toBe(404);
    expect(await other.actor()).toMatchObject({ kind: 'youth' });
    await mine.post('/mon-compte/sessions/fin-des-autres');
    expect(await other.actor()).toEqual({ kind: 'visitor' });
    expect(await mine.actor()).toMatchObject({ kind: 'youth' });
    const [left = ''] = [
      ...(await mine.get('/mon-compte/sessions')).body.matchAll(
        /\/mon-compte\/sessions\/[0-9a-f-]+\/fin(?!-)/g,
      ),
    ].map(([path]) => path);
    expect((await mine.post(left)).statusCode).toBe(303);
    expect(await mine.actor()).toEqual({ kind: 'visitor' });
  });

  test('end by the system’s clock, and are swept', async () => {
    const browser = await newcomer('ended@exemple.example');
    await kit.owner.query(
      `update accounts.session set expires_at = expires_at - interval '30 days'`,
    );
    expect(await browser.actor()).toEqual({ kind: 'visitor' });
    await newcomer('swept@exemple.example');
    await kit.owner.query(
      `update accounts.session set expires_at = expires_at - interval '30 days'`,
    );
    await sweepExpiredSignIns(kit.accounts);
    const { rows } = await kit.owner.query(`select count(*)::int as left from accounts.session`);
    expect(rows).toEqual([{ left: 0 }]);
  });

  test('a moved demonstration clock ends none', async () => {
    const browser = await newcomer('clock@exemple.example');
    kit.clock.moveTo(kit.clock.now().add({ hours: 24 * 90 }));
    expect(await browser.actor()).toMatchObject({ kind: 'youth' });
    kit.clock.offsetMs = 0;
  });

  test('a request without our cookie is a visitor', async () => {
    expect(await resolveActor(kit.accounts, {})).toEqual({ kind: 'visitor' });
    expect(await resolveActor(kit.accounts, { cookie: 'theme=dark' })).toEqual({ kind: 'visitor' });
  });
});

describe('a closed account', () => {
  test('signs nobody in any more; its history stays', async () => {
    const browser = await newcomer('closing@exemple.example', 'Tom');
    const second = new Browser(kit);
    await second.post(await askForLink(kit, 'closing@exemple.example'));
    const personId = await personOf(browser);
    const pending = await askForLink(kit, 'closing@exemple.example');
    expect((await browser.get('/mon-compte/fermer')).statusCode).toBe(200);
    expect((await browser.post('/mon-compte/fermer')).statusCode).toBe(303);
    expect(await browser.actor()).toEqual({ kind: 'visitor' });
    expect(await second.actor()).toEqual({ kind: 'visitor' });
    const { rows } = await kit.owner.query(
      `select given_name, closed_at is not null as closed from accounts.person where id = $1`,
      [personId],
    );
    expect(rows).toEqual([{ given_name: 'Tom', closed: true }]);
    // The same mailbox may come back, as someone new.
    const later = new Browser(kit);
    await later.post(pending, { nouveau: '1', prenom: 'Tom' });
    expect(await personOf(later)).not.toBe(personId);
  });

  test('closed by someone else: live sessions end and no way in is left', async () => {
    const browser = await newcomer('ended-by-other@exemple.example');
    const personId = await personOf(browser);
    const link = await askForLink(kit, 'ended-by-other@exemple.example');
    await kit.owner.query(
      `update accounts.person set closed_at = created_at + interval '1 year' where id = $1`,
      [personId],
    );
    expect(await browser.actor()).toEqual({ kind: 'visitor' });
    expect((await new Browser(kit).post(link)).statusCode).toBe(410);
  });

  test('who still holds a role is told to have it ended first', async () => {
    const { browser } = await anEnrolledProfessional(kit, [aMembership()]);
    expect((await browser.post('/mon-compte/fermer')).statusCode).toBe(409);
    expect(await browser.actor()).toMatchObject({ kind: 'professional' });
  });
});

describe('personal data', () => {
  test('is exported without a secret, then erased while the row stays', async () => {
    const { personId, secret, recoveryCodes, browser } = await anEnrolledProfessional(kit);
    const { db } = kit.services;
    const now = contextFor(kit.services, { kind: 'visitor' }).now();
    const subject = { kind: 'person', personId } as const;
    const exported = JSON.stringify(
      await db.inInstallation((tx) => personalData.export(tx, { subject, now })),
    );
    expect(exported).toContain('Garrigue');
    for (const hidden of [secret, ...recoveryCodes]) expect(exported).not.toContain(hidden);
    await db.inInstallation((tx) => personalData.erase(tx, { subject, now }));
    expect(await browser.actor()).toEqual({ kind: 'visitor' });
    const { rows } = await kit.owner.query(
      `select given_name, family_name, email from accounts.person where id = $1`,
      [personId],
    );
    expect(rows).toEqual([{ given_name: 'Personne effacée', family_name: null, email: null }]);
  });
});
