import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import { contextFor } from '#platform/context.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#platform/embedded-postgres/embedded-postgres.ts';
import type { EmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '#platform/db/migrate.ts';
import { smtpTransport } from '#platform/mail/transport.ts';
import { loadReferenceData } from '#app/reference-data.ts';
import { appointmentJobs } from '#modules/appointments/index.ts';
import { sweepNotices } from '#modules/notifications/index.ts';
import { slotAt } from '#tests/appointments/booking.ts';
import { openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { findFreePort, startProgram } from '#tests/program.ts';
import type { RunningProgram } from '#tests/program.ts';
import { aPress, press, workingDays } from './crowd.ts';
import type { Pressed } from './crowd.ts';
import { openMailServer } from './mail-server.ts';
import type { MailServer } from './mail-server.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'cairn-killed-'));
let server: EmbeddedPostgres;
let mails: MailServer;
let office: Office;
let adviser: PersonId;
const programs: { web?: RunningProgram; worker?: RunningProgram } = {};

/** The kit on the server as it is now: its pools do not outlive it. */
function openKit(): Promise<BookingKit> {
  const { ownerUrl, appUrl } = server;
  const database = { ownerUrl, appUrl, drop: async () => undefined };
  return openBookingKit(Temporal.Now.instant().toString(), database);
}

beforeAll(async () => {
  mails = await openMailServer();
  server = await startEmbeddedPostgres({ dataDir });
  await migrate(server.ownerUrl);
  await loadReferenceData(server.ownerUrl);
  const kit = await openKit();
  const network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  adviser = await anAdviser(kit, network, office, 'Léa');
  await openHours(
    kit,
    { network, office },
    { personId: adviser, from: 8, to: 18, modes: ['phone'] },
  );
  await kit.close();
  await startAll();
});
afterAll(async () => {
  await killAll();
  await server.stop();
  await removeEmbeddedPostgres(dataDir);
  await mails.close();
});

function start(program: 'main-web' | 'main-worker'): Promise<RunningProgram> {
  return startProgram({
    program,
    env: {
      ...{
        DATABASE_URL: server.appUrl,
        DATABASE_OWNER_URL: server.ownerUrl,
        SMTP_URL: mails.url,
        BASE_URL: '',
      },
      ...{ LIMIT_READ: '1000000', LIMIT_WRITE: '1000000', LOG_LEVEL: 'fatal' },
    },
  });
}

async function startAll(): Promise<void> {
  [programs.web, programs.worker] = [await start('main-web'), await start('main-worker')];
}

async function killAll(): Promise<void> {
  await programs.web?.kill();
  await programs.worker?.kill();
}

/** The first process of PostgreSQL, as a power cut ends it, and the same files taken up again. */
async function cutPower(): Promise<void> {
  process.kill(server.pid, 'SIGKILL');
  await killAll();
  server = await startEmbeddedPostgres({ dataDir });
}

/** How many answers of a burst of ten are there when the cut comes. */
const STEPS = [0, 4, 9];

/** A burst of bookings; `cut` once `after` of them have been answered. */
async function burst(
  day: string,
  after: number,
  cut: () => Promise<unknown>,
): Promise<readonly Pressed[]> {
  const hours = ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17'];
  const baseUrl = programs.web?.baseUrl ?? '';
  const reached = Promise.withResolvers<void>();
  let answered = 0;
  const running = hours.map(async (hour) => {
    const answer = await press(
      baseUrl,
      aPress(slotAt(office, adviser, { at: `${day}T${hour}:00`, mode: 'phone' })),
    );
    answered += 1;
    if (answered >= after) reached.resolve();
    return answer;
  });
  if (after === 0) reached.resolve();
  await reached.promise;
  const cutting = cut();
  const answers = await Promise.all(running);
  await cutting;
  return answers;
}

test('processes and PostgreSQL killed at each step of a burst: every confirmed booking is there, no message is lost', async () => {
  const confirmed: string[] = [];
  const cuts = [() => programs.web?.kill(), () => programs.worker?.kill(), cutPower] as const;
  const days = workingDays().slice(5);
  for (const [index, cut] of cuts.entries()) {
    for (const [step, after] of STEPS.entries()) {
      const answers = await burst(days[index * STEPS.length + step] ?? '', after, async () =>
        cut(),
      );
      confirmed.push(...answers.filter((one) => one.status === 303).map((one) => one.email));
      // What broke was told as such, or not at all; nothing else happened.
      expect(answers.filter((one) => ![303, 500, 503, null].includes(one.status))).toEqual([]);
      if (cut === cutPower) await startAll();
      else if (index === 0) programs.web = await start('main-web');
      else programs.worker = await start('main-worker');
    }
  }
  expect(confirmed.length).toBeGreaterThan(20);
  await killAll();
  await sayWhatIsLeft();
  await everyoneWasTold(confirmed);
});

/** A last worker, some minutes later: what others had taken and died with is taken up again. */
async function sayWhatIsLeft(): Promise<void> {
  const kit = await openKit();
  const mail = smtpTransport(mails.url);
  const services = { ...kit.services, mail, baseUrl: `http://localhost:${await findFreePort()}` };
  const ctx = contextFor(services, { kind: 'system', job: 'tests' });
  kit.jobs.splice(0, Infinity, ...appointmentJobs(() => ctx));
  kit.clock.set(Temporal.Now.instant().add({ minutes: 5 }));
  await sweepNotices(ctx);
  await kit.runJobs();
  mail.close();
  await kit.close();
}

async function everyoneWasTold(confirmed: readonly string[]): Promise<void> {
  const kit = await openKit();
  const booked = await kit.rows<{ email: string; status: string; notices: string[] }>(
    `select c.value as email, a.status, array_agg(n.status) as notices
     from appointments.appointment a join accompaniment.youth_contact c on c.youth_file_id = a.youth_file_id
       join notifications.notice n on n.subject_id = a.id and n.kind = 'confirmed' and n.audience = 'youth'
     where a.status = 'booked' group by c.value, a.status`,
  );
  await kit.close();
  const there = new Set(booked.map((one) => one.email));
  expect(confirmed.filter((email) => !there.has(email))).toEqual([]);
  expect(booked.flatMap((one) => one.notices).filter((status) => status !== 'sent')).toEqual([]);
  const byPerson = Map.groupBy(mails.received, (mail) => mail.to);
  for (const { email } of booked) {
    const received = (byPerson.get(email) ?? []).filter((mail) => mail.subject !== '');
    expect(received.length).toBeGreaterThan(0);
    // Sent again only when killed between the server's 250 and the receipt; a mailbox can tell.
    const ids = new Set(received.map((mail) => mail.messageId));
    expect([email, ids.size]).toEqual([email, 1]);
  }
}
