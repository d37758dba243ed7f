import type pg from 'pg';
import { newId } from '#platform/chance.ts';
import { StandingClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import type { Ctx, Services } from '#platform/context.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openPool } from '#platform/db/pool.ts';
import type { JobData, JobDefinition } from '#platform/jobs/queue.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { Sms } from '#platform/mail/sms.ts';
import type { Mail } from '#platform/mail/transport.ts';
import { appointmentJobs } from '#modules/appointments/index.ts';
import { findNetwork } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import { findCommune } from '#modules/territories/index.ts';
import type { Commune } from '#modules/territories/index.ts';
import { sweepNotices } from '#modules/notifications/index.ts';
import { createTestDatabase } from '#tests/database.ts';
import type { TestDatabase } from '#tests/database.ts';
import type { House } from '#tests/network/house.ts';

/** The booking path on a real database: a clock in one's hand, what was sent, jobs run when told. */
export interface BookingKit extends House {
  readonly database: TestDatabase;
  readonly services: Services;
  /** Of web and jobs. */
  readonly pool: pg.Pool;
  /** As the public. */
  readonly visitor: Ctx;
  /** What was sent; both can be made to fail. */
  readonly mails: Mail[];
  readonly sms: Sms[];
  /** What the next sends throw instead of succeeding; empty: they succeed. */
  readonly faults: Error[];
  person(givenName: string): Promise<PersonId>;
  networkOf(id: NetworkId): Promise<Network>;
  commune(code: string): Promise<Commune>;
  /** What the queue knows how to run; other modules' jobs are added. */
  readonly jobs: JobDefinition[];
  /** Runs what committed writes enqueued, until nothing is left. */
  runJobs(): Promise<void>;
  /** Moves the clock, picks what is due, runs it. */
  moveTo(at: string): Promise<void>;
  /** Rows seen by the owner of the tables. */
  rows<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Monday 2 November 2026, 10:00 in Paris. */
export const MONDAY = '2026-11-02T09:00Z';

export async function openBookingKit(at = MONDAY, given?: TestDatabase): Promise<BookingKit> {
  const database = given ?? (await createTestDatabase());
  const onError = () => undefined;
  const pool = openPool({ url: database.appUrl, size: 16, as: 'app', onError });
  const owner = openPool({ url: database.ownerUrl, size: 4, as: 'owner', onError });
  const clock = new StandingClock(Temporal.Instant.from(at));
  const queue: { readonly name: string; readonly data: JobData }[] = [];
  const sent = { mails: [] as Mail[], sms: [] as Sms[], faults: [] as Error[] };
  const services: Services = {
    db: openDatabase(pool),
    clock,
    jobs: {
      enqueue: async (_tx, name, data) => void queue.push({ name, data }),
      enqueueMany: async (_tx, name, many) =>
        void queue.push(...many.map((data) => ({ name, data }))),
    },
    mail: { send: async (mail) => keep(sent.faults, sent.mails, mail) },
    sms: { send: async (sms) => keep(sent.faults, sent.sms, sms) },
    baseUrl: 'https://cairn.example',
  };
  const jobs = [...appointmentJobs((job) => contextFor(services, { kind: 'system', job }))];
  const runJobs = () => runQueue(queue, jobs);
  const system = contextFor(services, { kind: 'system', job: 'tests' });
  return {
    ...sent,
    ...{ database, services, clock, pool, owner, jobs, runJobs },
    db: services.db,
    visitor: contextFor(services, { kind: 'visitor' }),
    as: (actor) => contextFor(services, actor),
    person: (givenName) => addPerson(owner, clock, givenName),
    networkOf: async (id) => found(await findNetwork(system, id)),
    commune: async (code) => found(await findCommune(system, code)),
    rows: async (text, values = []) => (await owner.query(text, [...values])).rows,
    moveTo: async (to) => {
      clock.set(Temporal.Instant.from(to));
      await sweepNotices(system);
      await runJobs();
    },
    close: async () => {
      await pool.end();
      await owner.end();
      await database.drop();
    },
  };
}

function keep<Message>(faults: Error[], sent: Message[], message: Message): void {
  const fault = faults.shift();
  if (fault) throw fault;
  sent.push(message);
}

async function runQueue(
  queue: { readonly name: string; readonly data: JobData }[],
  jobs: readonly JobDefinition[],
): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { name, data } = next;
    const job = jobs.find((one) => one.name === name);
    if (!job) throw new Error(`no job is called ${name}`);
    await job.run(data);
  }
}

export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new Error('it is not there');
  return thing;
}

async function addPerson(
  owner: pg.Pool,
  clock: StandingClock,
  givenName: string,
): Promise<PersonId> {
  const id = newId<'Person'>();
  const plain = givenName
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
  const email = `${plain}.${id.slice(-6)}@structures.example`;
  await owner.query(
    'insert into accounts.person (id, given_name, email, created_at) values ($1, $2, $3, $4)',
    [id, givenName, email, clock.now().toString()],
  );
  return id;
}
