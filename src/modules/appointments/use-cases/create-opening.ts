import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { accept } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { Network } from '#modules/network/index.ts';
import { saveOpening } from '../data/openings.ts';
import type { NewOpening } from '../data/openings.ts';
import type { OpeningId } from '../rules/calendar.ts';
import { decideOpeningTerms } from '../rules/opening-terms.ts';
import type { OpeningRefusal } from '../rules/opening-terms.ts';

export type OpeningInput = Omit<NewOpening, 'id' | 'networkId' | 'createdAt'>;

/** Opens hours in an adviser's calendar. The caller has checked that it is theirs, and that the place is their organisation's. */
export async function createOpening(
  ctx: Ctx,
  input: { readonly network: Network; readonly opening: OpeningInput },
): Promise<Decision<OpeningRefusal, OpeningId>> {
  const { network, opening } = input;
  const decision = decideOpeningTerms({ ...opening, hasPlace: opening.placeId ? 'yes' : 'no' }, network.settings);
  if (!decision.ok) return decision;
  const id = ctx.newId<'Opening'>();
  await ctx.db.inNetwork(network.id, async (tx) => {
    await saveOpening(tx, { ...opening, id, networkId: network.id, createdAt: ctx.now() });
    await record(ctx, tx, {
      verb: 'appointments.create-opening',
      networkId: network.id,
      subject: { kind: 'opening', id },
    });
  });
  return accept(id);
}
