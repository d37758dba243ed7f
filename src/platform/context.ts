import { newId, newToken } from './chance.ts';
import type { Clock } from './clock.ts';
import type { Database } from './db/database.ts';
import type { JobQueue } from './jobs/queue.ts';
import type { Actor } from './kernel/actor.ts';
import type { Id } from './kernel/id.ts';
import type { MailTransport } from './mail/transport.ts';
import type { SmsTransport } from './mail/sms.ts';

/** What the installation offers to every verb, whoever acts. */
export interface Services {
  readonly db: Database;
  readonly clock: Clock;
  readonly jobs: JobQueue;
  readonly mail: MailTransport;
  /** Null where no SMS gateway is set up: forms then ask for an e-mail and say why. */
  readonly sms: SmsTransport | null;
  /** `https://…` without a final slash: how links in messages begin. */
  readonly baseUrl: string;
}

/** What a verb is given: who acts, and the outside world. */
export interface Ctx extends Omit<Services, 'clock'> {
  readonly actor: Actor;
  now(): Temporal.Instant;
  newId<Thing extends string>(): Id<Thing>;
  newToken(): string;
}

export function contextFor(services: Services, actor: Actor): Ctx {
  return {
    db: services.db,
    jobs: services.jobs,
    mail: services.mail,
    sms: services.sms,
    baseUrl: services.baseUrl,
    actor,
    now: () => services.clock.now(),
    newId,
    newToken,
  };
}
