import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { BookingFact } from '../rules/booking-facts.ts';
import { agreementPeriods, serviceFrom, trainedOn } from '../rules/booking-facts.ts';
import type { Dated } from '../rules/dated.ts';
import type { BookableAdviser, SupplyPlace } from '../rules/supply.ts';

export interface SupplyFilter {
  readonly networkId: NetworkId;
  /** What ended before that local day is left out. */
  readonly from: Temporal.PlainDate;
  /** Only the `places` nearest places (50 unless said) of the network, nearest first. */
  readonly near?: { readonly lat: number; readonly lon: number; readonly places?: number };
  readonly placeIds?: readonly PlaceId[];
  readonly personIds?: readonly PersonId[];
  readonly organisationIds?: readonly OrganisationId[];
}

interface DatedJson {
  readonly from: string;
  readonly until: string | null;
}

interface FactJson extends Omit<BookingFact, 'date'> {
  readonly date: string | null;
}

interface SupplyRow extends Record<string, unknown> {
  readonly person_id: PersonId;
  readonly organisation: BookableAdviser['organisation'];
  readonly display_name: string;
  readonly languages: string[];
  readonly presentation: string | null;
  readonly places: (Omit<SupplyPlace, 'served'> & { readonly served: DatedJson[] })[];
  readonly member: DatedJson[];
  readonly affiliated: DatedJson[] | null;
  readonly person_facts: FactJson[] | null;
  readonly organisation_facts: FactJson[] | null;
  readonly zone: string;
}

/** One statement whatever the number of advisers (issue 2 §3). */
export async function listSupplyRows(tx: Tx, filter: SupplyFilter): Promise<BookableAdviser[]> {
  const { rows } = await tx.execute<SupplyRow>(supplyQuery(filter));
  return rows.map((row) => adviserOf(filter.networkId, row));
}

function adviserOf(networkId: NetworkId, row: SupplyRow): BookableAdviser {
  const personFacts = (row.person_facts ?? []).map(factOf);
  const organisationFacts = (row.organisation_facts ?? []).map(factOf);
  return {
    personId: row.person_id,
    networkId,
    displayName: row.display_name,
    languages: row.languages,
    presentation: row.presentation,
    organisation: row.organisation,
    places: row.places.map((place) => ({ ...place, served: place.served.map(datedOf) })),
    facts: {
      zone: row.places[0]?.timeZone ?? row.zone,
      trainedOn: trainedOn(personFacts),
      agreement: agreementPeriods(organisationFacts),
      serviceFrom: serviceFrom(personFacts, organisationFacts),
      affiliated: (row.affiliated ?? []).map(datedOf),
      member: row.member.map(datedOf),
    },
  };
}

function datedOf(json: DatedJson): Dated {
  return {
    from: Temporal.PlainDate.from(json.from),
    until: json.until === null ? null : Temporal.PlainDate.from(json.until),
  };
}

function factOf(json: FactJson): BookingFact {
  return { ...json, date: json.date === null ? null : Temporal.PlainDate.from(json.date) };
}

function supplyQuery(filter: SupplyFilter): SQL {
  const { networkId } = filter;
  const from = sql`${filter.from.toString()}::date`;
  return sql`with ${nearest(filter)}
    seat as (
      select m.person_id, m.organisation_id, po.place_id,
        min(near.rank) as rank,
        json_agg(distinct jsonb_build_object('from', greatest(m.from_date, po.from_date),
          'until', least(m.until_date, po.until_date))) as served
      from network.membership m
      ${filter.near ? sql`join` : sql`left join`} network.place_organisation po on po.organisation_id = m.organisation_id
        and (m.place_id is null or m.place_id = po.place_id)
        and (po.until_date is null or po.until_date >= ${from})
        and daterange(m.from_date, m.until_date, '[]') && daterange(po.from_date, po.until_date, '[]')
      ${filter.near ? sql`join` : sql`left join`} near on near.place_id = po.place_id
      where m.network_id = ${networkId} and m.role = 'adviser'
        and (m.until_date is null or m.until_date >= ${from})
        ${oneOf(sql`po.place_id`, filter.placeIds)}
        ${oneOf(sql`m.person_id`, filter.personIds)}
        ${oneOf(sql`m.organisation_id`, filter.organisationIds)}
      group by m.person_id, m.organisation_id, po.place_id
    ),
    adviser as (
      select s.person_id, s.organisation_id, min(s.rank) as rank,
        coalesce(json_agg(${placeJson} order by s.rank, p.name, p.id) filter (where p.id is not null), '[]') as places
      from seat s left join network.place p on p.id = s.place_id
      group by s.person_id, s.organisation_id
    )
    select adviser.person_id, adviser.places, ${linksAndFacts(networkId)},
      json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) as organisation,
      profile.display_name, to_json(profile.languages) as languages, profile.presentation,
      (select coalesce(settings ->> 'timeZone', 'Europe/Paris') from network.network where id = ${networkId}) as zone
    from adviser
    join network.adviser_profile profile on profile.person_id = adviser.person_id and profile.network_id = ${networkId}
    join network.organisation o on o.id = adviser.organisation_id
    order by adviser.rank nulls last, profile.display_name, adviser.person_id, adviser.organisation_id`;
}

/** Read by index for each adviser: whatever the planner believes of their number, the cost stays in proportion. */
function linksAndFacts(networkId: NetworkId): SQL {
  const dated = sql.raw(`'from', d.from_date, 'until', d.until_date`);
  const facts =
    sql.raw(`json_agg(json_build_object('id', f.id, 'kind', f.kind, 'date', f.date, 'supersedes', f.supersedes)
        order by f.recorded_at, f.id) from network.booking_fact f`);
  return sql`(select json_agg(distinct jsonb_build_object(${dated})) from network.membership d
        where d.person_id = adviser.person_id and d.network_id = ${networkId} and d.role = 'adviser'
          and d.organisation_id = adviser.organisation_id) as member,
      (select json_agg(json_build_object(${dated}) order by d.from_date) from network.affiliation d
        where d.organisation_id = adviser.organisation_id and d.network_id = ${networkId}) as affiliated,
      (select ${facts} where f.person_id = adviser.person_id and f.network_id = ${networkId}) as person_facts,
      (select ${facts} where f.organisation_id = adviser.organisation_id and f.network_id = ${networkId}) as organisation_facts`;
}

const placeJson =
  sql.raw(`json_build_object('id', p.id, 'name', p.name, 'address', p.address, 'communeCode', p.commune_code,
  'lat', p.lat, 'lon', p.lon, 'timeZone', p.time_zone, 'holidayCalendar', p.holiday_calendar, 'accessNotes', p.access_notes,
  'stepFree', p.step_free, 'rooms', p.rooms, 'phone', p.phone, 'served', s.served)`);

/** The nearest places come from the index on positions, one by one until there are enough: their number does not matter. */
function nearest({ near, networkId, from }: SupplyFilter): SQL {
  if (!near) return sql`near as (select null::uuid as place_id, null::bigint as rank where false),`;
  const here = sql`point(${near.lon}::float8 * 0.688, ${near.lat}::float8)`;
  const day = sql`${from.toString()}::date`;
  return sql`near as materialized (
      select p.id as place_id, row_number() over (order by p.position <-> ${here}) as rank
      from network.place p
      where exists (
        select from network.place_organisation po
        join network.affiliation a on a.organisation_id = po.organisation_id and a.network_id = ${networkId}
        where po.place_id = p.id and (po.until_date is null or po.until_date >= ${day})
          and (a.until_date is null or a.until_date >= ${day}))
      order by p.position <-> ${here} limit ${near.places ?? 50}
    ),`;
}

function oneOf(column: SQL, ids: readonly string[] | undefined): SQL {
  if (!ids) return sql``;
  return sql`and ${column} = any(${`{${ids.join(',')}}`}::uuid[])`;
}
