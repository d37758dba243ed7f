import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MovableClock } from '#platform/clock.ts';
import { newId } from '#platform/chance.ts';
import { outboxTransport } from '#platform/mail/transport.ts';
import { planNotices } from '#modules/notifications/index.ts';
import { createAccounts } from '#modules/accounts/index.ts';
import { membershipDirectory } from '#app/membership-directory.ts';
import type { Installation } from '#app/installation.ts';
import { foundNetwork } from '#tests/network/so-mobilite.ts';
import { BASE_URL, openWebKit } from '#tests/security/web-kit.ts';
import type { WebKit } from '#tests/security/web-kit.ts';
import { advanceClock } from './advance-clock.ts';
import { markLoaded, readClockOffset } from './clock.ts';

let kit: WebKit;

beforeAll(async () => {
  kit = await openWebKit();
  await kit.db.inInstallation((tx) => markLoaded(tx, kit.clock.now()));
});
afterAll(() => kit.close());

describe('messages kept instead of sent', () => {
  test('none yet is said', async () => {
    expect((await kit.browse().get('/demo/messages')).body).toContain(
      'Aucun message pour l’instant',
    );
  });

  test('listed newest first, by page; read as text, as HTML apart, with the invitation', async () => {
    const transport = outboxTransport(kit.db, kit.clock);
    for (let index = 1; index <= 26; index += 1) {
      await transport.send({
        messageId: `<${index}@localhost>`,
        to: 'lina@jeunes.example',
        from: 'So Mobilité <contact@somobilite.example>',
        subject: `Message n° ${index}.`,
        text: 'Voir : http://localhost:3000/rdv/abc',
        html: '<!doctype html><title>m</title><p style="color:red">Bonjour</p>',
        calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR' },
      });
    }
    const visit = kit.browse();
    const first = (await visit.get('/demo/messages')).body;
    expect(first).toContain('Message n° 26.');
    expect(first).not.toContain('Message n° 1.');
    expect((await visit.get('/demo/messages?page=2')).body).toContain('Message n° 1.');
    const [, path = ''] = /href="(\/demo\/messages\/[0-9a-f-]{36})"/.exec(first) ?? [];
    expect((await visit.get(path)).body).toContain('href="http://localhost:3000/rdv/abc"');
    const html = await visit.get(`${path}/html`);
    expect(html.body).toContain('Bonjour');
    expect(html.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline';/,
    );
    const invitation = await visit.get(`${path}/rendez-vous.ics`);
    expect(invitation.headers['content-type']).toContain('text/calendar');
    expect(invitation.body).toBe('BEGIN:VCALENDAR');
  });

  test('an unknown message is not found', async () => {
    for (const path of [newId(), 'rien', `${newId()}/html`, `${newId()}/rendez-vous.ics`]) {
      expect((await kit.browse().get(`/demo/messages/${path}`)).statusCode, path).toBe(404);
    }
  });
});

describe('the clock', () => {
  test('a wrong date comes back with a reason', async () => {
    const answer = await kit.browse().post('/demo/horloge', { pas: 'date', date: '2020-01-01' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('ne revient pas en arrière');
  });

  test('moving it does what is due at its own hour, and nothing of what comes after', async () => {
    const { installation, clock } = demonstrationOf(kit);
    const networkId = await foundNetwork(kit, 'horloge');
    const start = clock.now();
    const dueAt = (hours: number) => start.add({ hours });
    const plan = (kind: string, hours: number) => ({
      ...{ networkId, kind, subjectId: newId<'Appointment'>(), version: 0, dueAt: dueAt(hours) },
      ...{
        job: 'appointments.tell-parties',
        audience: 'youth' as const,
        channel: 'email' as const,
      },
    });
    const ctx = { ...kit.as({ kind: 'system', job: 'test' }), now: () => clock.now() };
    await kit.db.inInstallation((tx) =>
      planNotices(ctx, tx, [plan('reminder-3', 2), plan('reminder-48', 9)]),
    );
    await advanceClock(installation, start.add({ hours: 5 }));
    expect(clock.now().epochMilliseconds).toBeGreaterThanOrEqual(
      start.add({ hours: 5 }).epochMilliseconds,
    );
    const rows = await kit.rows<{ kind: string; status: string; late: string | null }>(
      `select kind, status, extract(epoch from settled_at - due_at) / 60 as late from notifications.notice order by kind`,
    );
    expect(rows.map((row) => [row.kind, row.status])).toEqual([
      ['reminder-3', 'dropped'],
      ['reminder-48', 'due'],
    ]);
    expect(Number(rows[0]?.late)).toBeLessThanOrEqual(16);
  });
});

/** The kit's installation on a clock that moves, as the demonstration has it. */
function demonstrationOf({ services, pool }: WebKit): {
  installation: Installation;
  clock: MovableClock;
} {
  const clock = new MovableClock();
  const moving = { ...services, clock, baseUrl: BASE_URL };
  const installation = {
    ...{ pool, services: moving },
    accounts: createAccounts({
      ...{ services: moving, pool, baseUrl: BASE_URL, demonstration: true },
      ...{ authSecret: 'a secret of thirty-two letters at least', mailFrom: 'Cairn <a@b.example>' },
      directory: membershipDirectory(moving.db, clock),
    }),
    jobs: services.jobs as Installation['jobs'],
    refreshClock: async () => {
      clock.offsetMs = await moving.db.inInstallation(readClockOffset);
    },
    ping: async () => undefined,
    close: async () => undefined,
  } satisfies Installation;
  return { installation, clock };
}
