import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { accept } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { Network } from '#modules/network/index.ts';
import { saveOpening } from '../data/openings.ts';
import type { OpeningId } from '../rules/calendar.ts';
import { checkOpening } from './check-opening.ts';
import type { OpeningInput, OpeningSaveRefusal } from './check-opening.ts';

export type { OpeningInput };

/** Opens hours in an adviser's calendar. `not-found` when the actor may not write there. */
export async function createOpening(
  ctx: Ctx,
  input: { readonly network: Network; readonly opening: OpeningInput },
): Promise<Decision<OpeningSaveRefusal, OpeningId>> {
  const { network, opening } = input;
  return ctx.db.inNetwork(network.id, async (tx) => {
    const decision = await checkOpening(ctx, tx, input);
    if (!decision.ok) return decision;
    const id = ctx.newId<'Opening'>();
    await saveOpening(tx, { ...opening, id, networkId: network.id, createdAt: ctx.now() });
    await record(ctx, tx, {
      verb: 'appointments.create-opening',
      networkId: network.id,
      subject: { kind: 'opening', id },
    });
    return accept(id);
  });
}
