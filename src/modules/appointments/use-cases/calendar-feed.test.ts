import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, MembershipId, PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import { found, MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { accepted, aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf } from '#tests/appointments/witness.ts';
import { answerOf, professional } from '#tests/network/so-mobilite.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { createCalendarFeed, readFeedStanding, revokeCalendarFeed } from './keep-calendar-feed.ts';
import { readCalendarFeed } from './read-calendar-feed.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let lea: PersonId;
let adviser: Extract<Actor, { kind: 'professional' }>;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea });
  const [membership] = await kit.rows<{ id: MembershipId }>(
    'select id from network.membership where person_id = $1',
    [lea],
  );
  const scope = {
    kind: 'organisation',
    networkId: network.id,
    organisationId: office.organisationId,
  } as const;
  adviser = {
    kind: 'professional',
    role: 'adviser',
    personId: lea,
    membershipId: found(membership).id,
    scope,
  };
});
beforeEach(() => kit.clock.set(Temporal.Instant.from(MONDAY)));
afterAll(() => kit.close());

const create = async (names: 'shown' | 'hidden') =>
  accepted(await createCalendarFeed(kit.as(adviser), { names }));
const read = (token: string) => readCalendarFeed(kit.visitor, token);

describe('the feed of an adviser', () => {
  test('one’s interviews, in the hours of the place, without any name unless asked', async () => {
    const { appointmentId } = await book(kit, network, {
      slot: slotAt(office, lea, { at: '2026-11-05T09:00' }),
    });
    const hidden = found(await read(await create('hidden')));
    expect(hidden).toContain('BEGIN:VCALENDAR');
    expect(hidden).toContain(`UID:${appointmentId}@cairn`);
    expect(hidden).toContain('DTSTART;TZID=Europe/Paris:20261105T090000');
    expect(hidden).not.toMatch(/Inès|Irlande|courriel/);
    const shown = found(await read(await create('shown')));
    expect(shown).toContain('Rendez-vous avec Inès');
    expect(shown).not.toMatch(/Irlande|courriel/);
  });

  test('a cancelled one is gone', async () => {
    const { appointmentId } = await book(kit, network, {
      slot: slotAt(office, lea, { at: '2026-11-06T09:00' }),
    });
    const token = await create('hidden');
    expect(await read(token)).toContain(appointmentId);
    accepted(
      await cancelAppointment(kit.visitor, {
        networkId: network.id,
        appointmentId,
        by: 'youth',
        reason: null,
        note: null,
      }),
    );
    expect(await read(token)).not.toContain(appointmentId);
  });

  test('a new address closes the one before; a withdrawn one opens nothing; only hashes are kept', async () => {
    const first = await create('hidden');
    const second = await create('shown');
    expect(await read(first)).toBeNull();
    expect(await read(second)).not.toBeNull();
    expect(await readFeedStanding(kit.as(adviser))).toMatchObject({ withNames: true });
    accepted(await revokeCalendarFeed(kit.as(adviser)));
    expect(await read(second)).toBeNull();
    expect(await readFeedStanding(kit.as(adviser))).toBeNull();
    expect(await read('not a secret of ours')).toBeNull();
    expect(
      JSON.stringify(await kit.rows('select * from appointments.calendar_feed')),
    ).not.toContain(second);
    expect(await auditOf(kit, adviser.membershipId)).toContain(
      'appointments.revoke-calendar-feed professional',
    );
  });

  test('it closes with the role and with the account', async () => {
    const token = await create('hidden');
    await kit.owner.query(`update network.membership set until_date = '2026-11-02' where id = $1`, [
      adviser.membershipId,
    ]);
    expect(await read(token)).not.toBeNull();
    kit.clock.set(Temporal.Instant.from('2026-11-02T23:00Z'));
    expect(await read(token)).toBeNull();
    kit.clock.set(Temporal.Instant.from(MONDAY));
    await kit.owner.query('update network.membership set until_date = null where id = $1', [
      adviser.membershipId,
    ]);
    await kit.owner.query('update accounts.person set closed_at = $2 where id = $1', [lea, MONDAY]);
    expect(await read(token)).toBeNull();
    await kit.owner.query('update accounts.person set closed_at = null where id = $1', [lea]);
  });

  test('advisers only', async () => {
    const others: Actor[] = [
      { ...adviser, role: 'manager' },
      professional('coordinator', { kind: 'network', networkId: network.id }),
      { kind: 'unproven', personId: lea },
      { kind: 'visitor' },
    ];
    for (const actor of others) {
      expect(answerOf(await createCalendarFeed(kit.as(actor), { names: 'shown' }))).toBe(
        'not-adviser',
      );
      expect(answerOf(await revokeCalendarFeed(kit.as(actor)))).toBe('not-adviser');
    }
  });
});
