import type { Ctx } from '#platform/context.ts';
import type { JobDefinition } from '#platform/jobs/queue.ts';
import { TELL_PARTIES } from './plan-messages.ts';
import { tellParties } from './tell-parties.ts';

/** What the queue may ask of the module. */
export function appointmentJobs(contextOf: (job: string) => Ctx): readonly JobDefinition[] {
  return [
    {
      name: TELL_PARTIES,
      run: (data) => tellParties(contextOf(TELL_PARTIES), { noticeId: data['noticeId'] ?? '' }),
    },
  ];
}
