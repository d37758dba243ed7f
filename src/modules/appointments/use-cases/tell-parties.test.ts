import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { changeNetworkSettings } from '#modules/network/index.ts';
import { aVisitor, book, slotAt } from '#tests/appointments/booking.ts';
import type { Reserved, SlotAsked } from '#tests/appointments/booking.ts';
import { MONDAY, found, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { calendarOf } from '#tests/appointments/invitation.ts';
import {
  INSTALLER,
  accepted,
  aNetwork,
  anAdviser,
  anOffice,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { noticesOf } from '#tests/appointments/witness.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { moveAppointment } from './move-appointment.ts';
import { openPrivatePage } from './open-private-page.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let lea: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea, to: 17 });
});
beforeEach(() => {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  forget();
});
afterAll(() => kit.close());

function forget(): void {
  kit.mails.length = 0;
  kit.sms.length = 0;
}

const at = (text: string, mode: SlotAsked['mode'] = 'in-person') =>
  slotAt(office, lea, { at: text, mode });
const phone = { channel: 'phone' as const, value: '+33612345678' };

async function cancel(
  { appointmentId }: Reserved,
  by: 'youth' | 'structure' = 'youth',
): Promise<void> {
  const reason = by === 'structure' ? 'adviser-ill' : null;
  const note = by === 'structure' ? 'Léa est malade, désolés.' : null;
  accepted(
    await cancelAppointment(kit.visitor, {
      networkId: network.id,
      appointmentId,
      by,
      reason,
      note,
    }),
  );
}

async function move({ appointmentId }: Reserved, slot: SlotAsked): Promise<void> {
  accepted(
    await moveAppointment(kit.visitor, { network, appointmentId, slot, audience: 'public' }),
  );
}

const toYouth = () => kit.mails.filter((mail) => mail.to.endsWith('@courriel.example'));
const toAdviser = () => kit.mails.filter((mail) => mail.to.endsWith('@structures.example'));

describe('rdvsp ICS: one entry in the calendar, whatever happens to the interview', () => {
  test('REQUEST, then REQUEST with a greater SEQUENCE, then CANCEL; the same UID, to both sides', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-05T09:00') });
    await kit.runJobs();
    await move(booked, at('2026-11-06T10:00'));
    await kit.runJobs();
    await cancel(booked);
    await kit.runJobs();
    for (const mails of [toYouth(), toAdviser()]) {
      expect(mails.map(calendarOf)).toMatchObject([
        { method: 'REQUEST', sequence: 0, status: 'CONFIRMED', start: '2026-11-05T09:00:00' },
        { method: 'REQUEST', sequence: 1, status: 'CONFIRMED', start: '2026-11-06T10:00:00' },
        { method: 'CANCEL', sequence: 2, status: 'CANCELLED', start: '2026-11-06T10:00:00' },
      ]);
      expect(new Set(mails.map((mail) => calendarOf(mail).uid)).size).toBe(1);
      expect(mails.map((mail) => mail.calendar?.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    }
  });

  test('says nothing of what the interview is about, nor to the adviser whom it is with', async () => {
    await book(kit, network, { slot: at('2026-11-05T10:00') });
    await kit.runJobs();
    const [mail] = toAdviser();
    expect(JSON.stringify([calendarOf(mail), mail?.subject, mail?.text, mail?.html])).not.toMatch(
      /Inès|Irlande|courriel\.example/,
    );
    expect(calendarOf(toYouth()[0])).toMatchObject({ summary: 'Rendez-vous So Mobilité' });
  });

  test('the video link, and its fallback number', async () => {
    await book(kit, network, { slot: at('2026-11-05T11:00', 'video') });
    await kit.runJobs();
    const [mail] = toYouth();
    expect(mail?.text).toContain('https://visio.somobilite.example/');
    expect(mail?.text).toMatch(/05.55.00.00.11/);
    expect(calendarOf(mail).description).toContain('https://visio.somobilite.example/');
  });
});

describe('rdvsp #3144, #4351, #2538: each change speaks once, nothing stale is said', () => {
  test('confirmed: both sides, e-mail and SMS, each with a link of its own that opens the page', async () => {
    const visitor = await aVisitor(kit, {
      contacts: [{ channel: 'email', value: 'deux@courriel.example' }, phone],
    });
    await book(kit, network, { slot: at('2026-11-09T09:00'), visitor });
    await kit.runJobs();
    expect([toYouth().length, toAdviser().length, kit.sms.length]).toEqual([1, 1, 1]);
    const links = [toYouth()[0]?.text, kit.sms[0]?.text].map((text) =>
      found(/\/rdv\/([\w-]{32})/.exec(text ?? '')?.[1]),
    );
    expect(new Set(links).size).toBe(2);
    for (const link of links) expect(await openPrivatePage(kit.visitor, link)).not.toBeNull();
  });

  test('moved before the confirmation left: only the new date is told', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-09T10:00') });
    await move(booked, at('2026-11-09T11:00'));
    await kit.runJobs();
    expect(kit.mails.map((mail) => mail.subject.split(' : ')[0])).toEqual([
      'Rendez-vous déplacé',
      'Rendez-vous déplacé',
    ]);
    expect(await noticesOf(kit, booked.appointmentId)).toContain(
      'confirmed v0 youth email dropped superseded',
    );
  });

  test('cancelled before the confirmation left: only that', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-10T10:00') });
    await cancel(booked, 'structure');
    await kit.runJobs();
    expect(kit.mails.map((mail) => mail.subject.split(' : ')[0])).toEqual([
      'Rendez-vous annulé',
      'Rendez-vous annulé',
    ]);
    expect(toYouth()[0]?.text).toContain('Léa est malade');
  });

  test('a job run twice sends once', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-10T11:00') });
    const notices = await kit.rows<{ id: string }>(
      'select id from notifications.notice where subject_id = $1',
      [booked.appointmentId],
    );
    await kit.runJobs();
    const sent = kit.mails.length;
    const { tellParties } = await import('./tell-parties.ts');
    const job = kit.as({ kind: 'system', job: 'tests' });
    for (const { id } of notices) await tellParties(job, { noticeId: id });
    expect(kit.mails).toHaveLength(sent);
  });

  test('after the end, nothing that announces it', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-12T09:00') });
    kit.clock.set(Temporal.Instant.from('2026-11-12T09:00Z'));
    await kit.runJobs();
    expect(kit.mails).toEqual([]);
    expect(await noticesOf(kit, booked.appointmentId)).toContain(
      'confirmed v0 youth email dropped over',
    );
  });
});

describe('reminders', () => {
  beforeEach(() =>
    kit.rows(
      `update notifications.notice set status = 'dropped', settled_at = created_at where status = 'due'`,
    ),
  );
  const subjects = () => toYouth().map((mail) => mail.subject.split(' : ')[0]);

  test('48 h and 3 h before, each on the minute and not before', async () => {
    await book(kit, network, { slot: at('2026-11-12T15:00') });
    await kit.runJobs();
    forget();
    const sent = [];
    for (const when of ['10T13:59:59', '10T14:00', '12T10:59:59', '12T11:00', '12T14:00']) {
      await kit.moveTo(`2026-11-${when}Z`);
      sent.push(subjects().length);
    }
    expect(sent).toEqual([0, 1, 1, 2, 2]);
  });

  test('in the quiet hours: at 21:45 the evening before', async () => {
    // 3 h before 9:00 is 6:00.
    await book(kit, network, { slot: at('2026-11-13T09:00') });
    await kit.runJobs();
    await kit.moveTo('2026-11-11T08:00Z');
    forget();
    const sent = [];
    for (const when of ['12T20:44:59', '12T20:45', '13T06:00']) {
      await kit.moveTo(`2026-11-${when}Z`);
      sent.push(subjects().length);
    }
    expect(sent).toEqual([0, 1, 1]);
  });

  test('a moved interview is reminded of its new date only; a cancelled one of nothing', async () => {
    const moved = await book(kit, network, { slot: at('2026-11-16T15:00') });
    const cancelled = await book(kit, network, { slot: at('2026-11-16T16:00') });
    await move(moved, at('2026-11-19T15:00'));
    await cancel(cancelled);
    await kit.runJobs();
    forget();
    await kit.moveTo('2026-11-16T14:00Z');
    expect(subjects()).toEqual([]);
    await kit.moveTo('2026-11-19T14:30Z');
    expect(subjects()).toEqual(['Rappel', 'Rappel']);
  });

  test('a worker that slept through the interview says nothing of it', async () => {
    await book(kit, network, { slot: at('2026-11-20T15:00') });
    await kit.runJobs();
    forget();
    await kit.moveTo('2026-11-20T15:00Z');
    expect(kit.mails).toEqual([]);
  });
});

describe('rdvsp #4172: short messages are counted and capped', () => {
  test('beyond the cap of the day they are dropped with a receipt, and begin again the day after', async () => {
    const changes = { smsDailyCap: 2 };
    accepted(await changeNetworkSettings(kit.as(INSTALLER), { networkId: network.id, changes }));
    const ids = [];
    await kit.rows(`update notifications.notice set segments = null where channel = 'sms'`);
    for (const hour of ['09', '10', '11']) {
      const visitor = await aVisitor(kit, { contacts: [{ ...phone, value: `+336000000${hour}` }] });
      ids.push(
        (await book(kit, network, { slot: at(`2026-11-23T${hour}:00`), visitor })).appointmentId,
      );
    }
    await kit.runJobs();
    expect(kit.sms.map((sms) => sms.to)).toEqual(['+33600000009', '+33600000010']);
    expect(await noticesOf(kit, ids[2] ?? '')).toContain(
      'confirmed v0 youth sms dropped daily-cap',
    );
    kit.clock.set(Temporal.Instant.from(MONDAY).add({ hours: 24, seconds: 1 }));
    const visitor = await aVisitor(kit, { contacts: [{ ...phone, value: '+33600000014' }] });
    await book(kit, network, { slot: at('2026-11-23T14:00'), visitor });
    await kit.runJobs();
    expect(kit.sms.at(-1)?.to).toBe('+33600000014');
  });

  test('ten at once do not pass the cap of two', async () => {
    kit.clock.set(Temporal.Instant.from('2026-11-24T09:00Z'));
    const notices: string[] = [];
    for (const [index, hour] of ['09', '10', '11', '12', '13', '14', '15', '16'].entries()) {
      const visitor = await aVisitor(kit, {
        contacts: [{ ...phone, value: `+3360000010${index}` }],
      });
      const { appointmentId } = await book(kit, network, {
        slot: at(`2026-11-27T${hour}:00`),
        visitor,
      });
      const rows = await kit.rows<{ id: string }>(
        `select id from notifications.notice where subject_id = $1 and channel = 'sms' and kind = 'confirmed'`,
        [appointmentId],
      );
      notices.push(...rows.map((row) => row.id));
    }
    const { tellParties } = await import('./tell-parties.ts');
    const job = kit.as({ kind: 'system', job: 'tests' });
    await Promise.all(notices.map((noticeId) => tellParties(job, { noticeId })));
    expect(kit.sms).toHaveLength(2);
  });
});

describe('who no longer holds the interview', () => {
  let sam: PersonId;
  beforeAll(async () => {
    sam = await anAdviser(kit, network, office, 'Sam');
    await openHours(kit, { network, office }, { personId: sam, to: 17 });
  });

  test('is told when it was, not where it went, and their calendar loses it', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-10T09:00') });
    await kit.runJobs();
    forget();
    await move(booked, slotAt(office, sam, { at: '2026-11-12T15:00', mode: 'in-person' }));
    await kit.runJobs();
    const former = found(kit.mails.find((mail) => mail.subject.startsWith('Rendez-vous retiré')));
    expect(former.text).toMatch(/10\snovembre/);
    expect(former.text).not.toMatch(/12\snovembre/);
    expect(calendarOf(former)).toMatchObject({
      method: 'CANCEL',
      status: 'CANCELLED',
      sequence: 1,
      start: '2026-11-10T09:00:00',
    });
    expect(kit.mails.filter((mail) => mail.to === former.to)).toHaveLength(1);
  });

  test('is told nothing when it comes back before the message left', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-17T09:00') });
    await kit.runJobs();
    forget();
    await move(booked, slotAt(office, sam, { at: '2026-11-17T10:00', mode: 'in-person' }));
    await move(booked, at('2026-11-17T11:00'));
    await kit.runJobs();
    const withdrawn = kit.mails.filter((mail) => mail.subject.startsWith('Rendez-vous retiré'));
    expect(withdrawn).toHaveLength(1);
    expect(await noticesOf(kit, booked.appointmentId)).toContain(
      'withdrawn v1 professional email dropped superseded',
    );
  });
});
