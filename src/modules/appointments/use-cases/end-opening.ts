import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import { markOpeningEnded } from '../data/openings.ts';
import type { OpeningId } from '../rules/calendar.ts';
import { endedAfter } from '../rules/opening-life.ts';
import { isOver, lockOwnOpening, todayIn, writeEnd } from './change-opening.ts';
import { seriesOf } from './engine-opening.ts';

export type OpeningEndRefusal = 'not-found' | 'already-over' | 'in-the-past';

/**
 * No hours any more after `lastDay`, which may be yesterday at the earliest: what was offered before goes on counting. An opening that has
 * offered nothing yet is withdrawn whole. Interviews already given stay.
 */
export async function endOpening(
  ctx: Ctx,
  input: {
    readonly networkId: NetworkId;
    readonly openingId: OpeningId;
    readonly lastDay: EpochDay;
  },
): Promise<Decision<OpeningEndRefusal>> {
  const { networkId, openingId, lastDay } = input;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const saved = await lockOwnOpening(ctx, tx, { networkId, openingId });
    if (!saved) return refuse('not-found');
    const today = todayIn(ctx, saved.zone);
    if (isOver(saved, today)) return refuse('already-over');
    if (lastDay < today - 1) return refuse('in-the-past');
    const ended = endedAfter(seriesOf(saved), lastDay);
    if (ended) await writeEnd(ctx, tx, { saved, series: ended });
    else await markOpeningEnded(tx, openingId, ctx.now());
    await record(ctx, tx, {
      verb: 'appointments.end-opening',
      networkId,
      subject: { kind: 'opening', id: openingId },
      facts: { lastDay },
    });
    return accept();
  });
}
