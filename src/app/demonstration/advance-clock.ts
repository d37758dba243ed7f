import { contextFor } from '#platform/context.ts';
import type { Ctx } from '#platform/context.ts';
import type { JobData, JobQueue } from '#platform/jobs/queue.ts';
import { MINUTE_MS } from '#platform/kernel/time.ts';
import type { Installation } from '../installation.ts';
import { moduleJobs, moduleSweeps } from '../modules.ts';
import { addToClock } from './clock.ts';

/** Days that one click may cross. */
export const MOST_DAYS = 31;

/** Reminders leave on round quarters: 21:45 the evening before (issue 2 §6). */
const STEP_MS = 15 * MINUTE_MS;
const STEPS_A_DAY = 96;

/** A sweep that always finds something would never end. */
const MOST_ROUNDS = 50;

/**
 * Moves the demonstration's clock forward to that moment, a quarter of an hour at a time, and does each time all that is due: a
 * reminder leaves at its own hour, not at the end of the journey. A second call waits for the first.
 */
export function advanceClock(installation: Installation, until: Temporal.Instant): Promise<void> {
  under = under.then(() => advance(installation, until)).catch(() => advance(installation, until));
  return under;
}

let under: Promise<void> = Promise.resolve();

async function advance(installation: Installation, until: Temporal.Instant): Promise<void> {
  const { services } = installation;
  const errands = errandsOf(installation);
  for (let steps = (MOST_DAYS + 1) * STEPS_A_DAY; steps > 0; steps -= 1) {
    await installation.refreshClock();
    await errands.doAllDue();
    const now = services.clock.now().epochMilliseconds;
    const left = until.epochMilliseconds - now;
    if (left <= 0) return;
    const toNextQuarter = STEP_MS - (now % STEP_MS);
    await services.db.inInstallation((tx) => addToClock(tx, Math.min(left, toNextQuarter)));
  }
}

/** The jobs of every module, done at once rather than by the queue's own rhythm. */
function errandsOf({ services, accounts }: Installation) {
  const waiting: { readonly name: string; readonly data: JobData }[] = [];
  const queue: JobQueue = {
    enqueue: (_tx, name, data) => {
      waiting.push({ name, data });
      return Promise.resolve();
    },
    enqueueMany: (_tx, name, data) => {
      waiting.push(...data.map((item) => ({ name, data: item })));
      return Promise.resolve();
    },
  };
  const contextOf = (job: string): Ctx =>
    contextFor({ ...services, jobs: queue }, { kind: 'system', job });
  const jobs = new Map(moduleJobs(accounts, contextOf).map((job) => [job.name, job]));
  const sweeps = moduleSweeps(accounts);
  return {
    async doAllDue(): Promise<void> {
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        for (const sweep of sweeps) await sweep.run(contextOf(sweep.name));
        const batch = waiting.splice(0);
        if (batch.length === 0) return;
        for (const { name, data } of batch) await jobs.get(name)?.run(data);
      }
    },
  };
}
