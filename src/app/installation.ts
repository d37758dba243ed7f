import type pg from 'pg';
import { MovableClock, systemClock } from '#platform/clock.ts';
import type { Services } from '#platform/context.ts';
import { contextFor } from '#platform/context.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openPool } from '#platform/db/pool.ts';
import { Jobs } from '#platform/jobs/queue.ts';
import { gatewayTransport, outboxSmsTransport } from '#platform/mail/sms.ts';
import { outboxTransport, smtpTransport } from '#platform/mail/transport.ts';
import { createAccounts } from '#modules/accounts/index.ts';
import type { Accounts } from '#modules/accounts/index.ts';
import type { Config } from './config.ts';
import { readClockOffset } from './demonstration/clock.ts';
import { membershipDirectory } from './membership-directory.ts';
import { jobNames } from './modules.ts';

/** The parts that web and jobs share in one process: the pool, the services, the module that signs people in. */
export interface Installation {
  readonly pool: pg.Pool;
  readonly services: Services;
  readonly jobs: Jobs;
  readonly accounts: Accounts;
  /** On the demonstration, takes up the clock's offset, which another process may have moved. */
  refreshClock(): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Reports {
  onError(error: unknown, where: string): void;
}

/** Opens everything on a database that is migrated. `url` is what web and jobs connect with. */
export async function openInstallation(
  config: Config,
  url: string,
  reports: Reports,
): Promise<Installation> {
  const pool = openPool({
    url,
    size: config.database.poolSize,
    waitSeconds: config.database.waitSeconds,
    as: 'app',
    onError: (error) => reports.onError(error, 'database'),
  });
  const db = openDatabase(pool);
  const demonstration = config.mode === 'demonstration';
  const movable = new MovableClock();
  const clock = demonstration ? movable : systemClock;
  const jobs = new Jobs(pool, { onError: (error, job) => reports.onError(error, job) });
  const smtp = config.smtpUrl ? smtpTransport(config.smtpUrl) : null;
  const services: Services = {
    db,
    clock,
    jobs,
    mail: smtp ?? outboxTransport(db, clock),
    sms: smsOf(config, { db, clock }),
    baseUrl: config.baseUrl,
  };
  const accounts = createAccounts({
    services,
    pool,
    authSecret: config.authSecret,
    baseUrl: config.baseUrl,
    mailFrom: config.mailFrom,
    directory: membershipDirectory(db, clock),
    demonstration,
  });
  await jobs.start(jobNames(accounts));
  return {
    pool,
    services,
    jobs,
    accounts,
    refreshClock: async () => {
      if (!demonstration) return;
      movable.offsetMs = await db.inInstallation(readClockOffset);
    },
    ping: async () => void (await pool.query('select 1')),
    close: async () => {
      await jobs.stop();
      smtp?.close();
      await pool.end();
    },
  };
}

function smsOf(config: Config, parts: Pick<Services, 'db' | 'clock'>): Services['sms'] {
  if (config.sms) return gatewayTransport(config.sms);
  return config.mode === 'demonstration' ? outboxSmsTransport(parts.db, parts.clock) : null;
}

/** A verb run by the program itself: a job, the demonstration. */
export function systemContext(services: Services, job: string) {
  return contextFor(services, { kind: 'system', job });
}
