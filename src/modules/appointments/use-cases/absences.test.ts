import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '#platform/context.ts';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import { found, MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf, standing } from '#tests/appointments/witness.ts';
import { accepted, answerOf, day, professional } from '#tests/network/so-mobilite.ts';
import { askWhyNot } from './ask-why-not.ts';
import { changeAbsence, endAbsence } from './change-absence.ts';
import { declareAbsence } from './declare-absence.ts';
import type { AbsenceInput } from './declare-absence.ts';
import { openCalendar } from './open-calendar.ts';
import { readAbsence, readAbsences } from './read-absences.ts';
import { readCalendar } from './read-calendar.ts';
import { readTouchedInterviews } from './read-interviews.ts';
import { settleInterviews } from './settle-interviews.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let lea: PersonId;

const epoch = (text: string) => epochDayOf(day(text));
const adviser = (personId: PersonId): Actor =>
  professional(
    'adviser',
    { kind: 'organisation', networkId: network.id, organisationId: office.organisationId },
    personId,
  );
const asLea = (): Ctx => kit.as(adviser(lea));

beforeAll(async () => {
  kit = await openBookingKit();
  network = await aNetwork(kit);
  office = await anOffice(kit, { network, rooms: 40 });
});
beforeEach(async () => {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  lea = await anAdviser(kit, network, office, 'Léa');
  await openHours(kit, { network, office }, { personId: lea });
});
afterAll(() => kit.close());

const DAY = 1440;

/** From the 9th to the 13th of November, whole days. */
function week(changes: Partial<AbsenceInput> = {}): AbsenceInput {
  return {
    ...{ personId: lea, kind: 'long', zone: office.zone, firstDay: epoch('2026-11-09') },
    ...{ blocks: [{ start: 0, end: 5 * DAY }], recurrence: null, reason: 'Congés' },
    ...changes,
  };
}

const declare = (changes: Partial<AbsenceInput> = {}, ctx = asLea()) =>
  declareAbsence(ctx, { networkId: network.id, absence: week(changes) });

const calendar = async (ctx = asLea()) => found(await openCalendar(ctx, lea));

async function freeStarts(on: string): Promise<number> {
  const read = await readCalendar(asLea(), await calendar(), { first: day(on), last: day(on) });
  return found(read.days[0]).entries.filter((one) => one.kind === 'free').length;
}

async function strangers(): Promise<readonly [string, Actor][]> {
  const networkId = network.id;
  const colleague = await anAdviser(kit, network, office, 'Malo');
  const other = kit.as({ kind: 'visitor' }).newId<'Organisation'>();
  return [
    ['visitor', { kind: 'visitor' }],
    ['young person', { kind: 'youth', personId: lea }],
    ['second factor not done', { kind: 'unproven', personId: lea }],
    ['colleague', adviser(colleague)],
    [
      'manager of another structure',
      professional('manager', { kind: 'organisation', networkId, organisationId: other }),
    ],
    [
      'referent, who looks',
      professional('referent', {
        kind: 'organisation',
        networkId,
        organisationId: office.organisationId,
      }),
    ],
    [
      'coordinator elsewhere',
      professional('coordinator', {
        kind: 'network',
        networkId: kit.as({ kind: 'visitor' }).newId<'Network'>(),
      }),
    ],
    ['administrator', professional('administrator', { kind: 'installation' })],
  ];
}

describe('declare-absence', () => {
  test('closes the days, and only them: state and audit', async () => {
    expect(await freeStarts('2026-11-09')).toBe(3);
    const id = accepted(await declare());
    expect(await freeStarts('2026-11-06')).toBe(3);
    expect(await freeStarts('2026-11-09')).toBe(0);
    expect(await freeStarts('2026-11-13')).toBe(0);
    expect(await freeStarts('2026-11-16')).toBe(3);
    expect(await auditOf(kit, id)).toEqual([
      expect.stringContaining('appointments.declare-absence'),
    ]);
  });

  test('hours, and hours that come back', async () => {
    accepted(await declare({ kind: 'short', blocks: [{ start: 540, end: 600 }] }));
    expect(await freeStarts('2026-11-09')).toBe(2);
    const weekly = {
      every: 'week' as const,
      interval: 1,
      weekdays: [4 as const],
      nth: [],
      until: null,
    };
    accepted(
      await declare({
        kind: 'short',
        firstDay: epoch('2026-11-12'),
        blocks: [{ start: 540, end: 660 }],
        recurrence: weekly,
      }),
    );
    expect(await freeStarts('2026-11-12')).toBe(1);
    expect(await freeStarts('2026-11-19')).toBe(1);
    expect(await freeStarts('2026-11-20')).toBe(3);
  });

  test('never in the past, nor without end', async () => {
    const one = (firstDay: string, days: number) =>
      declare({ firstDay: epoch(firstDay), blocks: [{ start: 0, end: days * DAY }] });
    expect(answerOf(await one('2026-10-30', 3))).toBe('in-the-past');
    expect(answerOf(await one('2026-10-30', 4))).toBe('accepted');
    expect(answerOf(await one('2027-01-01', 401))).toBe('too-long');
    expect(answerOf(await one('2027-01-01', 400))).toBe('accepted');
    expect(answerOf(await declare({ blocks: [{ start: 600, end: 600 }] }))).toBe('hours-reversed');
  });

  test('nobody else', async () => {
    for (const [who, actor] of await strangers()) {
      expect(answerOf(await declare({}, kit.as(actor))), who).toBe('not-found');
    }
  });
});

describe('change-absence and end-absence', () => {
  test('another end; one that has begun keeps its beginning; ended, it gives the days back from today', async () => {
    const absenceId = accepted(await declare());
    const networkId = network.id;
    const change = async (absence: AbsenceInput) =>
      answerOf(await changeAbsence(asLea(), { networkId, absenceId, absence }));
    expect(await change(week({ blocks: [{ start: 0, end: 2 * DAY }] }))).toBe('accepted');
    expect(await freeStarts('2026-11-12')).toBe(3);
    expect(await change(week())).toBe('accepted');
    kit.clock.set(Temporal.Instant.from('2026-11-12T06:00Z'));
    expect(await change(week({ firstDay: epoch('2026-11-12') }))).toBe('begun-already');
    accepted(await endAbsence(asLea(), { networkId, absenceId }));
    expect(await freeStarts('2026-11-12')).toBe(3);
    const [kept] = await readAbsences(asLea(), await calendar());
    expect(kept?.life).toBe('over');
    expect(kept?.absence.blocks).toEqual([{ start: 0, end: 3 * DAY }]);
    expect(answerOf(await endAbsence(asLea(), { networkId, absenceId }))).toBe('already-over');
    const verbs = await auditOf(kit, absenceId);
    expect(verbs.filter((line) => line.includes('change-absence'))).toHaveLength(2);
    expect(verbs.filter((line) => line.includes('end-absence'))).toHaveLength(1);
  });

  test('one that has not begun is withdrawn', async () => {
    const absenceId = accepted(await declare());
    accepted(await endAbsence(asLea(), { networkId: network.id, absenceId }));
    expect(await readAbsences(asLea(), await calendar())).toEqual([]);
  });

  test('nobody else', async () => {
    const absenceId = accepted(await declare());
    const networkId = network.id;
    for (const [who, actor] of await strangers()) {
      expect(
        answerOf(await changeAbsence(kit.as(actor), { networkId, absenceId, absence: week() })),
        who,
      ).toBe('not-found');
      expect(answerOf(await endAbsence(kit.as(actor), { networkId, absenceId })), who).toBe(
        'not-found',
      );
    }
  });
});

describe('an absence over interviews', () => {
  const interview = (at: string) => book(kit, network, { slot: slotAt(office, lea, { at }) });

  test('lists those it falls on, cancels one or all with a reason that is kept', async () => {
    const first = await interview('2026-11-09T09:00');
    const second = await interview('2026-11-10T10:00');
    const after = await interview('2026-11-16T09:00');
    const id = accepted(await declare());
    const opened = await calendar();
    const { absence } = found(await readAbsence(asLea(), opened, id));
    const touched = await readTouchedInterviews(asLea(), opened, absence);
    expect(touched.map((one) => one.appointment.id)).toEqual([
      first.appointmentId,
      second.appointmentId,
    ]);
    const asked = {
      calendar: opened,
      absence,
      reason: 'adviser-away',
      note: 'Je suis en congé, désolée.',
    };
    expect(answerOf(await settleInterviews(asLea(), { ...asked, only: after.appointmentId }))).toBe(
      'not-found',
    );
    expect(accepted(await settleInterviews(asLea(), { ...asked, only: first.appointmentId }))).toBe(
      1,
    );
    expect(await standing(kit, first.appointmentId)).toMatchObject({
      ...{ status: 'cancelled', cancelled_by: 'structure', cancellation_reason: 'adviser-away' },
    });
    expect(await standing(kit, second.appointmentId)).toMatchObject({ status: 'booked' });
    expect(accepted(await settleInterviews(asLea(), { ...asked, only: null }))).toBe(1);
    expect(await readTouchedInterviews(asLea(), opened, absence)).toEqual([]);
    expect(await standing(kit, after.appointmentId)).toMatchObject({ status: 'booked' });
  });

  test('a referent sees them, and settles none', async () => {
    await interview('2026-11-12T09:00');
    const id = accepted(await declare());
    const scope = {
      kind: 'organisation',
      networkId: network.id,
      organisationId: office.organisationId,
    } as const;
    const referent = kit.as(professional('referent', scope));
    const opened = await calendar(referent);
    const { absence } = found(await readAbsence(referent, opened, id));
    expect(absence.reason).toBeNull();
    expect(found(await readAbsence(asLea(), await calendar(), id)).absence.reason).toBe('Congés');
    expect(await readTouchedInterviews(referent, opened, absence)).toHaveLength(1);
    const asked = { calendar: opened, absence, only: null, reason: 'adviser-away', note: null };
    expect(answerOf(await settleInterviews(referent, asked))).toBe('not-found');
  });
});

describe('why a time is not offered', () => {
  const kinds = async (date: string, minute: number) =>
    (await askWhyNot(asLea(), await calendar(), { date: day(date), minute })).reasons.map(
      (one) => one.kind,
    );

  test('offered, too close, closed that day, away, taken, no hours', async () => {
    expect(await kinds('2026-11-05', 540)).toEqual([]);
    expect(await kinds('2026-11-03', 540)).toEqual(['notice-too-short']);
    expect(await kinds('2026-11-11', 540)).toEqual(['public-holiday']);
    expect(await kinds('2026-11-05', 541)).toEqual(['off-grid']);
    expect(await kinds('2026-11-05', 720)).toEqual(['no-opening']);
    accepted(await declare());
    expect(await kinds('2026-11-09', 540)).toEqual(['absence']);
    await book(kit, network, { slot: slotAt(office, lea, { at: '2026-11-05T09:00' }) });
    expect(await kinds('2026-11-05', 540)).toEqual(['busy']);
  });

  test('the calendar tells interviews, absences and holidays apart', async () => {
    await book(kit, network, { slot: slotAt(office, lea, { at: '2026-11-10T09:00' }) });
    accepted(
      await declare({ firstDay: epoch('2026-11-12'), blocks: [{ start: 0, end: 2 * DAY }] }),
    );
    const read = await readCalendar(asLea(), await calendar(), {
      first: day('2026-11-10'),
      last: day('2026-11-14'),
    });
    expect(read.days.map((one) => [one.holiday, one.entries.map((entry) => entry.kind)])).toEqual([
      [null, ['interview', 'free', 'free']],
      ['armistice de 1918', []],
      [null, ['absence']],
      [null, ['absence']],
      [null, []],
    ]);
    expect(read.gaps).toEqual([]);
  });
});
