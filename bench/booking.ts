import pg from 'pg';

import { contextFor } from '#platform/context.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { dateOfEpochDay, epochDayOf } from '#platform/kernel/time.ts';
import { bookAppointment } from '#modules/appointments/use-cases/book-appointment.ts';
import type { BookingAsked } from '#modules/appointments/use-cases/book-appointment.ts';
import { writeSlot } from '#modules/appointments/web/slot-field.ts';
import { listNetworks } from '#modules/network/index.ts';
import { findCommune } from '#modules/territories/index.ts';
import { closedDays } from '#modules/territories/pure.ts';

import { openClient } from './client.ts';
import type { Client, Shot } from './client.ts';
import { addCrowd } from './crowd.ts';
import type { Figure } from './measure.ts';
import { loadTheDemonstration, openHouse, openScratch } from './scratch.ts';
import type { House } from './scratch.ts';
import { mediansInTurn } from './turns.ts';

/*
 * A booking from nothing to the confirmed interview: the slot taken, the file, the request, the interview, its messages planned, the link, the audit; each of
 * another person with another hour. Over HTTP it is the form's POST; directly it is the verb that the form calls, on the very pool that serves the pages.
 * The bare insert is one row under the three exclusions, as the owner, in a pool of the same size.
 */
const AT_ONCE = 10;
const BOOKINGS_OF_A_SAMPLE = 40;
const CROWD = { advisers: 2000, appointments: 0 };

export async function bench(): Promise<readonly Figure[]> {
  const scratch = await openScratch();
  const client = openClient();
  await loadTheDemonstration(scratch);
  await addCrowd(scratch.superuserUrl, CROWD);
  const house = await openHouse(scratch);
  const owner = new pg.Pool({ connectionString: scratch.ownerUrl, max: AT_ONCE });
  try {
    const asked = await bookings(house, scratch.ownerUrl);
    const [http = 0, direct = 0, inserts = 0] = await mediansInTurn([
      () => overHttp(client, house, take(asked)),
      () => directly(house, take(asked)),
      () => bareInserts(owner, take(asked)),
    ]);
    return [
      figure('booking.http', http, {
        against: 'the same transaction on the same pool',
        reference: direct,
        bound: 0.7,
      }),
      figure('booking.inserts', http, {
        against: 'bare inserts of one row',
        reference: inserts,
        bound: 0,
      }),
    ];
  } finally {
    await owner.end();
    await house.close();
    await client.close();
    await scratch.remove();
  }
}

function take(asked: Iterator<BookingAsked>): readonly BookingAsked[] {
  return Array.from({ length: BOOKINGS_OF_A_SAMPLE }, () => {
    const { value, done } = asked.next();
    if (done) throw new Error('the crowd has no more free hours');
    return value;
  });
}

async function overHttp(
  client: Client,
  house: House,
  asked: readonly BookingAsked[],
): Promise<number> {
  const shots = asked.map(shotOf);
  const told = await client.fire(house.port, { shots, connections: AT_ONCE, status: 303 });
  return (shots.length * 1000) / told.elapsedMs;
}

function shotOf({ network, holdToken, slot, visitor }: BookingAsked): Shot {
  const { birthDate, commune, contacts } = visitor;
  const form = {
    creneau: writeSlot(slot),
    prenom: visitor.firstName,
    email: contacts[0]?.value ?? '',
    'naissance-day': String(birthDate.day),
    'naissance-month': String(birthDate.month),
    'naissance-year': String(birthDate.year),
    commune: '',
    communeCode: commune.code,
    projet: visitor.project,
  };
  return {
    path: `/${network.slug}/rendez-vous/choix/${holdToken}`,
    body: new URLSearchParams(form).toString(),
  };
}

function directly({ installation }: House, asked: readonly BookingAsked[]): Promise<number> {
  const ctx = visitorOf(installation);
  return rateOf(asked, async (one) => {
    const decision = await bookAppointment(ctx, one);
    if (!decision.ok) throw new Error(`a booking was refused: ${decision.refusal}`);
  });
}

function visitorOf(installation: House['installation']): Ctx {
  return contextFor(installation.services, { kind: 'visitor' });
}

function bareInserts(owner: pg.Pool, asked: readonly BookingAsked[]): Promise<number> {
  return rateOf(asked, async ({ network, slot }) => {
    await owner.query(
      `insert into appointments.appointment (id, network_id, organisation_id, person_id, mode, period, zone, pause_minutes, status, expires_at, created_at)
       select $1, $2, organisation_id, person_id, 'video', tstzrange($4::timestamptz, $4::timestamptz + interval '1 hour'), 'Europe/Paris', 0, 'on_hold', $4::timestamptz, $4::timestamptz
       from network.membership where person_id = $3`,
      [crypto.randomUUID(), network.id, slot.personId, new Date(slot.start)],
    );
  });
}

/** A second, so many done at once. */
async function rateOf<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  const left = items[Symbol.iterator]();
  // One iterator for all lanes: each takes the next.
  const lane = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return (items.length * 1000) / (performance.now() - began);
}

/** Hours that the crowd's advisers offer, neighbours far apart, each with someone new. */
async function bookings(house: House, ownerUrl: string): Promise<Iterator<BookingAsked>> {
  const ctx = visitorOf(house.installation);
  const networks = await ctx.db.inInstallation(listNetworks);
  const network = networks.find(({ slug }) => slug === 'so-mobilite');
  const commune = await findCommune(ctx, '23096');
  if (!network || !commune) throw new Error('the demonstration is not there');
  const advisers = await listAdvisers(ownerUrl);
  const today = epochDayOf(ctx.now().toZonedDateTimeISO('Europe/Paris').toPlainDate());
  const closed = closedDays('metropole', today, today + 60);
  return everyHour();

  function* everyHour(): Generator<BookingAsked> {
    let count = 0;
    for (let day = today + 3; day < today + 58; day += 1) {
      if (closed.has(day)) continue;
      const date = dateOfEpochDay(day);
      for (const hour of [9, 10, 11, 14, 15, 16]) {
        for (const { personId, weekday } of advisers) {
          if (weekday !== date.dayOfWeek) continue;
          count += 1;
          const start = date.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: { hour } });
          yield {
            network: network as NonNullable<typeof network>,
            holdToken: ctx.newToken(),
            slot: { personId, mode: 'video', placeId: null, start: start.epochMilliseconds },
            visitor: {
              firstName: 'Lina',
              contacts: [{ channel: 'email', value: `lina.${count}@jeune.example` }],
              birthDate: Temporal.PlainDate.from('2008-03-07'),
              commune: commune as NonNullable<typeof commune>,
              project: 'Partir six mois',
              accessNeeds: null,
              guardian: null,
              forSomeoneElse: false,
            },
          };
        }
      }
    }
  }
}

interface Adviser {
  readonly personId: PersonId;
  /** ISO, on which every week has their hours. */
  readonly weekday: number;
}

async function listAdvisers(ownerUrl: string): Promise<readonly Adviser[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<Adviser>(
    `select o.person_id as "personId", (o.recurrence -> 'weekdays' ->> 0)::int as weekday
     from appointments.opening o join network.network n on n.id = o.network_id
     join network.adviser_profile p on p.person_id = o.person_id and p.network_id = n.id
     where n.slug = 'so-mobilite' and p.display_name like 'Conseil %' and o.recurrence ->> 'interval' = '1'`,
  );
  await client.end();
  return rows;
}

function figure(
  name: string,
  value: number,
  { against, reference, bound }: Pick<Figure, 'against' | 'reference' | 'bound'>,
): Figure {
  return {
    name,
    value: Math.round(value),
    unit: 'bookings/s',
    against,
    reference: Math.round(reference),
    ratio: Math.round((value / reference) * 1000) / 1000,
    bound,
    better: 'higher',
  };
}
