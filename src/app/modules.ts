import type { FastifyInstance } from 'fastify';
import type { Ctx } from '#platform/context.ts';
import type { JobDefinition } from '#platform/jobs/queue.ts';
import { accountJobs, sweepExpiredSignIns } from '#modules/accounts/index.ts';
import type { Accounts } from '#modules/accounts/index.ts';
import { registerAccountRoutes } from '#modules/accounts/web/routes.ts';
import { appointmentJobs, remindForgottenOutcomes } from '#modules/appointments/index.ts';
import { registerCoordinationRoutes } from '#modules/appointments/web/coordination/routes.ts';
import { registerInterviewRoutes } from '#modules/appointments/web/pro/routes-interviews.ts';
import { registerOpeningRoutes } from '#modules/appointments/web/pro/routes-openings.ts';
import { registerBookingRoutes } from '#modules/appointments/web/routes.ts';
import { registerYouthRoutes } from '#modules/appointments/web/youth/route.tsx';
import { registerNetworkRoutes } from '#modules/network/web/routes.ts';
import { sweepNotices } from '#modules/notifications/index.ts';
import { registerTerritoryRoutes } from '#modules/territories/web/routes.ts';
import { keepRetention } from './retention.ts';

/** The only place where modules are listed: their pages, their jobs, what they do each minute. */
export function registerModuleRoutes(app: FastifyInstance, accounts: Accounts): void {
  registerTerritoryRoutes(app);
  registerAccountRoutes(app, accounts);
  registerBookingRoutes(app);
  registerYouthRoutes(app);
  registerInterviewRoutes(app);
  registerCoordinationRoutes(app);
  registerOpeningRoutes(app);
  registerNetworkRoutes(app);
}

export type ContextOfJob = (job: string) => Ctx;

export function moduleJobs(accounts: Accounts, contextOf: ContextOfJob): readonly JobDefinition[] {
  return [...accountJobs(accounts), ...appointmentJobs(contextOf)];
}

/** Queues exist before anyone sends to them. */
export function jobNames(accounts: Accounts): readonly string[] {
  const unused: ContextOfJob = () => {
    throw new Error('a job was run while its name was read');
  };
  return moduleJobs(accounts, unused).map((job) => job.name);
}

export interface Sweep {
  readonly name: string;
  /** Does, or hands over, what is due. */
  run(ctx: Ctx): Promise<unknown>;
}

/** What is looked at each minute: rows whose time has come. */
export function moduleSweeps(accounts: Accounts): readonly Sweep[] {
  return [
    { name: 'appointments.remind-forgotten-outcomes', run: remindForgottenOutcomes },
    { name: 'notifications.sweep-notices', run: sweepNotices },
    { name: 'accounts.sweep-expired-sign-ins', run: () => sweepExpiredSignIns(accounts) },
    { name: 'app.keep-retention', run: (ctx) => onTheHour(ctx, keepRetention) },
  ];
}

/** For what reads a whole table and is counted in months: the first minutes of an hour are enough. */
function onTheHour(ctx: Ctx, run: Sweep['run']): Promise<unknown> {
  const { minute } = ctx.now().toZonedDateTimeISO('UTC');
  return minute < 2 ? run(ctx) : Promise.resolve(0);
}
