import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/chance.ts';
import { contextFor } from '#platform/context.ts';
import type { Ctx } from '#platform/context.ts';
import { gatewayTransport } from '#platform/mail/sms.ts';
import { smtpTransport } from '#platform/mail/transport.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork } from '#tests/appointments/supply.ts';
import type { Network } from '#modules/network/index.ts';
import type { NoticeId } from '#modules/notifications/data/notices.ts';
import { CLAIM_MINUTES, MOST_ATTEMPTS } from '#modules/notifications/rules/retry.ts';
import { deliverNotice } from '#modules/notifications/use-cases/deliver-notice.ts';
import type { Words } from '#modules/notifications/use-cases/deliver-notice.ts';
import { planNotices } from '#modules/notifications/use-cases/plan-notices.ts';
import { listReceipts, sweepNotices } from '#modules/notifications/use-cases/sweep-notices.ts';

interface Received {
  readonly messageId: string;
  readonly source: string;
}

interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

let kit: BookingKit;
let network: Network;
let ctx: Ctx;
let smtp: SMTPServer;
let mailer: ReturnType<typeof smtpTransport>;
let gateway: Server;
/** How the two servers answer next; empty: they accept. */
const answers: { readonly smtp: number[]; readonly sms: number[] } = { smtp: [], sms: [] };
const received: Received[] = [];
const posted: Posted[] = [];

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  smtp = await openMailServer();
  gateway = await openGateway();
  mailer = smtpTransport(`smtp://localhost:${(smtp.server.address() as AddressInfo).port}`);
  const url = `http://localhost:${(gateway.address() as AddressInfo).port}/messages`;
  const services = { ...kit.services, mail: mailer, sms: gatewayTransport({ url, key: 'a key' }) };
  ctx = contextFor(services, { kind: 'system', job: 'tests' });
});
beforeEach(() => {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  for (const list of [received, posted, answers.smtp, answers.sms]) list.length = 0;
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((done) => smtp.close(done));
  gateway.close();
  await kit.close();
});

/** A mail server that keeps what it accepts, and refuses when told. */
async function openMailServer(): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        received.push({ messageId: /^Message-ID: (.*)\r$/im.exec(source)?.[1] ?? '', source });
        const code = answers.smtp.shift() ?? 250;
        if (code === 250) done();
        else done(Object.assign(new Error('come back later'), { responseCode: code }));
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return server;
}

async function openGateway(): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posted.push({ headers: request.headers, body: JSON.parse(body) });
      response.statusCode = answers.sms.shift() ?? 202;
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return server;
}

/** One notice, due at once unless said. */
async function aNotice(
  channel: 'email' | 'sms' = 'email',
  dueAt = kit.clock.now(),
): Promise<NoticeId> {
  const subjectId = newId<'Subject'>();
  await ctx.db.inInstallation((tx) =>
    planNotices(ctx, tx, [
      {
        networkId: network.id,
        job: 'tests.say',
        kind: 'hello',
        subjectId,
        version: 0,
        audience: 'youth',
        channel,
        dueAt,
      },
    ]),
  );
  const [receipt] = await listReceipts(ctx, subjectId);
  if (!receipt) throw new Error('no notice was written');
  return receipt.id;
}

const mail: Words = {
  kind: 'mail',
  mail: {
    ...{
      to: 'ines@courriel.example',
      from: 'So Mobilité <contact@somobilite.example>',
      subject: 'Bonjour',
    },
    ...{ text: 'Bonjour Inès', html: '<p>Bonjour Inès</p>' },
    calendar: {
      method: 'REQUEST',
      content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
    },
  },
};
const sms: Words = {
  kind: 'sms',
  sms: { to: '+33612345678', from: 'So Mobilité', text: 'Rendez-vous jeudi' },
  mostSegmentsADay: 10,
};

const deliver = (id: NoticeId, words: Words = mail) => deliverNotice(ctx, id, async () => words);

async function receiptOf(id: NoticeId) {
  const [row] = await kit.rows<{
    status: string;
    attempts: number;
    outcome: string | null;
    segments: number | null;
    due: string;
  }>(
    `select status, attempts, outcome, segments, to_char(due_at at time zone 'UTC', 'HH24:MI') as due from notifications.notice where id = $1`,
    [id],
  );
  return row;
}

const later = (minutes: number) => kit.clock.set(Temporal.Instant.from(MONDAY).add({ minutes }));

describe('by e-mail', () => {
  test('text, HTML and calendar in one message; a receipt', async () => {
    const id = await aNotice();
    await deliver(id);
    const source = received[0]?.source ?? '';
    expect(source).toContain('multipart/alternative');
    expect(source).toMatch(/text\/calendar;.*method=REQUEST/);
    expect(received[0]?.messageId).toBe(`<${id}@cairn.example>`);
    expect(await receiptOf(id)).toMatchObject({ status: 'sent', attempts: 1, outcome: null });
  });

  test('a server that refuses for now: again after 1, 2, 4 minutes, with the same Message-ID, then once', async () => {
    const id = await aNotice();
    answers.smtp.push(451, 421, 451);
    for (const [minutes, due] of [
      [0, '09:01'],
      [1, '09:03'],
      [3, '09:07'],
    ] as const) {
      later(minutes);
      await deliver(id);
      expect(await receiptOf(id)).toMatchObject({ status: 'due', due, outcome: 'Error' });
    }
    later(6);
    await deliver(id);
    expect(received).toHaveLength(3);
    later(7);
    await deliver(id);
    await deliver(id);
    expect(received).toHaveLength(4);
    expect(new Set(received.map((one) => one.messageId)).size).toBe(1);
    expect(await receiptOf(id)).toMatchObject({ status: 'sent', attempts: 4 });
  });

  test('a server that never accepts: given up, and the receipt says so', async () => {
    const id = await aNotice();
    answers.smtp.push(...Array.from({ length: MOST_ATTEMPTS }, () => 550));
    for (let minutes = 0; minutes < 24 * 60; minutes += 60) {
      later(minutes);
      await deliver(id);
    }
    expect(received).toHaveLength(MOST_ATTEMPTS);
    expect(await receiptOf(id)).toMatchObject({ status: 'failed', attempts: MOST_ATTEMPTS });
  });

  test('taken by one that died: nobody before its minutes are over, then someone else, the same Message-ID', async () => {
    const id = await aNotice();
    const words = Promise.withResolvers<Words>();
    void deliverNotice(ctx, id, () => words.promise);
    // The first is waiting for its words, as one that was killed would for ever.
    await expect.poll(async () => (await receiptOf(id))?.status).toBe('sending');
    later(CLAIM_MINUTES);
    await deliver(id);
    expect(received).toHaveLength(0);
    kit.clock.set(kit.clock.now().add({ milliseconds: 1 }));
    expect(await sweepNotices(ctx)).toBe(1);
    await deliver(id);
    words.resolve(mail);
    await expect.poll(() => received.length).toBe(2);
    expect(new Set(received.map((one) => one.messageId)).size).toBe(1);
  });

  test('what is not due yet is not said, nor what was dropped', async () => {
    const id = await aNotice('email', kit.clock.now().add({ minutes: 1 }));
    await deliver(id);
    expect(received).toHaveLength(0);
    await kit.rows(
      `update notifications.notice set status = 'dropped', settled_at = due_at where id = $1`,
      [id],
    );
    later(1);
    await deliver(id);
    expect(received).toHaveLength(0);
  });
});

describe('by short message', () => {
  test('reference, recipient, sender and text as JSON, the key as bearer; what it costs on the receipt', async () => {
    const id = await aNotice('sms');
    await deliver(id, sms);
    expect(posted[0]?.headers).toMatchObject({
      authorization: 'Bearer a key',
      'content-type': 'application/json',
    });
    expect(posted[0]?.body).toEqual({
      reference: id,
      to: '+33612345678',
      from: 'So Mobilité',
      text: 'Rendez-vous jeudi',
    });
    expect(await receiptOf(id)).toMatchObject({ status: 'sent', segments: 1 });
  });

  test('a gateway that fails is asked again with the same reference; what failed costs nothing', async () => {
    const id = await aNotice('sms');
    answers.sms.push(500);
    await deliver(id, sms);
    expect(await receiptOf(id)).toMatchObject({ status: 'due', segments: null });
    later(1);
    await deliver(id, sms);
    expect(posted.map((one) => (one.body as { reference: string }).reference)).toEqual([id, id]);
    expect(await receiptOf(id)).toMatchObject({ status: 'sent', segments: 1 });
  });

  test('where no gateway is set up, dropped with a receipt', async () => {
    const id = await aNotice('sms');
    await deliverNotice({ ...ctx, sms: null }, id, async () => sms);
    expect(await receiptOf(id)).toMatchObject({ status: 'dropped', outcome: 'no-gateway' });
  });
});
