import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { saveHelpRequest } from '../data/help-requests.ts';
import type { HelpRequest, HelpRequestId } from '../rules/help-request.ts';

/** Opens a help request of a file, in the transaction of the verb that needs it, which also records it. */
export async function openHelpRequest(
  ctx: Ctx,
  tx: Tx,
  input: Pick<HelpRequest, 'networkId' | 'youthFileId' | 'origin' | 'subject'>,
): Promise<HelpRequestId> {
  const id = ctx.newId<'HelpRequest'>();
  await saveHelpRequest(tx, {
    ...input,
    id,
    subject: input.subject?.trim() || null,
    openedAt: ctx.now(),
    status: 'open',
    closedAt: null,
  });
  return id;
}
