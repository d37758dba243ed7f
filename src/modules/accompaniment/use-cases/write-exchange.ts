import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { saveExchange } from '../data/help-requests.ts';
import type { Exchange } from '../rules/help-request.ts';

/**
 * Writes a thing of the caller's on a help request's timeline, in the caller's transaction. Once per thing
 * (`owner`): written again, it takes the new moment, summary and facts. Facts hold no name and no free text.
 */
export async function writeExchange(ctx: Ctx, tx: Tx, input: Omit<Exchange, 'id'>): Promise<void> {
  await saveExchange(tx, { ...input, id: ctx.newId<'Exchange'>() }, ctx.now());
}
