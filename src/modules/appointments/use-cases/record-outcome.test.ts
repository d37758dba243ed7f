import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import { MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf, census, noticesOf, standing, timelineOf } from '#tests/appointments/witness.ts';
import { accepted, answerOf, professional } from '#tests/network/so-mobilite.ts';
import type { Outcome } from '../rules/outcome.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { listInterviews } from './list-interviews.ts';
import { noteFollowUp } from './note-follow-up.ts';
import { openInterview } from './open-interview.ts';
import { recordOutcome } from './record-outcome.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let elsewhere: Office;
let otherNetwork: Network;
let lea: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  otherNetwork = await aNetwork(kit, 'autre-reseau');
  office = await anOffice(kit, { network });
  elsewhere = await anOffice(kit, { network });
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea });
});
beforeEach(() => kit.clock.set(Temporal.Instant.from(MONDAY)));
afterAll(() => kit.close());

const scopeOf = ({ organisationId }: Office, { id: networkId }: Network = network) =>
  ({ kind: 'organisation', networkId, organisationId }) as const;
const adviser = (): Actor => professional('adviser', scopeOf(office), lea);

async function anInterview(
  at: string,
  mode: 'in-person' | 'video' = 'in-person',
): Promise<AppointmentId> {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  const { appointmentId } = await book(kit, network, { slot: slotAt(office, lea, { at, mode }) });
  return appointmentId;
}

async function say(appointmentId: AppointmentId, outcome: Outcome, actor: Actor = adviser()) {
  const { id: networkId } = network;
  return answerOf(
    await recordOutcome(kit.as(actor), {
      networkId,
      appointmentId,
      outcome,
      message: null,
      note: null,
    }),
  );
}

const missed = async (id: AppointmentId) =>
  (await noticesOf(kit, id)).filter((line) => line.startsWith('missed'));

describe('record-outcome writes', () => {
  test('held: from the start on, on the timeline, in the audit; nobody is told', async () => {
    const id = await anInterview('2026-11-05T09:00');
    kit.clock.set(Temporal.Instant.from('2026-11-05T07:59:59Z'));
    expect(await say(id, { kind: 'held' })).toBe('not-started');
    kit.clock.set(Temporal.Instant.from('2026-11-05T08:00Z'));
    expect(await say(id, { kind: 'held' })).toBe('accepted');
    expect(await standing(kit, id)).toMatchObject({ status: 'held', sequence: 0 });
    expect(await timelineOf(kit, id)).toEqual(['appointment held']);
    expect(await auditOf(kit, id)).toContain('appointments.record-outcome professional');
    expect(await missed(id)).toEqual([]);
    expect(await say(id, { kind: 'held' })).toBe('already-recorded');
  });

  test('absent: « on ne s’est pas vus » leaves once the interview is over', async () => {
    const id = await anInterview('2026-11-05T10:00');
    kit.clock.set(Temporal.Instant.from('2026-11-05T09:20Z'));
    expect(await say(id, { kind: 'absent' })).toBe('accepted');
    await kit.runJobs();
    const sent = kit.mails.length;
    await kit.moveTo('2026-11-05T09:59Z');
    expect(kit.mails.slice(sent).filter((mail) => mail.subject.includes('pas vus'))).toEqual([]);
    await kit.moveTo('2026-11-05T10:00Z');
    expect(await missed(id)).toEqual(['missed v0 youth email sent']);
  });

  test('absent, noted in the night: the message waits for the morning of the place', async () => {
    const id = await anInterview('2026-11-05T11:00');
    kit.clock.set(Temporal.Instant.from('2026-11-05T22:30Z'));
    expect(await say(id, { kind: 'absent' })).toBe('accepted');
    await kit.moveTo('2026-11-06T06:59Z');
    expect(await missed(id)).toEqual(['missed v0 youth email due']);
    await kit.moveTo('2026-11-06T07:00Z');
    expect(await missed(id)).toEqual(['missed v0 youth email sent']);
  });

  test('a mistake corrected before the message leaves: it does not', async () => {
    const id = await anInterview('2026-11-06T09:00');
    kit.clock.set(Temporal.Instant.from('2026-11-06T08:20Z'));
    expect(await say(id, { kind: 'absent' })).toBe('accepted');
    expect(await say(id, { kind: 'held' })).toBe('accepted');
    await kit.moveTo('2026-11-06T10:00Z');
    expect(await missed(id)).toEqual(['missed v0 youth email dropped not-missed']);
    expect((await standing(kit, id))?.status).toBe('held');
  });

  test('cancelled by the structure: a reason, a message while it is not over, the next sequence', async () => {
    const id = await anInterview('2026-11-06T10:00');
    kit.clock.set(Temporal.Instant.from('2026-11-06T09:10Z'));
    expect(await say(id, { kind: 'cancelled', by: 'structure', reason: ' ' })).toBe(
      'reason-missing',
    );
    expect(await say(id, { kind: 'cancelled', by: 'structure', reason: 'room-closed' })).toBe(
      'accepted',
    );
    expect(await standing(kit, id)).toMatchObject({
      status: 'cancelled',
      sequence: 1,
      cancelled_by: 'structure',
      cancellation_reason: 'room-closed',
    });
    expect(await auditOf(kit, id)).toContain(
      'appointments.record-outcome professional room-closed',
    );
    expect(
      (await noticesOf(kit, id)).filter((line) => line.startsWith('cancelled v1')),
    ).toHaveLength(2);
    expect(await say(id, { kind: 'held' })).toBe('already-cancelled');
  });

  test('cancelled by the young person, said after the end: no message of what is past', async () => {
    const id = await anInterview('2026-11-06T11:00');
    kit.clock.set(Temporal.Instant.from('2026-11-06T11:00Z'));
    expect(await say(id, { kind: 'cancelled', by: 'youth', reason: null })).toBe('accepted');
    expect((await noticesOf(kit, id)).filter((line) => line.startsWith('cancelled'))).toEqual([]);
  });
});

describe('who may', () => {
  const others: readonly (readonly [string, () => Actor])[] = [
    ['a colleague', () => professional('adviser', scopeOf(office))],
    ['another structure’s manager', () => professional('manager', scopeOf(elsewhere))],
    [
      'another network’s coordinator',
      () => professional('coordinator', { kind: 'network', networkId: otherNetwork.id }),
    ],
    ['the site’s referent, who looks', () => professional('referent', scopeOf(office))],
    ['an administrator', () => professional('administrator', { kind: 'installation' })],
    ['a visitor', () => ({ kind: 'visitor' })],
    ['one without the second factor', () => ({ kind: 'unproven', personId: lea })],
  ];

  test('none of the others, and nothing is written', async () => {
    const id = await anInterview('2026-11-09T09:00');
    kit.clock.set(Temporal.Instant.from('2026-11-09T09:00Z'));
    const before = await census(kit);
    for (const [name, actor] of others) {
      expect([name, await say(id, { kind: 'held' }, actor())]).toEqual([name, 'not-found']);
      const note = { networkId: network.id, appointmentId: id, note: 'Rien' };
      expect([name, answerOf(await noteFollowUp(kit.as(actor()), note))]).toEqual([
        name,
        'not-found',
      ]);
    }
    expect(await census(kit)).toEqual(before);
  });

  test('the manager and the coordinator of its scope', async () => {
    const id = await anInterview('2026-11-09T10:00');
    kit.clock.set(Temporal.Instant.from('2026-11-09T10:00Z'));
    expect(await say(id, { kind: 'held' }, professional('manager', scopeOf(office)))).toBe(
      'accepted',
    );
    const coordinator = professional('coordinator', { kind: 'network', networkId: network.id });
    expect(await say(id, { kind: 'absent' }, coordinator)).toBe('accepted');
  });

  test('an interview and a list show the same to the same people', async () => {
    const id = await anInterview('2026-11-09T11:00', 'video');
    const all = {
      filter: { from: Temporal.Instant.from('2026-11-09T09:30Z').epochMilliseconds },
      page: { order: 'oldest-first', offset: 0, limit: 50 },
    } as const;
    const seen = async (actor: Actor) => {
      const ctx = kit.as(actor);
      const { lines, total } = await listInterviews(ctx, all);
      expect(total).toBe(lines.length);
      const listed = lines.some((line) => line.appointment.id === id);
      expect((await openInterview(ctx, id)) !== null).toBe(listed);
      return listed;
    };
    expect(await seen(adviser())).toBe(true);
    expect(await seen(professional('manager', scopeOf(office)))).toBe(true);
    expect(
      await seen(
        professional('referent', { ...scopeOf(office), kind: 'place', placeId: office.placeId }),
      ),
    ).toBe(true);
    const strangers = others.filter(([name]) => !name.includes('referent'));
    for (const [, actor] of strangers) expect(await seen(actor())).toBe(false);
  });
});

describe('the note of follow-up', () => {
  test('is kept, replaced, taken away; never in the audit', async () => {
    const id = await anInterview('2026-11-10T09:00');
    const write = (note: string) =>
      noteFollowUp(kit.as(adviser()), { networkId: network.id, appointmentId: id, note });
    accepted(await write(' Revenir avec un CV '));
    const read = async () => (await openInterview(kit.as(adviser()), id))?.appointment.outcomeNote;
    expect(await read()).toBe('Revenir avec un CV');
    kit.clock.set(Temporal.Instant.from('2026-11-10T08:30Z'));
    expect(await say(id, { kind: 'held' })).toBe('accepted');
    expect(await read()).toBe('Revenir avec un CV');
    accepted(await write('  '));
    expect(await read()).toBeNull();
    expect(JSON.stringify(await kit.rows('select * from platform.audit_entry'))).not.toContain(
      'CV',
    );
  });
});
