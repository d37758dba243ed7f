import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { book, hold, slotAt } from '#tests/appointments/booking.ts';
import type { Reserved } from '#tests/appointments/booking.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf, census, noticesOf, standing, timelineOf } from '#tests/appointments/witness.ts';
import { answerOf } from '#tests/network/so-mobilite.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { sayLate } from './say-late.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let lea: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea });
});
beforeEach(() => kit.clock.set(Temporal.Instant.from(MONDAY)));
afterAll(() => kit.close());

const at = (text: string) => slotAt(office, lea, { at: text });

interface Said {
  readonly by?: 'youth' | 'structure';
  readonly reason?: string | null;
  readonly networkId?: Network['id'];
}

const cancel = async ({ appointmentId }: Pick<Reserved, 'appointmentId'>, said: Said = {}) => {
  const asked = {
    networkId: network.id,
    appointmentId,
    by: 'youth' as const,
    reason: null,
    note: null,
    ...said,
  };
  return answerOf(await cancelAppointment(kit.visitor, asked));
};

describe('cancel-appointment', () => {
  test('by the young person, without having to say why: state, audit, timeline, both sides told', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-05T09:00') });
    expect(await cancel(booked)).toBe('accepted');
    expect(await standing(kit, booked.appointmentId)).toMatchObject({
      ...{ status: 'cancelled', sequence: 1, cancelled_by: 'youth', cancellation_reason: 'unsaid' },
    });
    expect(await auditOf(kit, booked.appointmentId)).toContain(
      'appointments.cancel-appointment visitor unsaid',
    );
    expect(await timelineOf(kit, booked.appointmentId)).toEqual(['appointment cancelled']);
    const notices = await noticesOf(kit, booked.appointmentId);
    expect(notices).toContain('reminder-48 v0 youth email dropped cancelled');
    expect(notices).toContain('reminder-3 v0 youth email dropped cancelled');
    expect(notices.filter((line) => line.includes(' v1 '))).toEqual([
      'cancelled v1 youth email due',
      'cancelled v1 professional email due',
    ]);
  });

  test('cal.com #21058: gives the slot back at once, the same start twice', async () => {
    for (const _turn of [1, 2])
      expect(await cancel(await book(kit, network, { slot: at('2026-11-06T09:00') }))).toBe(
        'accepted',
      );
    await book(kit, network, { slot: at('2026-11-06T09:00') });
  });

  test('SM-24: by the structure with a reason, even once it has started', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-09T09:00') });
    kit.clock.set(Temporal.Instant.from('2026-11-09T08:30Z'));
    expect(await cancel(booked, { by: 'structure', reason: 'adviser-ill' })).toBe('accepted');
    expect(await standing(kit, booked.appointmentId)).toMatchObject({
      cancelled_by: 'structure',
      cancellation_reason: 'adviser-ill',
    });
  });
});

describe('cancel-appointment refuses, and changes nothing', () => {
  async function refused(booked: Reserved, said: Said = {}): Promise<string> {
    const before = [await standing(kit, booked.appointmentId), await census(kit)];
    const answer = await cancel(booked, said);
    expect([await standing(kit, booked.appointmentId), await census(kit)]).toEqual(before);
    return answer;
  }

  test('the second time', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-10T09:00') });
    await cancel(booked);
    expect(await refused(booked)).toBe('already-cancelled');
  });

  test('the young person once it has started; not one millisecond before', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-10T10:00') });
    kit.clock.set(Temporal.Instant.from('2026-11-10T09:00Z'));
    expect(await refused(booked)).toBe('already-started');
    kit.clock.set(Temporal.Instant.from('2026-11-10T08:59:59.999Z'));
    expect(await cancel(booked)).toBe('accepted');
  });

  test('SM-24: the structure without a reason', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-12T09:00') });
    for (const reason of [null, '  '])
      expect(await refused(booked, { by: 'structure', reason })).toBe('reason-missing');
  });

  test('one of another network', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-12T10:00') });
    const other = await aNetwork(kit, 'autre-reseau');
    expect(await refused(booked, { networkId: other.id })).toBe('not-found');
  });

  test('a hold, which is not an interview yet', async () => {
    await hold(kit, network, at('2026-11-13T09:00'));
    const [row] = await kit.rows<{ id: Reserved['appointmentId'] }>(
      `select id from appointments.appointment where status = 'on_hold'`,
    );
    expect(row && (await cancel({ appointmentId: row.id }))).toBe('not-booked');
  });
});

describe('say-late', () => {
  const late = async ({ appointmentId }: Reserved, minutes: number, networkId = network.id) =>
    answerOf(await sayLate(kit.visitor, { networkId, appointmentId, minutes }));

  test('from one hour before until the end, both bounds', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-16T09:00') });
    const answers = [];
    for (const when of ['06:59:59.999', '07:00', '08:59:59.999', '09:00']) {
      kit.clock.set(Temporal.Instant.from(`2026-11-16T${when}Z`));
      answers.push(await late(booked, 10));
    }
    expect(answers).toEqual(['not-now', 'accepted', 'accepted', 'not-now']);
  });

  test('tells the adviser at once; the same figure once, another figure again', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-16T10:00') });
    await kit.runJobs();
    kit.clock.set(Temporal.Instant.from('2026-11-16T08:30Z'));
    kit.mails.length = 0;
    for (const minutes of [10, 10, 20]) expect(await late(booked, minutes)).toBe('accepted');
    await kit.runJobs();
    expect(kit.mails).toHaveLength(2);
    expect(kit.mails.every((mail) => mail.to.endsWith('@structures.example'))).toBe(true);
    expect(await standing(kit, booked.appointmentId)).toMatchObject({
      late_minutes: 20,
      sequence: 0,
    });
    expect(await auditOf(kit, booked.appointmentId)).toContain('appointments.say-late visitor');
  });

  test('refuses what was cancelled and what is of another network', async () => {
    const booked = await book(kit, network, { slot: at('2026-11-17T09:00') });
    const other = await kit.rows<{ id: Network['id'] }>(
      `select id from network.network where slug = 'autre-reseau'`,
    );
    kit.clock.set(Temporal.Instant.from('2026-11-17T07:30Z'));
    expect(await late(booked, 10, other[0]?.id)).toBe('not-found');
    expect(await cancel(booked)).toBe('accepted');
    expect(await late(booked, 10)).toBe('not-now');
  });
});
