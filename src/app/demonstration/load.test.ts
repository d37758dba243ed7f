import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import { loadDemonstration } from './load.ts';

let house: House;

beforeAll(async () => {
  // A Wednesday, so that the current week is half over.
  house = await openHouse('2027-03-10T10:20:00Z');
  const { db, jobs, mail, sms, baseUrl } = house.as({ kind: 'system', job: 'demonstration' });
  await loadDemonstration({ db, jobs, mail, sms, baseUrl, clock: house.clock });
}, 300_000);
afterAll(() => house.close());

async function one(text: string): Promise<Record<string, number>> {
  const { rows } = await house.owner.query<Record<string, string>>(text);
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]),
  );
}

describe('the demonstration, loaded', () => {
  test('covers every département of the region, Creuse several times', async () => {
    const { rows } = await house.owner.query<{ departement: string; places: string }>(
      'select left(commune_code, 2) as departement, count(*) as places from network.place group by 1 order by 1',
    );
    expect(rows.map((row) => row.departement)).toEqual([
      '16',
      '17',
      '19',
      '23',
      '24',
      '33',
      '40',
      '47',
      '64',
      '79',
      '86',
      '87',
    ]);
    expect(Number(rows.find((row) => row.departement === '23')?.places)).toBeGreaterThanOrEqual(3);
  });

  test('has structures, advisers, the three sites, and people in several roles', async () => {
    expect(
      await one(`select (select count(*) from network.organisation) as structures,
        (select count(*) from network.membership where role = 'adviser') as advisers,
        (select count(*) from network.membership where role = 'referent') as referents,
        (select count(*) from network.membership where role = 'administrator') as administrators,
        (select count(*) from (select person_id from network.membership group by 1 having count(*) > 2) s) as three_roles`),
    ).toEqual({ structures: 32, advisers: 42, referents: 3, administrators: 1, three_roles: 1 });
  });

  test('has what a coordinator must see: too few hours, no training, absences, an end announced, a shared room', async () => {
    expect(
      await one(`select (select count(*) from appointments.absence) as absences,
        (select count(*) from network.booking_fact where kind = 'agreement-ends') as ending,
        (select count(*) from network.membership m where role = 'adviser' and not exists
          (select from network.booking_fact f where f.person_id = m.person_id and f.kind = 'trained')) as untrained,
        (select count(*) from (select place_id from network.place_organisation group by 1 having count(*) > 1) s) as shared`),
    ).toEqual({ absences: 3, ending: 1, untrained: 1, shared: 1 });
    const onLeave = await one(`select count(*) as interviews from appointments.appointment a
      join appointments.absence b on b.person_id = a.person_id and b.kind = 'short'
      where a.status = 'booked' and (lower(a.period) at time zone 'Europe/Paris')::date
        between b.first_day and b.first_day + 6`);
    expect(onLeave['interviews']).toBeGreaterThan(0);
  });

  test('has two months of interviews of every outcome, and some to come', async () => {
    const now = `'${house.clock.now().toString()}'::timestamptz`;
    const counts = await one(`select count(*) as total,
      count(*) filter (where status = 'held') as held, count(*) filter (where status = 'absent') as absent,
      count(*) filter (where cancelled_by = 'youth') as freed, count(*) filter (where cancelled_by = 'structure') as refused,
      count(*) filter (where status = 'booked' and lower(period) > ${now}) as to_come,
      count(*) filter (where status = 'booked' and upper(period) < ${now}) as forgotten,
      count(*) filter (where status = 'held' and lower(period) > ${now}) as impossible
      from appointments.appointment`);
    expect(counts['total']).toBeGreaterThan(230);
    expect(counts['total']).toBeLessThan(400);
    for (const kind of ['held', 'absent', 'freed', 'refused', 'to_come', 'forgotten']) {
      expect(counts[kind], kind).toBeGreaterThan(2);
    }
    expect(counts['impossible']).toBe(0);
  });

  test('says nothing of what is past, and will remind of what is to come', async () => {
    const now = `'${house.clock.now().toString()}'::timestamptz`;
    const notices = await one(`select
      count(*) filter (where status = 'due' and due_at < ${now} - interval '14 hours') as stale,
      count(*) filter (where status = 'due' and due_at > ${now}) as planned,
      count(*) filter (where status = 'due' and due_at <= ${now}) as leaving,
      (select count(*) from pgboss.job where name like 'appointments%') as jobs from notifications.notice`);
    expect(notices).toMatchObject({ stale: 0, jobs: 0 });
    expect(notices['planned']).toBeGreaterThan(20);
    expect(notices['leaving']).toBeLessThan(60);
  });
});
