import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { PgBoss, fromDrizzle } from 'pg-boss';
import type { Tx } from '../db/database.ts';

/** Something to be done after the writing transaction has committed, once or, after a crash, again. */
export interface JobDefinition {
  readonly name: string;
  run(data: JobData): Promise<void>;
}

export type JobData = Readonly<Record<string, string>>;

export interface JobQueue {
  /** The job exists exactly when the transaction commits. */
  enqueue(tx: Tx, name: string, data: JobData): Promise<void>;
  /** Several jobs of one name in one statement. */
  enqueueMany(tx: Tx, name: string, data: readonly JobData[]): Promise<void>;
}

export interface JobWorkers {
  /** Stops taking jobs and waits for those under way. */
  stop(): Promise<void>;
}

interface Hooks {
  onError(error: unknown, job: string): void;
}

const SEND_OPTIONS = { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 };

/** Opens the queue for sending; `work` takes jobs too. Queues of `names` are made when absent. */
export class Jobs implements JobQueue {
  readonly #boss: PgBoss;
  readonly #hooks: Hooks;

  constructor(pool: pg.Pool, hooks: Hooks) {
    this.#hooks = hooks;
    this.#boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
      migrate: false,
      createSchema: false,
      schedule: false,
      reindex: false,
      monitorVacuum: false,
    });
    this.#boss.on('error', (error) => hooks.onError(error, 'queue'));
  }

  async start(names: readonly string[]): Promise<void> {
    await this.#boss.start();
    for (const name of names) {
      if (!(await this.#boss.getQueue(name))) await this.#boss.createQueue(name, SEND_OPTIONS);
    }
  }

  async enqueue(tx: Tx, name: string, data: JobData): Promise<void> {
    await this.#boss.send(name, data, { db: fromDrizzle(tx, sql) });
  }

  async enqueueMany(tx: Tx, name: string, data: readonly JobData[]): Promise<void> {
    if (data.length === 0) return;
    await this.#boss.insert(
      name,
      data.map((item) => ({ data: item })),
      { db: fromDrizzle(tx, sql) },
    );
  }

  async work(definitions: readonly JobDefinition[]): Promise<void> {
    for (const definition of definitions) {
      await this.#boss.work<JobData>(
        definition.name,
        { pollingIntervalSeconds: 0.5, batchSize: 20 },
        async (batch) => {
          for (const job of batch) await this.#runOne(definition, job.data);
        },
      );
    }
  }

  async #runOne(definition: JobDefinition, data: JobData): Promise<void> {
    try {
      await definition.run(data);
    } catch (error) {
      this.#hooks.onError(error, definition.name);
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 20_000 });
  }
}
