import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, hold, slotAt, tryBooking } from '#tests/appointments/booking.ts';
import type { Reserved, SlotAsked } from '#tests/appointments/booking.ts';
import { openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { appointmentRow, calendarOf, race } from '#tests/appointments/race.ts';
import {
  aNetwork,
  alsoAdvises,
  anAdviser,
  anOffice,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf, noticesOf, standing } from '#tests/appointments/witness.ts';
import { answerOf } from '#tests/network/so-mobilite.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { holdSlot } from './hold-slot.ts';
import { moveAppointment } from './move-appointment.ts';
import { sayLate } from './say-late.ts';

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
  for (const personId of [lea, noe]) await openHours(kit, { network, office }, { personId });
});
afterAll(() => kit.close());

const at = (text: string, mode: SlotAsked['mode'] = 'phone') =>
  slotAt(office, lea, { at: text, mode });
const holding =
  (slot: SlotAsked, within = network) =>
  async () =>
    answerOf(await holdSlot(kit.visitor, { ...slot, network: within, previousToken: null }));
const moving =
  ({ appointmentId }: Reserved, slot: SlotAsked) =>
  async () =>
    answerOf(
      await moveAppointment(kit.visitor, { network, appointmentId, slot, audience: 'public' }),
    );
const cancelling =
  ({ appointmentId }: Reserved) =>
  async () =>
    answerOf(
      await cancelAppointment(kit.visitor, {
        networkId: network.id,
        appointmentId,
        by: 'youth',
        reason: null,
        note: null,
      }),
    );

/** Of several, one yes; the others that refusal. */
function onlyOne(answers: readonly string[], refusal: string): void {
  const expected = ['accepted', ...Array.from({ length: answers.length - 1 }, () => refusal)];
  expect(answers.toSorted()).toEqual(expected.toSorted());
}

describe('cal.com #13397, LibreBooking #147, easyappointments #1783: at the same instant', () => {
  test('eight browsers choose one slot: one has it', async () => {
    const slot = at('2026-11-05T09:00');
    onlyOne(
      await race(
        kit,
        calendarOf(lea),
        Array.from({ length: 8 }, () => holding(slot)),
      ),
      'busy',
    );
  });

  test('cal.com #29958: two forms whose holds are over book one slot: one has it', async () => {
    const slot = at('2026-11-05T10:00');
    const visitors = [await aVisitor(kit), await aVisitor(kit)];
    const booking = visitors.map(
      (visitor, index) => async () =>
        answerOf(await tryBooking(kit, network, { slot, visitor, holdToken: `over ${index}` })),
    );
    onlyOne(await race(kit, calendarOf(lea), booking), 'busy');
  });

  test('two advisers, one room: one interview in person', async () => {
    const start = '2026-11-06T09:00';
    const barrier = {
      sql: 'select pg_advisory_xact_lock(hashtextextended($1, 2))',
      values: [office.placeId],
    };
    const runners = [lea, noe].map((personId) => holding(slotAt(office, personId, { at: start })));
    onlyOne(await race(kit, barrier, runners), 'no-room-free');
  });

  test('two networks book the same adviser: one has them', async () => {
    const other = await aNetwork(kit, 'autre-reseau');
    await alsoAdvises(kit, other, { office, personId: lea });
    await openHours(kit, { network: other, office }, { personId: lea });
    const slot = at('2026-11-06T10:00');
    onlyOne(await race(kit, calendarOf(lea), [holding(slot), holding(slot, other)]), 'busy');
  });

  test('two interviews move to one time: one arrives, the other stays', async () => {
    const first = await book(kit, network, { slot: at('2026-11-09T09:00') });
    const second = await book(kit, network, { slot: at('2026-11-09T10:00') });
    const target = at('2026-11-09T11:00');
    const answers = await race(kit, calendarOf(lea), [
      moving(first, target),
      moving(second, target),
    ]);
    onlyOne(answers, 'busy');
    const sequences = [
      await standing(kit, first.appointmentId),
      await standing(kit, second.appointmentId),
    ];
    expect(new Set(sequences.map((one) => one?.sequence))).toEqual(new Set([0, 1]));
  });

  test('two that exchange their times do not wait for each other', async () => {
    const first = await book(kit, network, { slot: at('2026-11-10T09:00') });
    const second = await book(kit, network, {
      slot: slotAt(office, noe, { at: '2026-11-10T09:00', mode: 'phone' }),
    });
    const toNoe = slotAt(office, noe, { at: '2026-11-10T10:00', mode: 'phone' });
    const runners = [moving(first, toNoe), moving(second, at('2026-11-10T10:00'))];
    expect(await Promise.all(runners.map((run) => run()))).toEqual(['accepted', 'accepted']);
  });

  test('cancelled from two tabs: told once', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-12T09:00') });
    const answers = await race(kit, appointmentRow(booked.appointmentId), [
      cancelling(booked),
      cancelling(booked),
    ]);
    onlyOne(answers, 'already-cancelled');
    const told = (await noticesOf(kit, booked.appointmentId)).filter((line) =>
      line.startsWith('cancelled'),
    );
    expect(told).toHaveLength(2);
    expect(
      (await auditOf(kit, booked.appointmentId)).filter((line) => line.includes('cancel')),
    ).toHaveLength(1);
  });

  test('cancelled while it is moved: it ends cancelled, whichever came first', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-12T10:00') });
    const runners = [cancelling(booked), moving(booked, at('2026-11-12T11:00'))];
    const [cancelled, moved] = await race(kit, appointmentRow(booked.appointmentId), runners);
    expect(cancelled).toBe('accepted');
    expect(['accepted', 'already-cancelled']).toContain(moved);
    expect(await standing(kit, booked.appointmentId)).toMatchObject({ status: 'cancelled' });
  });

  test('lateness said while it is cancelled: the adviser is told of no late person who does not come', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-13T09:00') });
    const { appointmentId } = booked;
    await kit.runJobs();
    kit.clock.set(Temporal.Instant.from('2026-11-13T07:30Z'));
    const late = async () =>
      answerOf(await sayLate(kit.visitor, { networkId: network.id, appointmentId, minutes: 10 }));
    kit.mails.length = 0;
    const [cancelled] = await race(kit, appointmentRow(appointmentId), [cancelling(booked), late]);
    expect(cancelled).toBe('accepted');
    await kit.runJobs();
    expect(kit.mails.filter((mail) => mail.subject.includes('etard'))).toEqual([]);
  });

  test('a hold pressed while the same browser chooses another slot: one interview at most', async () => {
    kit.clock.set(Temporal.Instant.from('2026-11-13T07:30Z'));
    const slot = at('2026-11-17T09:00');
    const holdToken = await hold(kit, network, slot);
    const visitor = await aVisitor(kit);
    const [row] = await kit.rows<{ id: string }>(
      `select id from appointments.appointment where status = 'on_hold' order by id desc limit 1`,
    );
    const other = { ...at('2026-11-17T10:00'), network, previousToken: holdToken };
    const answers = await race(kit, appointmentRow(row?.id ?? ''), [
      async () => answerOf(await tryBooking(kit, network, { slot, holdToken, visitor })),
      async () => answerOf(await holdSlot(kit.visitor, other)),
    ]);
    expect(answers).toEqual(['accepted', 'accepted']);
    const booked = await kit.rows(
      `select id from appointments.appointment where lower(period) = to_timestamp($1) and status = 'booked'`,
      [slot.start / 1000],
    );
    expect(booked).toHaveLength(1);
  });
});
