import { newToken } from '#platform/chance.ts';
import { systemClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import type { Ctx, Services } from '#platform/context.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openPool } from '#platform/db/pool.ts';
import type { Actor, OrganisationId, PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { epochDayOf } from '#platform/kernel/time.ts';
import {
  bookAppointment,
  cancelAppointment,
  declareAbsence,
  moveAppointment,
} from '#modules/appointments/index.ts';
import type { AppointmentId, OpeningId } from '#modules/appointments/index.ts';
import { changeOccurrence } from '#modules/appointments/use-cases/change-occurrence.ts';
import { openPrivatePage } from '#modules/appointments/use-cases/open-private-page.ts';
import { recordBookingFact } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import type { Commune } from '#modules/territories/index.ts';
import type { CalendarOf, Operation, Orders } from './operations.ts';

/** One process of many: does what chance says, and tells what it was answered. Handed its orders by its parent. */
process.once('message', (orders: Orders) => {
  run(orders).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(
        `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exit(1);
    },
  );
});

async function run(orders: Orders): Promise<void> {
  const pool = openPool({ url: orders.appUrl, size: 6, as: 'app', onError: () => undefined });
  const services: Services = {
    ...{ db: openDatabase(pool), clock: systemClock, sms: null, baseUrl: 'http://localhost' },
    jobs: { enqueue: async () => undefined, enqueueMany: async () => undefined },
    mail: { send: async () => undefined },
  };
  const tick = async () =>
    Number((await pool.query<{ n: string }>(`select nextval('public.tick') as n`)).rows[0]?.n);
  const player = new Player(orders, services);
  const lane = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const start = await tick();
      const done = await player.play();
      process.send?.({ ...done, start, end: await tick() } satisfies Operation);
    }
  };
  // Several at once inside each process too.
  await Promise.all([1, 2, 3, 4].map(() => lane(Math.ceil(orders.count / 4))));
  await pool.end();
}

type Done = Omit<Operation, 'start' | 'end'>;

class Player {
  readonly #orders: Orders;
  readonly #services: Services;
  readonly #visitor: Ctx;
  readonly #mine: AppointmentId[] = [];
  #state: number;
  #serial = 0;

  constructor(orders: Orders, services: Services) {
    this.#orders = orders;
    this.#services = services;
    this.#visitor = contextFor(services, { kind: 'visitor' });
    this.#state = orders.seed;
  }

  play(): Promise<Done> {
    const dice = this.#below(1000);
    if (dice < 560) return this.#book();
    if (dice < 760) return this.#move();
    if (dice < 960) return this.#cancel();
    if (dice < 978) return this.#absence();
    return dice < 998 ? this.#skip() : this.#endAgreement();
  }

  /** Below `most`, the same again for the same seed (mulberry32). */
  #below(most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * most) | 0;
  }

  #one<Item>(items: readonly Item[]): Item {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  #slot() {
    const calendar = this.#one(this.#orders.calendars);
    const minute = 8 * 60 + this.#below(20) * 30;
    const start = this.#startOf(this.#one(this.#orders.days), minute);
    const mode = this.#one(['in-person', 'phone'] as const);
    const placeId = mode === 'in-person' ? (calendar.placeId as PlaceId) : null;
    return { personId: calendar.personId as PersonId, start, mode, placeId };
  }

  #startOf(day: string, minute: number): number {
    const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
    return Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: 'Europe/Paris',
      plainTime: time,
    }).epochMilliseconds;
  }

  async #book(): Promise<Done> {
    const slot = this.#slot();
    this.#serial += 1;
    // A third of them come back under the same contact: one may have one interview open.
    const who = this.#below(3) === 0 ? this.#below(40) : `${this.#orders.seed}.${this.#serial}`;
    const decision = await bookAppointment(this.#visitor, {
      ...{ network: this.#orders.network as Network, holdToken: newToken(), slot },
      visitor: {
        ...{
          firstName: 'Inès',
          birthDate: Temporal.PlainDate.from('2005-04-12'),
          project: '',
          accessNeeds: null,
        },
        contacts: [{ channel: 'email', value: `jeune.${who}@courriel.example` }],
        ...{ commune: this.#orders.commune as Commune, guardian: null, forSomeoneElse: false },
      },
    });
    if (!decision.ok) return { kind: 'book', answer: decision.refusal, slot };
    const view = await openPrivatePage(this.#visitor, decision.value.token);
    if (!view) throw new Error('a confirmed booking is not there');
    this.#mine.push(view.appointment.id);
    return { kind: 'book', answer: 'accepted', slot, id: view.appointment.id };
  }

  async #move(): Promise<Done> {
    if (this.#mine.length === 0) return this.#book();
    const [id, slot] = [this.#one(this.#mine), this.#slot()];
    const network = this.#orders.network as Network;
    const decision = await moveAppointment(this.#visitor, {
      network,
      appointmentId: id,
      slot,
      audience: 'public',
    });
    return { kind: 'move', answer: codeOf(decision), slot, id };
  }

  async #cancel(): Promise<Done> {
    if (this.#mine.length === 0) return this.#book();
    const id = this.#one(this.#mine);
    const networkId = (this.#orders.network as Network).id;
    const asked = { networkId, appointmentId: id, by: 'youth' as const, reason: null, note: null };
    return { kind: 'cancel', answer: codeOf(await cancelAppointment(this.#visitor, asked)), id };
  }

  #adviser(calendar: CalendarOf): Ctx {
    const network = this.#orders.network as Network;
    const scope = {
      kind: 'organisation' as const,
      networkId: network.id,
      organisationId: calendar.organisationId as OrganisationId,
    };
    const { personId, membershipId } = calendar;
    const actor = { kind: 'professional', role: 'adviser', scope, personId, membershipId } as Actor;
    return contextFor(this.#services, actor);
  }

  async #absence(): Promise<Done> {
    const calendar = this.#one(this.#orders.calendars);
    const day = this.#one(this.#orders.days);
    const from = 8 * 60 + this.#below(18) * 30;
    const closed = {
      personId: calendar.personId,
      from: this.#startOf(day, from),
      to: this.#startOf(day, from + 60),
    };
    const decision = await declareAbsence(this.#adviser(calendar), {
      networkId: (this.#orders.network as Network).id,
      absence: {
        ...{
          personId: calendar.personId as PersonId,
          kind: 'short',
          zone: 'Europe/Paris',
          recurrence: null,
          reason: null,
        },
        ...{
          firstDay: epochDayOf(Temporal.PlainDate.from(day)),
          blocks: [{ start: from, end: from + 60 }],
        },
      },
    });
    return { kind: 'absence', answer: codeOf(decision), closed };
  }

  async #skip(): Promise<Done> {
    const calendar = this.#one(this.#orders.calendars);
    const day = this.#one(this.#orders.days);
    const networkId = (this.#orders.network as Network).id;
    const answers = [];
    // Both of that day's openings: nobody may be received any more.
    for (const openingId of calendar.openingIds as OpeningId[]) {
      const asked = {
        networkId,
        openingId,
        day: epochDayOf(Temporal.PlainDate.from(day)),
        change: { kind: 'skip' as const },
      };
      answers.push(codeOf(await changeOccurrence(this.#adviser(calendar), asked)));
    }
    const closed = {
      personId: calendar.personId,
      from: this.#startOf(day, 0),
      to: this.#startOf(day, 23 * 60),
    };
    return {
      kind: 'skip',
      answer: answers.every((one) => one === 'accepted') ? 'accepted' : 'refused',
      closed,
    };
  }

  async #endAgreement(): Promise<Done> {
    const calendar = this.#one(this.#orders.calendars);
    const last = Temporal.PlainDate.from(this.#orders.days.at(-1) ?? '').subtract({
      days: this.#below(4),
    });
    const decision = await recordBookingFact(
      contextFor(this.#services, { kind: 'system', job: 'tests' }),
      {
        ...{
          networkId: (this.#orders.network as Network).id,
          kind: 'agreement-ends',
          date: last,
          note: null,
          supersedes: null,
        },
        subject: {
          kind: 'organisation',
          organisationId: calendar.organisationId as OrganisationId,
        },
      },
    );
    const closed = {
      organisationId: calendar.organisationId,
      from: this.#startOf(last.add({ days: 1 }).toString(), 0),
      to: Infinity,
    };
    return { kind: 'agreement', answer: codeOf(decision), closed };
  }
}

function codeOf(decision: Decision<string, unknown>): string {
  return decision.ok ? 'accepted' : decision.refusal;
}
