import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, hold, slotAt, tryBooking } from '#tests/appointments/booking.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import {
  aNetwork,
  agreementEnds,
  anAdviser,
  anOffice,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { answerOf, foundNetwork } from '#tests/network/so-mobilite.ts';
import { holdSlot } from './hold-slot.ts';

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
const ask = async (text: string, previousToken: string | null = null) =>
  answerOf(await holdSlot(kit.visitor, { ...at(text), network, previousToken }));

async function heldStarts(): Promise<readonly string[]> {
  const rows = await kit.rows<{ start: string }>(
    `select to_char(lower(period) at time zone 'Europe/Paris', 'DD HH24:MI') as start
     from appointments.appointment where status = 'on_hold' order by 1`,
  );
  return rows.map((row) => row.start);
}

describe('hold-slot keeps a slot for ten minutes', () => {
  test('the slot is no longer anyone else’s', async () => {
    await hold(kit, network, at('2026-11-05T09:00'));
    expect(await ask('2026-11-05T09:00')).toBe('busy');
    expect(await heldStarts()).toEqual(['05 09:00']);
  });

  test('until the tenth minute, not one millisecond more', async () => {
    kit.clock.set(Temporal.Instant.from(MONDAY).add({ minutes: 10 }).subtract({ milliseconds: 1 }));
    expect(await ask('2026-11-05T09:00')).toBe('busy');
    kit.clock.set(Temporal.Instant.from(MONDAY).add({ minutes: 10 }));
    expect(await ask('2026-11-05T09:00')).toBe('accepted');
    expect(await heldStarts()).toEqual(['05 09:00']);
  });

  test('one per browser: choosing again gives the former one back', async () => {
    const first = await hold(kit, network, at('2026-11-05T10:00'));
    expect(await ask('2026-11-05T11:00', first)).toBe('accepted');
    expect(await ask('2026-11-05T10:00')).toBe('accepted');
  });

  test('the secret is kept as a hash only', async () => {
    const token = await hold(kit, network, at('2026-11-06T09:00'));
    const rows = await kit.rows<{ hold_key: string }>(
      'select hold_key from appointments.appointment where hold_key is not null',
    );
    expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.hold_key))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('a hold that has become an interview is not given back by choosing again', async () => {
    const slot = at('2026-11-06T10:00');
    const booked = await book(kit, network, { slot });
    expect(await ask('2026-11-06T11:00', booked.holdToken)).toBe('accepted');
    expect(await ask('2026-11-06T10:00')).toBe('busy');
  });
});

describe('hold-slot refuses', () => {
  test('SM-36, X-01: what is 47 h 59 away, and takes what is 48 h away', async () => {
    kit.clock.set(Temporal.Instant.from('2026-11-10T08:01Z'));
    expect(await ask('2026-11-12T09:00')).toBe('notice-too-short');
    kit.clock.set(Temporal.Instant.from('2026-11-10T08:00Z'));
    expect(await ask('2026-11-12T09:00')).toBe('accepted');
  });

  test.each([
    ['the past', '2026-10-30T09:00', 'in-the-past'],
    ['a day too far', '2027-01-04T09:00', 'beyond-furthest'],
    ['the 11th of November', '2026-11-11T09:00', 'public-holiday'],
    ['a Saturday', '2026-11-07T09:00', 'no-opening'],
    ['between two slots', '2026-11-09T09:10', 'off-grid'],
    ['what would end after the opening', '2026-11-09T11:30', 'does-not-fit'],
  ])('%s', async (_what, when, refusal) => {
    expect(await ask(when)).toBe(refusal);
  });

  test('an adviser who is not of the network', async () => {
    const other = await kit.networkOf(await foundNetwork(kit, 'autre-reseau'));
    const slot = at('2026-11-09T09:00');
    const answer = await holdSlot(kit.visitor, { ...slot, network: other, previousToken: null });
    expect(answerOf(answer)).toBe('no-opening');
  });

  test('SM-42: the third interview at once in a place of two rooms; a video one goes on', async () => {
    const [second, third] = [
      await anAdviser(kit, network, office, 'Noé'),
      await anAdviser(kit, network, office, 'Zoé'),
    ];
    for (const personId of [second, third]) await openHours(kit, { network, office }, { personId });
    const start = '2026-11-09T09:00';
    await hold(kit, network, at(start));
    await hold(kit, network, slotAt(office, second, { at: start }));
    const inPerson = slotAt(office, third, { at: start });
    const byVideo = slotAt(office, third, { at: start, mode: 'video' });
    const answers = [];
    for (const slot of [inPerson, byVideo]) {
      answers.push(
        answerOf(await holdSlot(kit.visitor, { ...slot, network, previousToken: null })),
      );
    }
    expect(answers).toEqual(['no-room-free', 'accepted']);
  });

  test('SM-92: the day after an agreement that ends, not its last day', async () => {
    const ending = await anOffice(kit, { network });
    const awa = await anAdviser(kit, network, ending, 'Awa');
    await openHours(kit, { network, office: ending }, { personId: awa });
    await agreementEnds(kit, network, { ...ending, on: '2026-11-12' });
    const answers = [];
    for (const when of ['2026-11-12T11:00', '2026-11-13T09:00']) {
      const slot = slotAt(ending, awa, { at: when });
      answers.push(
        answerOf(await holdSlot(kit.visitor, { ...slot, network, previousToken: null })),
      );
    }
    expect(answers).toEqual(['accepted', 'not-bookable-then']);
  });
});

describe('a hold that is over', () => {
  test('is taken anew by the form when the slot is still free', async () => {
    const slot = at('2026-11-16T09:00');
    const holdToken = await hold(kit, network, slot);
    kit.clock.set(Temporal.Instant.from(MONDAY).add({ minutes: 11 }));
    expect(answerOf(await tryBooking(kit, network, { slot, holdToken }))).toBe('accepted');
  });

  test('rdvsp #5367: is refused to the form when someone took the slot meanwhile', async () => {
    const slot = at('2026-11-16T10:00');
    const holdToken = await hold(kit, network, slot);
    kit.clock.set(Temporal.Instant.from(MONDAY).add({ minutes: 11 }));
    await book(kit, network, { slot });
    const visitor = await aVisitor(kit);
    expect(answerOf(await tryBooking(kit, network, { slot, holdToken, visitor }))).toBe('busy');
  });
});
