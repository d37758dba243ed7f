import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { slotAt } from '#tests/appointments/booking.ts';
import { openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { startProgram } from '#tests/program.ts';
import type { RunningProgram } from '#tests/program.ts';
import { aPress, press, workingDays } from './crowd.ts';
import { openMailServer } from './mail-server.ts';
import type { MailServer } from './mail-server.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let adviser: PersonId;
let mails: MailServer;
let webs: readonly RunningProgram[] = [];
let workers: readonly RunningProgram[] = [];

/** The figure of the issue. */
const CROWD = 1000;

beforeAll(async () => {
  kit = await openBookingKit(Temporal.Now.instant().toString());
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  adviser = await anAdviser(kit, network, office, 'Léa');
  await openHours(
    kit,
    { network, office },
    { personId: adviser, from: 8, to: 18, modes: ['phone'] },
  );
  mails = await openMailServer();
  // A crowd waits its turn: a thousand people at once for ten connections and two processors.
  const limits = {
    DATABASE_WAIT: '120',
    LIMIT_READ: '1000000',
    LIMIT_WRITE: '1000000',
    LIMIT_SIGN_IN: '1000000',
  };
  const env = {
    ...{ DATABASE_URL: kit.database.appUrl, DATABASE_OWNER_URL: kit.database.ownerUrl },
    // Vitest sets a BASE_URL of its own; an empty setting is one that is not given.
    ...{ BASE_URL: '', SMTP_URL: mails.url, LOG_LEVEL: 'debug', ...limits },
  };
  const start = (program: 'main-web' | 'main-worker') => startProgram({ program, env });
  webs = [await start('main-web'), await start('main-web')];
  workers = [await start('main-worker'), await start('main-worker')];
});
afterAll(async () => {
  for (const program of [...webs, ...workers]) await program.stop();
  await mails.close();
  await kit.close();
});

const baseOf = (index: number) => webs[index % webs.length]?.baseUrl ?? '';
const at = (day: string, hour: string) =>
  slotAt(office, adviser, { at: `${day}T${hour}:00`, mode: 'phone' });
const [day = '', second = '', third = ''] = workingDays().slice(7);

describe('two web processes and two workers on one database', () => {
  test('book through both; each message leaves once', async () => {
    const hours = ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17'];
    const presses = hours.map((hour) => aPress(at(day, hour)));
    const answers = await Promise.all(presses.map((one, index) => press(baseOf(index), one)));
    expect(answers.map((answer) => answer.status)).toEqual(hours.map(() => 303));
    const confirmations = () => mails.received.filter((mail) => mail.to.startsWith('jeune'));
    await expect.poll(() => confirmations().length, { timeout: 30_000 }).toBe(hours.length);
    expect(new Set(confirmations().map((mail) => mail.to)).size).toBe(hours.length);
    expect(new Set(mails.received.map((mail) => mail.messageId)).size).toBe(mails.received.length);
  });

  test('what one process wrote, the other shows, moves and cancels', async () => {
    const booked = await press(baseOf(0), aPress(at(second, '08')));
    const path = (booked.location ?? '').replace(/\?.*/, '');
    const page = await fetch(`${baseOf(1)}${path}`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('Rendez-vous confirmé'),
    ]);
    const slot = at(second, '09');
    const creneau = `${slot.start}|${slot.personId}|phone|`;
    const post = (index: number, verb: string, fields: Record<string, string>) =>
      fetch(`${baseOf(index)}${path}/${verb}`, {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
        headers: { origin: baseOf(index) },
      });
    expect((await post(1, 'deplacer', { creneau })).status).toBe(303);
    expect((await post(0, 'annuler', {})).status).toBe(303);
  });

  test(`cal.com #13397: ${CROWD} people press for one slot at once: one 303, ${CROWD - 1} answers 409 with others to take`, async () => {
    const slot = at(third, '10');
    const presses = Array.from({ length: CROWD }, () => aPress(slot));
    const answers = await Promise.all(presses.map((one, index) => press(baseOf(index), one)));
    const counts = Object.fromEntries(
      Map.groupBy(answers, (one) => String(one.status))
        .entries()
        .map(([status, all]) => [status, all.length]),
    );
    expect(counts).toEqual({ 303: 1, 409: CROWD - 1 });
    const refused = answers.filter((one) => one.status === 409);
    expect(refused.filter((one) => (one.body.match(/name="creneau"/g) ?? []).length < 2)).toEqual(
      [],
    );
    expect(refused.filter((one) => !one.body.includes(one.email))).toEqual([]);
    const [row] = await kit.rows<{ n: number }>(
      'select count(*)::int as n from appointments.appointment where lower(period) = to_timestamp($1)',
      [slot.start / 1000],
    );
    expect(row?.n).toBe(1);
    const [files] = await kit.rows<{ n: number }>(
      `select count(*)::int as n from accompaniment.youth_contact where value = any($1)`,
      [presses.map((one) => one.email)],
    );
    expect(files?.n).toBe(1);
  });

  test('none of them wrote a secret, an address or a name in its log', () => {
    for (const program of [...webs, ...workers]) {
      expect(program.output()).not.toMatch(/courriel\.example|structures\.example|Inès|Irlande/);
      expect(program.output()).not.toMatch(/\/(rdv|choix)\/[\w-]{32}/);
    }
    expect(webs[0]?.output()).toContain('"route":"/:reseau/rendez-vous/choix/:jeton"');
  });
});
