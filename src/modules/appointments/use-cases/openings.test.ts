import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '#platform/context.ts';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import { found, MONDAY, openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice } from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';
import { auditOf } from '#tests/appointments/witness.ts';
import { accepted, answerOf, day, LIMOGES, professional } from '#tests/network/so-mobilite.ts';
import { changeOccurrence } from './change-occurrence.ts';
import { changeOpening } from './change-opening.ts';
import type { OpeningInput } from './check-opening.ts';
import { createOpening } from './create-opening.ts';
import { endOpening } from './end-opening.ts';
import { openCalendar } from './open-calendar.ts';
import type { OpenedCalendar } from './open-calendar.ts';
import { readOpening, readOpenings } from './read-openings.ts';
import { readStrayInterviews } from './read-interviews.ts';

let kit: BookingKit;
let network: Network;
let office: Office;
let elsewhere: Office;
let lea: PersonId;
let malo: PersonId;

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
  office = await anOffice(kit, { network });
  elsewhere = await anOffice(kit, { network, town: LIMOGES });
});
// A new adviser for each test: nothing of another is in their calendar.
beforeEach(async () => {
  kit.clock.set(Temporal.Instant.from(MONDAY));
  lea = await anAdviser(kit, network, office, 'Léa');
  malo = await anAdviser(kit, network, office, 'Malo');
});
afterAll(() => kit.close());

/** Tuesdays and Thursdays, 9 to 12, from today on. */
function hours(changes: Partial<OpeningInput> = {}): OpeningInput {
  return {
    ...{
      personId: lea,
      organisationId: office.organisationId,
      placeId: office.placeId,
      zone: office.zone,
    },
    modes: ['in-person'],
    firstDay: epoch('2026-11-02'),
    blocks: [{ start: 540, end: 720 }],
    recurrence: { every: 'week', interval: 1, weekdays: [2, 4], nth: [], until: null },
    ...{
      slotMinutes: 60,
      pauseMinutes: 0,
      opensOnHolidays: false,
      videoKind: null,
      videoRoom: null,
    },
    ...{ fallbackPhone: null, phoneDirection: null, phoneNumber: null },
    ...changes,
  };
}

const open = async (changes: Partial<OpeningInput> = {}, ctx = asLea()) =>
  createOpening(ctx, { network, opening: hours(changes) });

const calendarOf = async (ctx: Ctx): Promise<OpenedCalendar> => found(await openCalendar(ctx, lea));

const nextDays = async (id: Parameters<typeof readOpening>[2]) => {
  const view = found(await readOpening(asLea(), await calendarOf(asLea()), id));
  return view.occurrences
    .slice(0, 4)
    .map(
      ({ day: on, state }) => `${new Date(on * 86_400_000).toISOString().slice(0, 10)} ${state}`,
    );
};

/** Every kind of actor who has no business in that calendar. */
function strangers(): readonly [string, Actor][] {
  const { organisationId } = elsewhere;
  return [
    ['visitor', { kind: 'visitor' }],
    ['young person', { kind: 'youth', personId: lea }],
    ['adviser without a second factor', { kind: 'unproven', personId: lea }],
    ['colleague', adviser(malo)],
    [
      'manager of another structure',
      professional('manager', { kind: 'organisation', networkId: network.id, organisationId }),
    ],
    [
      'referent of the structure, who looks',
      professional('referent', {
        kind: 'organisation',
        networkId: network.id,
        organisationId: office.organisationId,
      }),
    ],
    [
      'coordinator of another network',
      professional('coordinator', {
        kind: 'network',
        networkId: kit.as({ kind: 'visitor' }).newId<'Network'>(),
      }),
    ],
    ['administrator', professional('administrator', { kind: 'installation' })],
  ];
}

function keepers(): readonly [string, Actor][] {
  const networkId = network.id;
  return [
    ['adviser', adviser(lea)],
    [
      'manager',
      professional('manager', {
        kind: 'organisation',
        networkId,
        organisationId: office.organisationId,
      }),
    ],
    ['coordinator', professional('coordinator', { kind: 'network', networkId })],
  ];
}

describe('create-opening', () => {
  test('by the adviser, the manager or the coordinator: state and audit', async () => {
    for (const [who, actor] of keepers()) {
      const id = accepted(await open({}, kit.as(actor)));
      const rows = await kit.rows(
        'select person_id, modes, slot_minutes from appointments.opening where id = $1',
        [id],
      );
      expect(rows, who).toEqual([{ person_id: lea, modes: ['in-person'], slot_minutes: 60 }]);
      expect(await auditOf(kit, id), who).toEqual([
        expect.stringContaining('appointments.create-opening'),
      ]);
    }
  });

  test('nobody else', async () => {
    for (const [who, actor] of strangers()) {
      expect(answerOf(await open({}, kit.as(actor))), who).toBe('not-found');
    }
  });

  test('only for a structure where one advises, in a place that it serves, with days that come', async () => {
    expect(answerOf(await open({ organisationId: elsewhere.organisationId }))).toBe('not-found');
    expect(answerOf(await open({ placeId: elsewhere.placeId }))).toBe('place-not-served');
    expect(answerOf(await open({ placeId: null }))).toBe('place-missing');
    expect(
      answerOf(
        await open({ modes: ['video'], videoKind: 'room', videoRoom: 'https://salle.example/lea' }),
      ),
    ).toBe('fallback-missing');
    const until = (text: string) => ({
      every: 'week' as const,
      interval: 1,
      weekdays: [4] as const,
      nth: [],
      until: epoch(text),
    });
    expect(answerOf(await open({ recurrence: until('2026-11-04') }))).toBe('never-opens');
    expect(answerOf(await open({ recurrence: until('2026-11-05') }))).toBe('accepted');
  });
});

describe('change-occurrence', () => {
  test('skip, move, change and restore one; the others are untouched', async () => {
    const id = accepted(await open());
    const change = async (
      on: string,
      what: Parameters<typeof changeOccurrence>[1]['change'],
      ctx = asLea(),
    ) =>
      answerOf(
        await changeOccurrence(ctx, {
          networkId: network.id,
          openingId: id,
          day: epoch(on),
          change: what,
        }),
      );
    expect(await change('2026-11-03', { kind: 'skip' })).toBe('accepted');
    expect(
      await change('2026-11-05', {
        kind: 'move',
        toDay: epoch('2026-11-06'),
        blocks: [{ start: 540, end: 600 }],
      }),
    ).toBe('accepted');
    expect(await change('2026-11-10', { kind: 'hours', blocks: [{ start: 840, end: 900 }] })).toBe(
      'accepted',
    );
    expect(await nextDays(id)).toEqual([
      '2026-11-03 skipped',
      '2026-11-05 moved',
      '2026-11-10 changed',
      '2026-11-12 plain',
    ]);
    expect(await change('2026-11-03', { kind: 'restore' })).toBe('accepted');
    expect((await nextDays(id))[0]).toBe('2026-11-03 plain');
    expect(
      (await auditOf(kit, id)).filter((line) => line.includes('change-occurrence')),
    ).toHaveLength(4);
  });

  test('refuses a day without occurrence, the past, hours that no interview fits in, a day already open', async () => {
    const id = accepted(await open());
    const change = async (on: string, what: Parameters<typeof changeOccurrence>[1]['change']) =>
      answerOf(
        await changeOccurrence(asLea(), {
          networkId: network.id,
          openingId: id,
          day: epoch(on),
          change: what,
        }),
      );
    expect(await change('2026-11-04', { kind: 'skip' })).toBe('no-occurrence');
    expect(await change('2026-11-03', { kind: 'hours', blocks: [{ start: 540, end: 599 }] })).toBe(
      'slot-too-long',
    );
    expect(await change('2026-11-03', { kind: 'hours', blocks: [{ start: 540, end: 600 }] })).toBe(
      'accepted',
    );
    expect(
      await change('2026-11-03', {
        kind: 'move',
        toDay: epoch('2026-11-05'),
        blocks: [{ start: 660, end: 780 }],
      }),
    ).toBe('already-open-then');
    expect(
      await change('2026-11-03', {
        kind: 'move',
        toDay: epoch('2026-11-01'),
        blocks: [{ start: 660, end: 780 }],
      }),
    ).toBe('in-the-past');
    kit.clock.set(Temporal.Instant.from('2026-11-03T23:30Z'));
    expect(await change('2026-11-03', { kind: 'skip' })).toBe('in-the-past');
  });

  test('nobody else', async () => {
    const id = accepted(await open());
    for (const [who, actor] of strangers()) {
      const asked = {
        networkId: network.id,
        openingId: id,
        day: epoch('2026-11-03'),
        change: { kind: 'skip' as const },
      };
      expect(answerOf(await changeOccurrence(kit.as(actor), asked)), who).toBe('not-found');
    }
  });
});

describe('change-opening', () => {
  test('one that has not begun takes the new text, and loses the exceptions of days that are no more', async () => {
    const id = accepted(await open());
    const networkId = network.id;
    for (const on of ['2026-11-03', '2026-11-05']) {
      accepted(
        await changeOccurrence(asLea(), {
          networkId,
          openingId: id,
          day: epoch(on),
          change: { kind: 'skip' },
        }),
      );
    }
    const thursdays = {
      every: 'week' as const,
      interval: 1,
      weekdays: [4] as const,
      nth: [],
      until: null,
    };
    const after = accepted(
      await changeOpening(asLea(), {
        network,
        openingId: id,
        opening: hours({ recurrence: thursdays }),
      }),
    );
    expect(after).toBe(id);
    expect(await nextDays(id)).toEqual([
      '2026-11-05 skipped',
      '2026-11-12 plain',
      '2026-11-19 plain',
      '2026-11-26 plain',
    ]);
  });

  test('one that has begun keeps its past: another follows it, with the exceptions still to come', async () => {
    const id = accepted(await open());
    kit.clock.set(Temporal.Instant.from('2026-11-09T09:00Z'));
    accepted(
      await changeOccurrence(asLea(), {
        networkId: network.id,
        openingId: id,
        day: epoch('2026-11-17'),
        change: { kind: 'skip' },
      }),
    );
    const opening = hours({ firstDay: epoch('2026-11-12'), blocks: [{ start: 600, end: 720 }] });
    const after = accepted(await changeOpening(asLea(), { network, openingId: id, opening }));
    expect(after).not.toBe(id);
    expect(await nextDays(id)).toEqual(['2026-11-10 plain']);
    expect(await nextDays(after)).toEqual([
      '2026-11-12 plain',
      '2026-11-17 skipped',
      '2026-11-19 plain',
      '2026-11-24 plain',
    ]);
    const early = hours({ firstDay: epoch('2026-11-08') });
    expect(
      answerOf(await changeOpening(asLea(), { network, openingId: after, opening: early })),
    ).toBe('in-the-past');
    kit.clock.set(Temporal.Instant.from('2026-11-12T09:00Z'));
    expect(
      answerOf(await changeOpening(asLea(), { network, openingId: id, opening: hours() })),
    ).toBe('already-over');
  });

  test('an interview of hours that are no more is kept, and told', async () => {
    const id = accepted(await open());
    const slot = slotAt(office, lea, { at: '2026-11-10T09:00' });
    const { appointmentId } = await book(kit, network, { slot });
    expect(await readStrayInterviews(asLea(), await calendarOf(asLea()))).toEqual([]);
    const opening = hours({ blocks: [{ start: 600, end: 720 }] });
    accepted(await changeOpening(asLea(), { network, openingId: id, opening }));
    const stray = await readStrayInterviews(asLea(), await calendarOf(asLea()));
    expect(stray.map((one) => [one.appointment.id, one.appointment.status, one.firstName])).toEqual(
      [[appointmentId, 'booked', 'Inès']],
    );
  });

  test('nobody else', async () => {
    const id = accepted(await open());
    for (const [who, actor] of strangers()) {
      const asked = { network, openingId: id, opening: hours() };
      expect(answerOf(await changeOpening(kit.as(actor), asked)), who).toBe('not-found');
    }
  });
});

describe('end-opening', () => {
  test('after a last day: nothing later, the past stays; one that offered nothing is withdrawn whole', async () => {
    const id = accepted(await open());
    const networkId = network.id;
    expect(
      answerOf(
        await endOpening(asLea(), { networkId, openingId: id, lastDay: epoch('2026-10-31') }),
      ),
    ).toBe('in-the-past');
    accepted(await endOpening(asLea(), { networkId, openingId: id, lastDay: epoch('2026-11-05') }));
    expect(await nextDays(id)).toEqual(['2026-11-03 plain', '2026-11-05 plain']);
    accepted(await endOpening(asLea(), { networkId, openingId: id, lastDay: epoch('2026-11-01') }));
    expect(await readOpenings(asLea(), await calendarOf(asLea()))).toEqual([]);
    expect(
      answerOf(
        await endOpening(asLea(), { networkId, openingId: id, lastDay: epoch('2026-11-05') }),
      ),
    ).toBe('not-found');
    expect((await auditOf(kit, id)).filter((line) => line.includes('end-opening'))).toHaveLength(2);
  });

  test('an occurrence moved beyond the end does not take place', async () => {
    const id = accepted(await open());
    const move = {
      kind: 'move' as const,
      toDay: epoch('2026-11-11'),
      blocks: [{ start: 540, end: 600 }],
    };
    accepted(
      await changeOccurrence(asLea(), {
        networkId: network.id,
        openingId: id,
        day: epoch('2026-11-05'),
        change: move,
      }),
    );
    accepted(
      await endOpening(asLea(), {
        networkId: network.id,
        openingId: id,
        lastDay: epoch('2026-11-10'),
      }),
    );
    expect(await nextDays(id)).toEqual([
      '2026-11-03 plain',
      '2026-11-05 skipped',
      '2026-11-10 plain',
    ]);
  });

  test('nobody else', async () => {
    const id = accepted(await open());
    for (const [who, actor] of strangers()) {
      const asked = { networkId: network.id, openingId: id, lastDay: epoch('2026-11-05') };
      expect(answerOf(await endOpening(kit.as(actor), asked)), who).toBe('not-found');
    }
  });
});

describe('whose calendar', () => {
  test('one may open, and to do what', async () => {
    const networkId = network.id;
    const { organisationId, placeId } = office;
    const access = async (actor: Actor) =>
      (await openCalendar(kit.as(actor), lea))?.access ?? 'none';
    for (const [who, actor] of keepers()) expect(await access(actor), who).toBe('change');
    const site = (of: Office) =>
      professional('referent', { kind: 'place', networkId, organisationId, placeId: of.placeId });
    expect(await access(site({ ...office, placeId }))).toBe('read');
    for (const [who, actor] of strangers()) {
      expect(await access(actor), who).toBe(who.startsWith('referent') ? 'read' : 'none');
    }
  });
});
