import pg from 'pg';

/*
 * A country's worth of advisers, written by SQL: places in the most populated communes, five advisers for four places as in the demonstration (a country
 * is wider than a region, not denser), one network for each region (the demonstration's own where there is one), openings on one or two days of the
 * week, interviews past and to come.
 */
const PLACES_OF_FIVE_ADVISERS = 4;
const ROOMS = 2;

export interface Crowd {
  readonly advisers: number;
  /** Of which one in three is still to come. */
  readonly appointments: number;
}

/** Fills a database that holds the demonstration. Needs a superuser: foreign keys are not looked at, and the exclusions are built at the end. */
export async function addCrowd(superuserUrl: string, crowd: Crowd): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'`,
    );
    await client.query(`select setseed(0.2026)`);
    for (const statement of peopleAndPlaces(crowd.advisers)) await client.query(statement);
    await addAppointments(client, crowd);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

function peopleAndPlaces(advisers: number): readonly string[] {
  const places = Math.ceil((advisers * PLACES_OF_FIVE_ADVISERS) / 5);
  return [
    `insert into network.network select gen_random_uuid(), 'region-' || r.code, r.name, preset, null, 'region', r.code, controller_name,
       contact_email, contact_phone, wording, colour_warm, colour_cool, settings, created_at
     from network.network n, territories.region r where n.slug = 'so-mobilite' and r.code <> n.territory_code and r.is_current`,
    `create temporary table seat as
     select row_number() over () as seat, gen_random_uuid() as place_id, gen_random_uuid() as organisation_id, c.*
     from (select c.code, c.name, c.latitude, c.longitude, n.id as network_id from territories.commune c
       join territories.departement d on d.code = c.departement_code
       join network.network n on n.territory_kind = 'region' and n.territory_code = d.region_code
       where c.latitude is not null and c.is_current order by c.population desc nulls last limit ${places}) c`,
    `insert into network.organisation (id, name, legal_form, non_profit, commune_code, created_at)
     select organisation_id, 'Structure de ' || name, 'association-1901', true, code, '2025-01-01' from seat`,
    `insert into network.place (id, name, address, commune_code, lat, lon, time_zone, holiday_calendar, rooms, created_at)
     select place_id, 'Lieu de ' || name, name, code, latitude, longitude, 'Europe/Paris', 'metropole', ${ROOMS}, '2025-01-01' from seat`,
    `insert into network.place_organisation select gen_random_uuid(), place_id, organisation_id, '2025-01-01', null from seat`,
    `insert into network.affiliation select gen_random_uuid(), network_id, organisation_id, 'operator', false, '2025-01-01', null from seat`,
    `insert into network.booking_fact (id, network_id, organisation_id, kind, date, recorded_at)
     select gen_random_uuid(), network_id, organisation_id, kind, '2025-01-01', '2025-01-01' from seat, unnest(array['agreement-starts', 'service-starts']) kind`,
    `create temporary table crowd as
     select gen_random_uuid() as person_id, row_number() over () as nth, desk, seat.* from seat, generate_series(1, case when seat % ${PLACES_OF_FIVE_ADVISERS} = 0 then 2 else 1 end) desk limit ${advisers}`,
    `insert into accounts.person (id, given_name, created_at) select person_id, 'Conseil ' || nth, '2025-01-01' from crowd`,
    `insert into network.membership (id, person_id, role, network_id, organisation_id, from_date, recorded_at)
     select gen_random_uuid(), person_id, 'adviser', network_id, organisation_id, '2025-01-01', '2025-01-01' from crowd`,
    `insert into network.adviser_profile select network_id, person_id, 'Conseil ' || nth, '{fr}', null from crowd`,
    `insert into network.booking_fact (id, network_id, person_id, kind, date, recorded_at)
     select gen_random_uuid(), network_id, person_id, 'trained', '2025-01-01', '2025-01-01' from crowd`,
    `insert into appointments.opening (id, network_id, organisation_id, person_id, place_id, zone, modes, first_day, blocks, recurrence,
       slot_minutes, pause_minutes, opens_on_holidays, video_kind, fallback_phone, phone_direction, created_at)
     select gen_random_uuid(), network_id, organisation_id, person_id, place_id, 'Europe/Paris', '{in-person,video,phone}', '2025-01-06',
       '[{"start":540,"end":720},{"start":840,"end":1020}]', jsonb_build_object('every', 'week', 'interval', 1 + half,
         'weekdays', jsonb_build_array(1 + (nth + 2 * half) % 5), 'nth', '[]'::jsonb, 'until', null),
       60, 0, false, 'pattern', '+33555000000', 'adviser-calls', '2025-01-01' from crowd, generate_series(0, 1) half`,
  ];
}

const EXCLUSIONS = `select conname, pg_get_constraintdef(oid) as definition from pg_constraint
  where conrelid = 'appointments.appointment'::regclass and contype = 'x'`;

/** Each adviser's interviews are hours of their own, from ten months ago to two months ahead. */
async function addAppointments(
  client: pg.Client,
  { advisers, appointments }: Crowd,
): Promise<void> {
  const each = Math.ceil(appointments / advisers);
  const { rows } = await client.query<{ conname: string; definition: string }>(EXCLUSIONS);
  for (const { conname } of rows) {
    await client.query(`alter table appointments.appointment drop constraint ${conname}`);
  }
  await client.query(
    `insert into appointments.appointment (id, network_id, organisation_id, person_id, place_id, room_no, mode, period, zone, pause_minutes,
       status, youth_file_id, help_request_id, booked_at, booked_by, created_at)
     select gen_random_uuid(), network_id, organisation_id, person_id, place_id, desk, 'in-person',
       tstzrange(at, at + interval '1 hour'), 'Europe/Paris', 0, case when nth_of > ${each} / 3 then 'held' else 'booked' end,
       gen_random_uuid(), gen_random_uuid(), '2025-01-01', 'youth', '2025-01-01'
     from crowd, generate_series(1, ${each}) nth_of,
       lateral (select date_trunc('day', $1::timestamptz) + interval '8 hours'
         + case when nth_of > ${each} / 3 then -1 else 1 end * interval '1 day' * (3 * nth_of % 300 + 1) + interval '1 hour' * (nth_of % 8) as at) hour`,
    [new Date()],
  );
  for (const { conname, definition } of rows) {
    await client.query(
      `alter table appointments.appointment add constraint ${conname} ${definition}`,
    );
  }
}
