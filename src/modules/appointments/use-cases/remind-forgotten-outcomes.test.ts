import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import {
  accepted,
  aNetwork,
  anAdviser,
  anOffice,
  INSTALLER,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { noticesOf } from '#tests/appointments/witness.ts';
import { recordOutcome } from './record-outcome.ts';
import { remindForgottenOutcomes } from './remind-forgotten-outcomes.ts';
import type { AppointmentId } from '../rules/calendar.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let lea: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea, from: 9, to: 21 });
});
afterAll(() => kit.close());

async function anInterview(at: string): Promise<AppointmentId> {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  return (await book(kit, network, { slot: slotAt(office, lea, { at, mode: 'video' }) }))
    .appointmentId;
}

async function sweepAt(at: string): Promise<void> {
  kit.clock.set(Temporal.Instant.from(at));
  await remindForgottenOutcomes(kit.as(INSTALLER));
}

const asked = async (id: AppointmentId) =>
  (await noticesOf(kit, id)).filter((line) => line.startsWith('outcome-forgotten'));

test('a day after the end, once, whatever is run twice', async () => {
  const id = await anInterview('2026-11-05T10:00');
  await sweepAt('2026-11-06T09:59:59Z');
  expect(await asked(id)).toEqual([]);
  await sweepAt('2026-11-06T10:00Z');
  await sweepAt('2026-11-06T10:01Z');
  await kit.moveTo('2026-11-06T10:01Z');
  expect(await asked(id)).toEqual(['outcome-forgotten v0 professional email sent']);
  expect(kit.mails.filter((mail) => mail.subject.startsWith('Que s’est-il passé'))).toHaveLength(1);
});

test('at a decent hour of the place', async () => {
  const id = await anInterview('2026-11-06T20:00');
  await sweepAt('2026-11-07T21:30Z');
  await kit.moveTo('2026-11-08T06:59Z');
  expect(await asked(id)).toEqual(['outcome-forgotten v0 professional email due']);
  await kit.moveTo('2026-11-08T07:00Z');
  expect(await asked(id)).toEqual(['outcome-forgotten v0 professional email sent']);
});

test('nothing for what is recorded, even just before it leaves; nothing for what is older than the week', async () => {
  const recorded = await anInterview('2026-11-09T10:00');
  const between = await anInterview('2026-11-09T19:00');
  const old = await anInterview('2026-11-10T10:00');
  const outcome = { kind: 'held' } as const;
  const say = (appointmentId: AppointmentId) =>
    recordOutcome(kit.as(INSTALLER), {
      networkId: network.id,
      appointmentId,
      outcome,
      message: null,
      note: null,
    });
  kit.clock.set(Temporal.Instant.from('2026-11-09T11:00Z'));
  accepted(await say(recorded));
  await sweepAt('2026-11-10T21:00Z');
  expect(await asked(recorded)).toEqual([]);
  accepted(await say(between));
  await kit.moveTo('2026-11-11T07:00Z');
  expect(await asked(between)).toEqual(['outcome-forgotten v0 professional email dropped settled']);
  await sweepAt('2026-11-18T10:00:01Z');
  expect(await asked(old)).toEqual([]);
});
