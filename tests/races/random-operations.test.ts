import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBookingKit, found } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import { workingDays } from './crowd.ts';
import { keepHistory, playOperations, readHistory } from './operations.ts';
import type { CalendarOf, Change, Operation } from './operations.ts';
import { judgeAnswers, judgeClosures, replay } from './sequential-model.ts';

/** 2,000 each time; the figure: `RANDOM_OPERATIONS=100000 vitest run --project e2e tests/races/random-operations.test.ts`. */
const COUNT = Number(process.env['RANDOM_OPERATIONS'] ?? '2000');
const PROCESSES = 3;
/** Far more than they take. */
const PATIENCE_MS = 120_000 + COUNT * 100;

let kit: BookingKit;
let calendars: readonly CalendarOf[];
let operations: readonly Operation[];
let history: readonly Change[];

beforeAll(async () => {
  kit = await openBookingKit(Temporal.Now.instant().toString());
  const network = await aNetwork(kit, 'so-mobilite');
  const made: CalendarOf[] = [];
  for (const names of [
    ['Léa', 'Noé', 'Zoé'],
    ['Awa', 'Tom', 'Eva'],
  ]) {
    const office = await anOffice(kit, { network, rooms: 2 });
    for (const name of names) {
      const personId = await anAdviser(kit, network, office, name);
      const modes = ['in-person', 'phone'] as const;
      // Two grids and two lengths over the same hours: what one offers overlaps what the other does.
      const openingIds = [
        await openHours(
          kit,
          { network, office },
          { personId, modes, from: 8, to: 18, slotMinutes: 60 },
        ),
        await openHours(
          kit,
          { network, office },
          { personId, modes, from: 8.5, to: 18, slotMinutes: 90 },
        ),
      ];
      const [member] = await kit.rows<{ id: string }>(
        'select id from network.membership where person_id = $1',
        [personId],
      );
      made.push({ personId, membershipId: found(member).id, ...office, openingIds });
    }
  }
  calendars = made;
  await keepHistory(kit);
  const commune = await kit.commune('23096');
  const days = workingDays().slice(2, 2 + Math.max(10, Math.min(40, COUNT / 200)));
  const orders = {
    appUrl: kit.database.appUrl,
    seed: 20_261_102,
    count: COUNT,
    network,
    commune,
    calendars,
    days,
  };
  operations = await playOperations(orders, PROCESSES);
  history = await readHistory(kit);
}, PATIENCE_MS);
afterAll(() => kit.close());

describe(`${COUNT} operations chosen by chance, from ${PROCESSES} processes`, () => {
  test('all were answered, and enough of each kind was accepted for the replay to mean something', () => {
    expect(operations.length).toBeGreaterThanOrEqual(COUNT);
    const accepted = Map.groupBy(
      operations.filter((one) => one.answer === 'accepted'),
      (one) => one.kind,
    );
    for (const kind of ['book', 'move', 'cancel', 'absence', 'skip'] as const) {
      expect([kind, (accepted.get(kind)?.length ?? 0) > 3]).toEqual([kind, true]);
    }
  });

  test('replayed one after the other: no adviser, room or young person twice, no status out of order', () => {
    expect(replay(history)).toEqual([]);
  });

  test('every answer is in the history', () => {
    expect(judgeAnswers(operations, history)).toEqual([]);
  });

  test('nothing is booked in what an answered absence, skipped day or ended agreement has closed', () => {
    const organisationOf = new Map(calendars.map((one) => [one.personId, one.organisationId]));
    expect(judgeClosures(operations, organisationOf)).toEqual([]);
  });

  test('one open interview at most for a young person', async () => {
    const rows = await kit.rows(
      `select youth_file_id from appointments.appointment where status = 'booked' group by 1 having count(*) > 1`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the replay itself', () => {
  const base = {
    what: 'INSERT',
    status: 'booked',
    sequence: 0,
    youth_file_id: 'y',
    place_id: null,
    room_no: null,
  } as const;
  const one: Change = { ...base, tick: 1, id: 'a', person_id: 'p', start: 0, end: 60 };

  test('sees what it must: an overlap, a revival, a lost step', () => {
    const other: Change = {
      ...base,
      tick: 2,
      id: 'b',
      person_id: 'p',
      youth_file_id: 'z',
      start: 30,
      end: 90,
    };
    expect(replay([one, other])).toHaveLength(1);
    expect(replay([one, { ...other, start: 60, end: 90 }])).toEqual([]);
    const cancelled: Change = { ...one, tick: 2, what: 'UPDATE', status: 'cancelled', sequence: 1 };
    expect(replay([one, cancelled])).toEqual([]);
    expect(
      replay([one, cancelled, { ...cancelled, tick: 3, status: 'booked', sequence: 2 }]),
    ).toHaveLength(1);
    expect(replay([one, { ...cancelled, sequence: 2 }])).toHaveLength(1);
  });
});
