import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { lockHelpRequest, markHelpRequestClosed } from '../data/help-requests.ts';
import type { HelpRequestId } from '../rules/help-request.ts';

/** Ends a help request, in the caller's transaction. Who may is the caller's to decide. Closing twice keeps the first date. */
export async function closeHelpRequest(
  ctx: Ctx,
  tx: Tx,
  input: { readonly networkId: NetworkId; readonly helpRequestId: HelpRequestId },
): Promise<Decision<'not-found'>> {
  const request = await lockHelpRequest(tx, input.networkId, input.helpRequestId);
  if (!request) return refuse('not-found');
  if (request.status === 'closed') return accept();
  await markHelpRequestClosed(tx, request, ctx.now());
  await record(ctx, tx, {
    verb: 'accompaniment.close-help-request',
    networkId: input.networkId,
    subject: { kind: 'help-request', id: request.id },
  });
  return accept();
}
