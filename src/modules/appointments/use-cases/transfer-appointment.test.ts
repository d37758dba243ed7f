import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import { found, MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf, census, noticesOf, standing } from '#tests/appointments/witness.ts';
import { answerOf, LIMOGES, professional } from '#tests/network/so-mobilite.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { listColleagues } from './list-colleagues.ts';
import { openInterviewView } from './open-interview.ts';
import { transferAppointment } from './transfer-appointment.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let limoges: Office;
let lea: PersonId;
let noe: PersonId;
let ana: PersonId;

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network });
  limoges = await anOffice(kit, { network, town: LIMOGES });
  lea = await anAdviser(kit, network, office, 'Léa');
  noe = await anAdviser(kit, network, office, 'Noé');
  ana = await anAdviser(kit, network, limoges, 'Ana');
  await openHours(kit, { network, office }, { personId: lea });
  await openHours(kit, { network, office }, { personId: noe, from: 10, to: 12 });
  await openHours(kit, { network, office: limoges }, { personId: ana });
});
beforeEach(() => kit.clock.set(Temporal.Instant.from(MONDAY)));
afterAll(() => kit.close());

const scope = () =>
  ({ kind: 'organisation', networkId: network.id, organisationId: office.organisationId }) as const;
const adviser = (): Actor => professional('adviser', scope(), lea);
const coordinator = (): Actor =>
  professional('coordinator', { kind: 'network', networkId: network.id });

async function anInterview(
  at: string,
  mode: 'in-person' | 'video' = 'in-person',
): Promise<AppointmentId> {
  return (await book(kit, network, { slot: slotAt(office, lea, { at, mode }) })).appointmentId;
}

async function give(
  appointmentId: AppointmentId,
  to: {
    readonly personId: PersonId;
    readonly at: string;
    readonly mode?: 'in-person' | 'video';
    readonly where?: Office;
  },
  actor: Actor = adviser(),
) {
  const slot = slotAt(to.where ?? office, to.personId, {
    at: to.at,
    ...(to.mode ? { mode: to.mode } : {}),
  });
  return answerOf(await transferAppointment(kit.as(actor), { network, appointmentId, slot }));
}

const heldBy = async (id: AppointmentId) => {
  const [row] = await kit.rows<{ person_id: string }>(
    'select person_id from appointments.appointment where id = $1',
    [id],
  );
  return row?.person_id;
};

describe('transfer-appointment', () => {
  test('same hour: the colleague receives, both are told who, calendars see the change', async () => {
    const id = await anInterview('2026-11-05T10:00');
    expect(await give(id, { personId: noe, at: '2026-11-05T10:00' })).toBe('accepted');
    expect(await heldBy(id)).toBe(noe);
    expect(await standing(kit, id)).toMatchObject({ status: 'booked', sequence: 1 });
    const told = (await noticesOf(kit, id)).filter((line) => line.startsWith('transferred'));
    expect(told).toEqual([
      'transferred v1 youth email due',
      'transferred v1 professional email due',
    ]);
    expect(await auditOf(kit, id)).toContain('appointments.transfer-appointment professional');
    const sent = kit.mails.length;
    await kit.runJobs();
    const mail = found(
      kit.mails
        .slice(sent)
        .find((one) => one.to.startsWith('ines.') && one.subject.includes('recevra')),
    );
    expect(mail.text).toContain('Noé');
    expect(mail.calendar?.content).toContain('SEQUENCE:1');
  });

  test('another hour: the new date is told', async () => {
    const id = await anInterview('2026-11-05T09:00');
    expect(await give(id, { personId: noe, at: '2026-11-05T09:00' })).toBe('no-opening');
    expect(await give(id, { personId: noe, at: '2026-11-05T11:00' })).toBe('accepted');
    expect((await noticesOf(kit, id)).filter((line) => line.startsWith('moved v1'))).toHaveLength(
      2,
    );
  });

  test('a busy colleague is refused, and nothing changes', async () => {
    await book(kit, network, {
      slot: slotAt(office, noe, { at: '2026-11-06T10:00', mode: 'video' }),
    });
    const id = await anInterview('2026-11-06T10:00');
    const before = await census(kit);
    expect(await give(id, { personId: noe, at: '2026-11-06T10:00' })).toBe('busy');
    expect(await heldBy(id)).toBe(lea);
    expect(await census(kit)).toEqual(before);
  });

  test('not to oneself, not once it has begun, not to another structure but by the coordination', async () => {
    const id = await anInterview('2026-11-09T09:00', 'video');
    expect(await give(id, { personId: lea, at: '2026-11-09T09:00' })).toBe('same-adviser');
    const abroad = {
      personId: ana,
      at: '2026-11-09T09:00',
      mode: 'video',
      where: limoges,
    } as const;
    expect(await give(id, abroad)).toBe('not-a-colleague');
    expect(await give(id, abroad, coordinator())).toBe('accepted');
    const late = await anInterview('2026-11-09T10:00');
    kit.clock.set(Temporal.Instant.from('2026-11-09T09:00Z'));
    expect(await give(late, { personId: noe, at: '2026-11-09T11:00' })).toBe('already-started');
  });

  test('who gave it away no longer sees it; strangers never may', async () => {
    const id = await anInterview('2026-11-10T10:00');
    const to = { personId: noe, at: '2026-11-10T10:00' };
    const strangers: Actor[] = [
      professional('adviser', scope(), noe),
      professional('manager', { ...scope(), organisationId: limoges.organisationId }),
      professional('referent', scope()),
      professional('administrator', { kind: 'installation' }),
      { kind: 'visitor' },
    ];
    for (const actor of strangers) expect(await give(id, to, actor)).toBe('not-found');
    expect(await give(id, to)).toBe('accepted');
    expect(await openInterviewView(kit.as(adviser()), id)).toBeNull();
    expect(
      await openInterviewView(kit.as(professional('adviser', scope(), noe)), id),
    ).not.toBeNull();
  });
});

describe('the colleagues shown', () => {
  test('same hour when free, else why not and their nearest slots', async () => {
    const id = await anInterview('2026-11-12T09:00');
    const { appointment } = found(await openInterviewView(kit.as(adviser()), id));
    const [colleague, ...others] = await listColleagues(kit.as(adviser()), {
      network,
      appointment,
    });
    expect(others).toEqual([]);
    expect(colleague).toMatchObject({
      same: null,
      whyNot: 'no-opening',
      adviser: { displayName: 'Noé' },
    });
    expect(colleague?.nearest.map(({ start }) => start)).toContain(
      slotAt(office, noe, { at: '2026-11-12T10:00' }).start,
    );
  });

  test('what is shown at the same hour is accepted', async () => {
    const id = await anInterview('2026-11-13T10:00', 'video');
    for (const actor of [adviser(), coordinator()]) {
      const { appointment } = found(await openInterviewView(kit.as(actor), id));
      const shown = await listColleagues(kit.as(actor), { network, appointment });
      const names = shown.filter((one) => one.same).map((one) => one.adviser.displayName);
      expect(names.toSorted()).toEqual(
        actor.kind === 'professional' && actor.role === 'coordinator' ? ['Ana', 'Noé'] : ['Noé'],
      );
    }
    const { appointment } = found(await openInterviewView(kit.as(adviser()), id));
    const [first] = await listColleagues(kit.as(adviser()), { network, appointment });
    const slot = found(first?.same);
    expect(
      answerOf(await transferAppointment(kit.as(adviser()), { network, appointmentId: id, slot })),
    ).toBe('accepted');
  });
});
