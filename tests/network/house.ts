import type pg from 'pg';
import type { Ctx } from '#platform/context.ts';
import { contextFor } from '#platform/context.ts';
import { StandingClock } from '#platform/clock.ts';
import { newId } from '#platform/chance.ts';
import type { Database } from '#platform/db/database.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openPool } from '#platform/db/pool.ts';
import { Jobs } from '#platform/jobs/queue.ts';
import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import { outboxTransport } from '#platform/mail/transport.ts';
import { createTestDatabase } from '#tests/database.ts';

export interface House {
  readonly clock: StandingClock;
  readonly db: Database;
  /** Owner's connection: sees every row, row-level security or not. */
  readonly owner: pg.Pool;
  as(actor: Actor): Ctx;
  person(givenName: string): Promise<PersonId>;
  close(): Promise<void>;
}

export interface OpenedHouse extends House {
  /** Queues to which the acts of a test send; nobody takes from them. */
  openQueues(names: readonly string[]): Promise<void>;
}

/** A database of one's own, a clock that stands at `at`, and contexts for whoever acts. */
export async function openHouse(at = '2026-11-02T09:00Z'): Promise<OpenedHouse> {
  const database = await createTestDatabase();
  const onError = (error: Error) => {
    if (!/terminat/.test(error.message)) throw error;
  };
  const pool = openPool({ url: database.appUrl, size: 12, as: 'app', onError });
  const owner = openPool({ url: database.ownerUrl, size: 2, as: 'owner', onError });
  const clock = new StandingClock(Temporal.Instant.from(at));
  const db = openDatabase(pool);
  const jobs = new Jobs(pool, { onError });
  const started: Jobs[] = [];
  const services = {
    db,
    clock,
    jobs,
    mail: outboxTransport(db, clock),
    sms: null,
    baseUrl: 'http://localhost',
  };
  return {
    clock,
    db,
    owner,
    as: (actor) => contextFor(services, actor),
    async person(givenName) {
      const id = newId<'Person'>();
      await owner.query(
        'insert into accounts.person (id, given_name, created_at) values ($1, $2, $3)',
        [id, givenName, clock.now().toString()],
      );
      return id;
    },
    async openQueues(names) {
      started.push(jobs);
      await jobs.start(names);
    },
    async close() {
      for (const one of started) await one.stop();
      await pool.end();
      await owner.end();
      await database.drop();
    },
  };
}
