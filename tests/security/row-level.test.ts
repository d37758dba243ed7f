import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { Network } from '#modules/network/index.ts';
import { listDaySlots } from '#modules/appointments/index.ts';
import { book, slotAt } from '#tests/appointments/booking.ts';
import type { Reserved } from '#tests/appointments/booking.ts';
import { openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import {
  aNetwork,
  alsoAdvises,
  anAdviser,
  anOffice,
  openHours,
} from '#tests/appointments/supply.ts';
import type { Office } from '#tests/appointments/supply.ts';

let kit: BookingKit;
let here: Network;
let there: Network;
let office: Office;
let lea: PersonId;
let booked: Reserved;

beforeAll(async () => {
  kit = await openBookingKit();
  here = await aNetwork(kit, 'so-mobilite');
  there = await aNetwork(kit, 'autre-reseau');
  office = await anOffice(kit, { network: here });
  lea = await anAdviser(kit, here, office, 'Léa');
  await alsoAdvises(kit, there, { office, personId: lea });
  for (const network of [here, there]) await openHours(kit, { network, office }, { personId: lea });
  booked = await book(kit, here, { slot: slotAt(office, lea, { at: '2026-11-05T09:00' }) });
});
afterAll(() => kit.close());

/** Tables that hold young people's data: those that the database itself guards. */
async function guarded(): Promise<readonly string[]> {
  const rows = await kit.rows<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relrowsecurity and n.nspname in ('appointments', 'accompaniment') order by 1`,
  );
  return rows.map((row) => row.name);
}

/** What the role of web and jobs reads of a table, under a network or none. */
async function seen(table: string, networkId: string | null): Promise<number> {
  const client = await kit.pool.connect();
  try {
    await client.query('begin');
    if (networkId)
      await client.query(`select set_config('cairn.network_id', $1, true)`, [networkId]);
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return rows[0]?.n ?? -1;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('row-level security', () => {
  test('guards the tables of interviews and of youth files', async () => {
    expect(await guarded()).toEqual(
      expect.arrayContaining([
        'accompaniment.exchange',
        'accompaniment.help_request',
        'accompaniment.youth_contact',
        'accompaniment.youth_file',
        'appointments.appointment',
      ]),
    );
  });

  test('with no network set, no row; with another’s, none either; with one’s own, all', async () => {
    for (const table of await guarded()) {
      const [own] = await kit.rows<{ n: number }>(`select count(*)::int as n from ${table}`);
      expect([
        table,
        await seen(table, null),
        await seen(table, there.id),
        await seen(table, here.id),
      ]).toEqual([table, 0, 0, own?.n]);
    }
  });

  test('a row of another network can neither be written nor changed', async () => {
    const client = await kit.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('cairn.network_id', $1, true)`, [there.id]);
      const changed = await client.query(
        `update appointments.appointment set late_minutes = 5 where id = $1`,
        [booked.appointmentId],
      );
      expect(changed.rowCount).toBe(0);
      const deleted = await client.query('delete from appointments.appointment where id = $1', [
        booked.appointmentId,
      ]);
      expect(deleted.rowCount).toBe(0);
      const stray = client.query(
        `insert into accompaniment.help_request select * from accompaniment.help_request where false;
         insert into appointments.appointment (id, network_id, organisation_id, person_id, mode, period, zone, pause_minutes, status, expires_at, hold_key, created_at)
         values (gen_random_uuid(), '${here.id}', '${office.organisationId}', '${lea}', 'phone', '[2026-11-20 09:00+00,2026-11-20 10:00+00)', 'Europe/Paris', 0, 'on_hold', '2026-11-20', 'x', '2026-11-02')`,
      );
      await expect(stray).rejects.toThrow(/row-level security/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('the role of web and jobs is neither owner nor superuser, and may not set the guard aside', async () => {
    const client = await kit.pool.connect();
    try {
      const { rows } = await client.query<{ super: boolean; bypass: boolean }>(
        'select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user',
      );
      expect(rows).toEqual([{ super: false, bypass: false }]);
      await client.query('set row_security = off');
      await expect(client.query('select * from appointments.appointment')).rejects.toThrow(
        /row-level security/,
      );
      await client.query('reset row_security');
    } finally {
      client.release();
    }
  });
});

describe('an adviser of two networks', () => {
  test('is busy in the other, and nothing more is known there: no name, no status, no reason', async () => {
    const found = await listDaySlots(kit.visitor, {
      ...{ network: there, mode: 'phone', placeId: null },
      from: Temporal.PlainDate.from('2026-11-05'),
    });
    const starts = found.slots.map((slot) =>
      Temporal.Instant.fromEpochMilliseconds(slot.start)
        .toZonedDateTimeISO('Europe/Paris')
        .toPlainDateTime()
        .toString(),
    );
    expect(starts).not.toContain('2026-11-05T09:00:00');
    expect(starts).toContain('2026-11-05T10:00:00');
    const columns = await kit.rows<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'appointments' and table_name = 'busy_period'`,
    );
    const names = columns.map((one) => one.column_name);
    expect(
      names.filter((name) => /youth|network|help|note|reason|mode|url|phone/.test(name)),
    ).toEqual([]);
  });
});
