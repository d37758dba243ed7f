import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, hold, slotAt, tryBooking } from '#tests/appointments/booking.ts';
import type { Visitor } from '#tests/appointments/booking.ts';
import { found, MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
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
import { answerOf, professional } from '#tests/network/so-mobilite.ts';
import { bookForSomeone } from './book-for-someone.ts';
import type { DeskBooking } from './book-for-someone.ts';
import { listStaffSlots } from './list-staff-slots.ts';
import { openDesk, readDeskSlot } from './open-desk.ts';
import type { DeskChoice } from './open-desk.ts';
import { openInterview } from './open-interview.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let elsewhere: Office;
let lea: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  elsewhere = await anOffice(kit, { network });
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea });
});
beforeEach(() => kit.clock.set(Temporal.Instant.from(MONDAY)));
afterAll(() => kit.close());

const scope = () =>
  ({ kind: 'organisation', networkId: network.id, organisationId: office.organisationId }) as const;
const adviser = (): Actor => professional('adviser', scope(), lea);
const at = (
  text: string,
  mode: 'in-person' | 'phone' = 'in-person',
  minutes: number | null = null,
): DeskChoice => ({
  ...slotAt(office, lea, { at: text, mode }),
  minutes,
});

let serial = 0;

async function take(
  choice: DeskChoice,
  said: Partial<Omit<DeskBooking, 'visitor'>> & {
    readonly visitor?: Visitor;
    readonly actor?: Actor;
  } = {},
) {
  const { actor = adviser(), visitor, ...rest } = said;
  const ctx = kit.as(actor);
  const desk = found(await openDesk(ctx, lea));
  serial += 1;
  return bookForSomeone(ctx, {
    ...{
      desk,
      choice,
      origin: 'phone' as const,
      consent: 'not-given' as const,
      formToken: `form-${serial}`,
    },
    ...rest,
    visitor: visitor ?? (await aVisitor(kit)),
  });
}

describe('book-for-someone writes', () => {
  test('a slot an hour ahead, without notice: file, request, timeline, audit, confirmation to the young person', async () => {
    const choice = at('2026-11-02T11:00');
    const id = accepted(await take(choice));
    expect(await standing(kit, id)).toMatchObject({
      status: 'booked',
      mode: 'in-person',
      room_no: 1,
      start: choice.start,
    });
    expect(await timelineOf(kit, id)).toEqual(['appointment booked']);
    expect(await auditOf(kit, id)).toEqual(['appointments.book-for-someone professional']);
    expect(await noticesOf(kit, id)).toEqual(['confirmed v0 youth email due']);
    const interview = await openInterview(kit.as(adviser()), id);
    expect(interview).toMatchObject({
      request: { origin: 'phone' },
      appointment: { bookedBy: 'structure', overbooked: false },
    });
  });

  test('by the manager: the adviser is told too', async () => {
    const manager = professional('manager', scope());
    const id = accepted(await take(at('2026-11-05T09:00'), { actor: manager }));
    expect((await noticesOf(kit, id)).filter((line) => line.startsWith('confirmed'))).toEqual([
      'confirmed v0 youth email due',
      'confirmed v0 professional email due',
    ]);
  });

  test('any free time, outside the openings', async () => {
    const choice = at('2026-11-05T18:30', 'phone', 45);
    const id = accepted(await take(choice));
    const [row] = await kit.rows<{ minutes: number; opening_id: string | null }>(
      'select extract(epoch from upper(period) - lower(period))::int / 60 as minutes, opening_id from appointments.appointment where id = $1',
      [id],
    );
    expect(row).toEqual({ minutes: 45, opening_id: null });
  });

  test('on the spot, once it has begun: written, not announced; not once it is over', async () => {
    kit.clock.set(Temporal.Instant.from('2026-11-06T13:20Z'));
    expect(answerOf(await take(at('2026-11-06T13:20', 'in-person', 60)))).toBe('already-over');
    const id = accepted(await take(at('2026-11-06T14:00', 'in-person', 60), { origin: 'on-site' }));
    expect(await noticesOf(kit, id)).toEqual([]);
  });

  test('the same form sent twice books once', async () => {
    const visitor = await aVisitor(kit);
    const formToken = 'the same form';
    const sent = [1, 2, 3].map(() => take(at('2026-11-09T09:00'), { visitor, formToken }));
    const ids = (await Promise.all(sent)).map(accepted);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('rdvsp #5367: what was taken meanwhile is seen when the form is sent', () => {
  test('a hold or an interview: said, the box asked for, then overbooked knowingly', async () => {
    const choice = at('2026-11-10T09:00');
    const ctx = kit.as(adviser());
    const desk = found(await openDesk(ctx, lea));
    expect(await readDeskSlot(ctx, { desk, choice })).toMatchObject({
      ok: true,
      value: { departures: [] },
    });
    await hold(kit, network, slotAt(office, lea, { at: '2026-11-10T09:00' }));
    const before = await census(kit);
    expect(answerOf(await take(choice))).toBe('consent-needed');
    expect(await census(kit)).toEqual(before);
    expect(await readDeskSlot(ctx, { desk, choice })).toMatchObject({
      ok: true,
      value: { overbooked: true, departures: [{ kind: 'busy' }] },
    });
    const id = accepted(await take(choice, { consent: 'given' }));
    const [row] = await kit.rows<{ overbooked: boolean; room_no: number }>(
      'select overbooked, room_no from appointments.appointment where id = $1',
      [id],
    );
    expect(row).toEqual({ overbooked: true, room_no: 2 });
  });

  test('over an interview outside the openings too', async () => {
    accepted(await take(at('2026-11-10T18:00', 'phone', 60)));
    const over = at('2026-11-10T18:30', 'phone', 60);
    expect(answerOf(await take(over))).toBe('consent-needed');
    expect(answerOf(await take(over, { consent: 'given' }))).toBe('accepted');
    expect(answerOf(await take(at('2026-11-10T19:30', 'phone', 60)))).toBe('accepted');
  });

  test('never without a confidential room', async () => {
    for (const consent of ['not-given', 'given'] as const)
      accepted(await take(at('2026-11-12T15:00', 'in-person', 60), { consent }));
    expect(
      answerOf(await take(at('2026-11-12T15:00', 'in-person', 60), { consent: 'given' })),
    ).toBe('no-room-free');
  });

  test('overbooking is the adviser’s, never the public’s', async () => {
    const slot = slotAt(office, lea, { at: '2026-11-12T09:00' });
    await book(kit, network, { slot });
    expect(
      answerOf(await tryBooking(kit, network, { slot, holdToken: 'a hold that never was' })),
    ).toBe('busy');
    expect(answerOf(await take({ ...slot, minutes: null }, { consent: 'given' }))).toBe('accepted');
    expect(answerOf(await tryBooking(kit, network, { slot, holdToken: 'another' }))).toBe('busy');
  });
});

describe('what is refused', () => {
  test('too old that day, elsewhere, a second open interview, a place that is not theirs', async () => {
    const choice = at('2026-11-13T09:00');
    const old = await aVisitor(kit, { birthDate: day('1990-11-13') });
    expect(answerOf(await take(choice, { visitor: old }))).toBe('too-old');
    const paris = await aVisitor(kit, { commune: await kit.commune('75056') });
    expect(answerOf(await take(choice, { visitor: paris }))).toBe('outside-territory');
    const visitor = await aVisitor(kit);
    accepted(await take(choice, { visitor }));
    expect(answerOf(await take(at('2026-11-13T10:00'), { visitor }))).toBe('already-open');
    expect(answerOf(await take({ ...choice, placeId: elsewhere.placeId }))).toBe('place-missing');
    expect(answerOf(await take({ ...choice, mode: 'phone' }))).toBe('place-missing');
  });

  test('a calendar that is not the actor’s to fill does not open', async () => {
    const strangers: Actor[] = [
      professional('adviser', scope()),
      professional('manager', { ...scope(), organisationId: elsewhere.organisationId }),
      professional('referent', scope()),
      professional('administrator', { kind: 'installation' }),
      { kind: 'visitor' },
    ];
    for (const actor of strangers) expect(await openDesk(kit.as(actor), lea)).toBeNull();
    const coordinator = professional('coordinator', { kind: 'network', networkId: network.id });
    expect(await openDesk(kit.as(coordinator), lea)).not.toBeNull();
  });
});

describe('the slots that staff see', () => {
  test('from now on, without notice; each can be booked', async () => {
    kit.clock.set(Temporal.Instant.from('2026-11-16T08:30Z'));
    const { slots, later, earlier } = await listStaffSlots(kit.as(adviser()), {
      network,
      personId: lea,
      mode: 'in-person',
    });
    const [first] = slots;
    expect(first?.start).toBe(slotAt(office, lea, { at: '2026-11-16T10:00' }).start);
    expect(earlier).toBeNull();
    expect(later?.toString()).toBe('2026-11-23');
    const [, second] = slots;
    const { start, placeId, end } = found(second);
    const choice: DeskChoice = {
      personId: lea,
      mode: 'in-person',
      start,
      placeId,
      minutes: (end - start) / MINUTE_MS,
    };
    expect(answerOf(await take(choice))).toBe('accepted');
  });
});
