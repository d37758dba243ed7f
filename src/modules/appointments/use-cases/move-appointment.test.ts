import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, hold, slotAt, tryBooking } from '#tests/appointments/booking.ts';
import type { Reserved, SlotAsked } from '#tests/appointments/booking.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import {
  accepted,
  aNetwork,
  anAdviser,
  anOffice,
  day,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf, census, noticesOf, standing, timelineOf } from '#tests/appointments/witness.ts';
import { answerOf } from '#tests/network/so-mobilite.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { moveAppointment } from './move-appointment.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let lea: PersonId;
let noe: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network, rooms: 1 });
  [lea, noe] = [
    await anAdviser(kit, network, office, 'Léa'),
    await anAdviser(kit, network, office, 'Noé'),
  ];
  await openHours(kit, { network, office }, { personId: lea });
  await openHours(kit, { network, office }, { personId: lea, from: 9.5, to: 12.5 });
  await openHours(kit, { network, office }, { personId: noe });
});
beforeEach(() => kit.clock.set(Temporal.Instant.from(MONDAY)));
afterAll(() => kit.close());

const at = (text: string, mode?: SlotAsked['mode']) =>
  slotAt(office, lea, { at: text, ...(mode ? { mode } : {}) });
const move = async ({ appointmentId }: Reserved, slot: SlotAsked) =>
  answerOf(
    await moveAppointment(kit.visitor, { network, appointmentId, slot, audience: 'public' }),
  );

describe('move-appointment', () => {
  test('writes the new time once, drops the former reminders, tells both sides', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-09T09:00', 'video') });
    const before = await standing(kit, booked.appointmentId);
    expect(await move(booked, at('2026-11-10T10:00', 'video'))).toBe('accepted');
    const after = await standing(kit, booked.appointmentId);
    expect(after).toMatchObject({
      status: 'booked',
      sequence: 1,
      start: at('2026-11-10T10:00').start,
    });
    expect(after?.video_url).not.toBe(before?.video_url);
    expect(await auditOf(kit, booked.appointmentId)).toEqual([
      'appointments.book-appointment visitor',
      'appointments.move-appointment visitor',
    ]);
    expect(await timelineOf(kit, booked.appointmentId)).toEqual(['appointment booked']);
    const notices = await noticesOf(kit, booked.appointmentId);
    expect(notices).toContain('reminder-48 v0 youth email dropped moved');
    expect(notices).toContain('reminder-3 v0 youth email dropped moved');
    expect(notices.filter((line) => line.includes(' v1 '))).toEqual([
      'moved v1 youth email due',
      'moved v1 professional email due',
      'reminder-48 v1 youth email due',
      'reminder-3 v1 youth email due',
    ]);
  });

  test('by 30 minutes, over oneself, in the only room', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-12T09:00') });
    expect(await move(booked, at('2026-11-12T09:30'))).toBe('accepted');
    expect(await move(booked, at('2026-11-12T09:00'))).toBe('accepted');
    expect(await standing(kit, booked.appointmentId)).toMatchObject({ sequence: 2, room_no: 1 });
  });

  test('pressed twice, it moved once', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-13T09:00') });
    for (const _press of [1, 2])
      expect(await move(booked, at('2026-11-13T10:00'))).toBe('accepted');
    expect(await standing(kit, booked.appointmentId)).toMatchObject({ sequence: 1 });
  });

  test('to another adviser and another way of meeting; the former time is free again', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-16T09:00') });
    expect(await move(booked, slotAt(office, noe, { at: '2026-11-16T09:00', mode: 'phone' }))).toBe(
      'accepted',
    );
    expect(await standing(kit, booked.appointmentId)).toMatchObject({
      mode: 'phone',
      room_no: null,
    });
    await book(kit, network, { slot: at('2026-11-16T09:00') });
  });

  test('someone moved twice is reminded of the last date only', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-17T09:00', 'phone') });
    for (const hour of ['10', '11']) await move(booked, at(`2026-11-17T${hour}:00`, 'phone'));
    const due = (await noticesOf(kit, booked.appointmentId)).filter((line) =>
      /^reminder.* due$/.test(line),
    );
    expect(due).toEqual(['reminder-48 v2 youth email due', 'reminder-3 v2 youth email due']);
  });
});

describe('move-appointment refuses, and changes nothing', () => {
  async function refused(booked: Reserved, slot: SlotAsked): Promise<string> {
    const before = [await standing(kit, booked.appointmentId), await census(kit)];
    const answer = await move(booked, slot);
    expect([await standing(kit, booked.appointmentId), await census(kit)]).toEqual(before);
    return answer;
  }

  test('a target that was taken meanwhile', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-18T09:00') });
    await book(kit, network, { slot: at('2026-11-18T11:00') });
    expect(await refused(booked, at('2026-11-18T11:00'))).toBe('busy');
    expect(await refused(booked, slotAt(office, noe, { at: '2026-11-18T11:00' }))).toBe(
      'no-room-free',
    );
  });

  test('a target under 48 hours, both sides of the bound', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-20T09:00', 'video') });
    kit.clock.set(Temporal.Instant.from('2026-11-17T08:00:00.001Z'));
    expect(await refused(booked, at('2026-11-19T09:00', 'video'))).toBe('notice-too-short');
    kit.clock.set(Temporal.Instant.from('2026-11-17T08:00Z'));
    expect(await move(booked, at('2026-11-19T09:00', 'video'))).toBe('accepted');
  });

  test('one that has started, not one that is about to', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-20T11:00', 'video') });
    kit.clock.set(Temporal.Instant.from('2026-11-20T10:00Z'));
    expect(await refused(booked, at('2026-11-25T09:00', 'video'))).toBe('already-started');
    kit.clock.set(Temporal.Instant.from('2026-11-20T09:59:59.999Z'));
    expect(await move(booked, at('2026-11-25T09:00', 'video'))).toBe('accepted');
  });

  test('one that was cancelled, one that does not exist, one of another network', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-23T09:00') });
    const { appointmentId } = booked;
    const other = await aNetwork(kit, 'autre-reseau');
    const elsewhere = {
      network: other,
      appointmentId,
      slot: at('2026-11-23T10:00'),
      audience: 'public' as const,
    };
    expect(answerOf(await moveAppointment(kit.visitor, elsewhere))).toBe('not-found');
    const cancel = {
      networkId: network.id,
      appointmentId,
      by: 'youth' as const,
      reason: null,
      note: null,
    };
    accepted(await cancelAppointment(kit.visitor, cancel));
    expect(await refused(booked, at('2026-11-23T10:00'))).toBe('already-cancelled');
  });

  test('a hold: it is not an interview yet', async () => {
    const slot = at('2026-11-24T09:00');
    await hold(kit, network, slot);
    const [{ id } = { id: '' }] = await kit.rows<{ id: Reserved['appointmentId'] }>(
      `select id from appointments.appointment where status = 'on_hold' order by id desc limit 1`,
    );
    expect(
      answerOf(
        await moveAppointment(kit.visitor, {
          network,
          appointmentId: id as Reserved['appointmentId'],
          slot,
          audience: 'public',
        }),
      ),
    ).toBe('not-booked');
  });

  test('SM-20: a day on which one is too old; a professional may', async () => {
    const visitor = await aVisitor(kit, { birthDate: day('1990-11-27') });
    const slot = at('2026-11-26T09:00');
    const holdToken = await hold(kit, network, slot);
    accepted(await tryBooking(kit, network, { slot, holdToken, visitor }));
    const [{ id } = { id: null }] = await kit.rows<{ id: Reserved['appointmentId'] }>(
      `select id from appointments.appointment where status = 'booked' order by booked_at desc, id desc limit 1`,
    );
    const target = {
      network,
      appointmentId: id as Reserved['appointmentId'],
      slot: at('2026-11-27T09:00'),
    };
    expect(answerOf(await moveAppointment(kit.visitor, { ...target, audience: 'public' }))).toBe(
      'too-old',
    );
    expect(answerOf(await moveAppointment(kit.visitor, { ...target, audience: 'staff' }))).toBe(
      'accepted',
    );
  });

  test('a time at which the young person has another interview', async () => {
    const visitor = await aVisitor(kit);
    const first = await book(kit, network, { slot: at('2026-11-30T09:00', 'phone'), visitor });
    // Its outcome written in advance: no longer open, it takes the time all the same.
    await kit.rows(
      `update appointments.appointment set status = 'held', outcome_at = now() where id = $1`,
      [first.appointmentId],
    );
    const second = await book(kit, network, {
      slot: slotAt(office, noe, { at: '2026-11-30T11:00', mode: 'phone' }),
      visitor,
    });
    expect(
      await refused(second, slotAt(office, noe, { at: '2026-11-30T09:00', mode: 'phone' })),
    ).toBe('youth-busy');
  });
});
