import type { JobDefinition } from '#platform/jobs/queue.ts';
import { parseId } from '#platform/kernel/id.ts';
import { SEND_MESSAGE } from './ask-for-message.ts';
import type { Accounts } from './accounts.ts';
import { sendMessage } from './send-message.ts';

/** What the queue may ask of the module. */
export function accountJobs(accounts: Accounts): readonly JobDefinition[] {
  return [
    {
      name: SEND_MESSAGE,
      run: async (data) => {
        const id = parseId<'MessageRequest'>(data['id'] ?? '');
        if (id) await sendMessage(accounts, id);
      },
    },
  ];
}
