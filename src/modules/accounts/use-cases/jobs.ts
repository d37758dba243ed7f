import type { JobDefinition } from '#platform/jobs/queue.ts';
import type { Accounts } from './accounts.ts';

/** What the queue may ask of the module. */
export function accountJobs(_accounts: Accounts): readonly JobDefinition[] {
  return [];
}
