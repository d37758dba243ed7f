import type { Installation } from './installation.ts';
import { systemContext } from './installation.ts';
import { moduleJobs, moduleSweeps } from './modules.ts';

export interface Worker {
  /** Looks at what is due, now, once. */
  sweep(): Promise<void>;
  stop(): void;
}

const SWEEP_EVERY_MS = 60_000;

/** Takes jobs from the queue and looks each minute at what is due. Several may run: what is taken is taken once. */
export async function startWorker(
  installation: Installation,
  reports: { onError(error: unknown, where: string): void },
): Promise<Worker> {
  const { services, jobs, accounts } = installation;
  const contextOf = (job: string) => systemContext(services, job);
  await jobs.work(
    moduleJobs(accounts, contextOf).map((job) => ({
      name: job.name,
      run: async (data) => {
        await installation.refreshClock();
        await job.run(data);
      },
    })),
  );
  let running: Promise<void> | null = null;
  const sweepOnce = async () => {
    await installation.refreshClock();
    for (const sweep of moduleSweeps(accounts)) {
      try {
        await sweep.run(contextOf(sweep.name));
      } catch (error) {
        reports.onError(error, sweep.name);
      }
    }
  };
  const sweep = () => {
    running ??= sweepOnce()
      .catch((error: unknown) => reports.onError(error, 'sweep'))
      .finally(() => {
        running = null;
      });
    return running;
  };
  const timer = setInterval(() => void sweep(), SWEEP_EVERY_MS);
  void sweep();
  return { sweep, stop: () => clearInterval(timer) };
}
