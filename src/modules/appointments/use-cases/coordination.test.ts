import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/chance.ts';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import { addMember } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import { aVisitor, book, slotAt } from '#tests/appointments/booking.ts';
import { found, MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import {
  accepted,
  aNetwork,
  anAdviser,
  anOffice,
  day,
  INSTALLER,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { LIMOGES, professional } from '#tests/network/so-mobilite.ts';
import { tallyBy } from '../rules/statistics.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { openCoordination } from './coordination-reach.ts';
import { readCockpit } from './read-cockpit.ts';
import { readStatistics } from './read-statistics.ts';
import { recordOutcome } from './record-outcome.ts';

let kit: BookingKit;
let network: Network;
let gueret: Office;
let limoges: Office;
let lea: PersonId;
let tom: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  gueret = await anOffice(kit, { network });
  limoges = await anOffice(kit, { network, town: LIMOGES });
  lea = await anAdviser(kit, network, gueret, 'Léa');
  await openHours(kit, { network, office: gueret }, { personId: lea });
  tom = await kit.person('Tom');
  accepted(
    await addMember(kit.as(INSTALLER), {
      personId: tom,
      role: 'adviser',
      scope: {
        kind: 'organisation',
        networkId: network.id,
        organisationId: limoges.organisationId,
      },
      from: day('2026-02-01'),
      until: null,
      profile: { displayName: 'Tom', languages: ['fr'], presentation: null },
    }),
  );
});
beforeEach(() => kit.clock.set(Temporal.Instant.from(MONDAY)));
afterAll(() => kit.close());

const coordinator = (): Actor =>
  professional('coordinator', { kind: 'network', networkId: network.id });
const referent = (): Actor =>
  professional('referent', {
    kind: 'organisation',
    networkId: network.id,
    organisationId: gueret.organisationId,
  });

const open = (actor: Actor) => openCoordination(kit.as(actor), network.slug);
const cockpitOf = async (actor: Actor) => readCockpit(kit.as(actor), found(await open(actor)));

describe('the cockpit', () => {
  test('structures under their minimum and without a slot, people who cannot be booked and why', async () => {
    const { underMinimum, withoutSlot, notBookable, structures } = await cockpitOf(coordinator());
    expect(structures).toBe(2);
    expect(withoutSlot.map(({ id }) => id)).toEqual([limoges.organisationId]);
    expect(underMinimum.map(({ organisation, week }) => [organisation.id, week.verdict])).toEqual([
      [limoges.organisationId, 'short'],
      [limoges.organisationId, 'short'],
    ]);
    expect(notBookable.map(({ adviser, gaps }) => [adviser.displayName, gaps])).toEqual([
      ['Tom', ['not-trained']],
    ]);
  });

  test('a long absence', async () => {
    await kit.owner.query(
      `insert into appointments.absence (id, network_id, person_id, kind, zone, first_day, blocks, created_at)
       values ($1, $2, $3, 'long', 'Europe/Paris', '2026-12-01', '[{"start":0,"end":43200}]', $4)`,
      [newId(), network.id, lea, MONDAY],
    );
    const { away } = await cockpitOf(coordinator());
    expect(away.map(({ adviser }) => adviser.displayName)).toEqual(['Léa']);
    expect(epochDayOf(day('2026-12-31')) * 86_400_000 - (away[0]?.during.end ?? 0)).toBe(3_600_000);
    kit.clock.set(Temporal.Instant.from('2026-10-20T09:00Z'));
    expect((await cockpitOf(coordinator())).away).toEqual([]);
  });

  test('without outcome for a week, and refusals with their reason', async () => {
    const forgotten = await book(kit, network, {
      slot: slotAt(gueret, lea, { at: '2026-11-05T09:00' }),
    });
    const refused = await book(kit, network, {
      slot: slotAt(gueret, lea, { at: '2026-11-05T10:00' }),
    });
    const { appointmentId } = refused;
    const refusal = {
      networkId: network.id,
      appointmentId,
      by: 'structure',
      reason: 'room-closed',
      note: null,
    } as const;
    accepted(await cancelAppointment(kit.as(coordinator()), refusal));
    kit.clock.set(Temporal.Instant.from('2026-11-12T07:00Z'));
    expect((await cockpitOf(coordinator())).forgotten.total).toBe(0);
    kit.clock.set(Temporal.Instant.from('2026-11-12T09:00Z'));
    const cockpit = await cockpitOf(coordinator());
    expect(cockpit.forgotten.lines.map(({ appointment }) => appointment.id)).toEqual([
      forgotten.appointmentId,
    ]);
    expect(
      cockpit.refusals.lines.map(({ appointment }) => [
        appointment.id,
        appointment.cancellationReason,
      ]),
    ).toEqual([[refused.appointmentId, 'room-closed']]);
  });

  test('a site referent sees their structure; strangers nothing; an administrator figures only', async () => {
    const { structures, withoutSlot } = await cockpitOf(referent());
    expect([structures, withoutSlot.length]).toEqual([1, 0]);
    const other = await aNetwork(kit, 'autre-reseau');
    const strangers: Actor[] = [
      professional('coordinator', { kind: 'network', networkId: other.id }),
      professional(
        'adviser',
        { kind: 'organisation', networkId: network.id, organisationId: gueret.organisationId },
        lea,
      ),
      professional('manager', {
        kind: 'organisation',
        networkId: network.id,
        organisationId: gueret.organisationId,
      }),
      { kind: 'visitor' },
    ];
    for (const actor of strangers) expect(await open(actor)).toBeNull();
    expect(await open(professional('administrator', { kind: 'installation' }))).toMatchObject({
      opens: 'figures',
    });
    expect(await openCoordination(kit.as(coordinator()), 'nulle-part')).toBeNull();
  });
});

describe('figures', () => {
  test('by month of the place, département, way, age on the day, outcome', async () => {
    const someone = await aVisitor(kit, {
      birthDate: day('2008-11-20'),
      commune: await kit.commune('87085'),
    });
    await book(kit, network, {
      slot: slotAt(gueret, lea, { at: '2026-11-19T09:00', mode: 'video' }),
      visitor: someone,
    });
    const { appointmentId } = await book(kit, network, {
      slot: slotAt(gueret, lea, { at: '2026-11-20T09:00' }),
    });
    kit.clock.set(Temporal.Instant.from('2026-11-20T09:00Z'));
    const outcome = { kind: 'held' } as const;
    accepted(
      await recordOutcome(kit.as(coordinator()), {
        networkId: network.id,
        appointmentId,
        outcome,
        message: null,
        note: null,
      }),
    );
    const period = { from: day('2026-11-19'), until: day('2026-11-20') };
    const counted = await readStatistics(
      kit.as(coordinator()),
      found(await open(coordinator())),
      period,
    );
    const tally = (dimension: Parameters<typeof tallyBy>[1]) =>
      tallyBy(counted, dimension).map(({ key, total }) => [key, total]);
    expect(tally('month')).toEqual([['2026-11', 2]]);
    expect(tally('departement')).toEqual([
      ['23', 1],
      ['87', 1],
    ]);
    expect(tally('mode')).toEqual([
      ['in-person', 1],
      ['video', 1],
    ]);
    expect(tally('ageBand')).toEqual([
      ['under-18', 1],
      ['18-25', 1],
    ]);
    expect(tally('outcome')).toEqual([
      ['held', 1],
      ['to-record', 1],
    ]);
  });

  test('both days of the period are in, the ones around are not', async () => {
    const count = async (from: string, until: string) =>
      (
        await readStatistics(kit.as(coordinator()), found(await open(coordinator())), {
          from: day(from),
          until: day(until),
        })
      ).length;
    expect(await count('2026-11-20', '2026-11-20')).toBe(1);
    expect(await count('2026-11-21', '2026-11-30')).toBe(0);
    expect(await count('2026-11-06', '2026-11-18')).toBe(0);
  });
});
