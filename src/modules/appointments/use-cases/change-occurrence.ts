import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import { removeException, saveException } from '../data/openings.ts';
import type { OpeningId } from '../rules/calendar.ts';
import { decideOccurrenceChange } from '../rules/opening-life.ts';
import type { OccurrenceChange, OccurrenceRefusal } from '../rules/opening-life.ts';
import { lockOwnOpening, todayIn } from './change-opening.ts';
import { seriesOf } from './engine-opening.ts';

export interface OccurrenceAsked {
  readonly networkId: NetworkId;
  readonly openingId: OpeningId;
  /** The day that the series itself gives. */
  readonly day: EpochDay;
  readonly change: OccurrenceChange;
}

/** One occurrence is skipped, moved, given other hours or put back; the others are untouched. Interviews already given stay. */
export async function changeOccurrence(
  ctx: Ctx,
  asked: OccurrenceAsked,
): Promise<Decision<OccurrenceRefusal | 'not-found'>> {
  const { networkId, openingId, day, change } = asked;
  return ctx.db.inNetwork(networkId, async (tx) => {
    const saved = await lockOwnOpening(ctx, tx, { networkId, openingId });
    if (!saved) return refuse('not-found');
    const decision = decideOccurrenceChange(
      { series: seriesOf(saved), slotMinutes: saved.slotMinutes },
      { day, today: todayIn(ctx, saved.zone), change },
    );
    if (!decision.ok) return decision;
    const { exception } = decision.value;
    if (exception) await saveException(tx, openingId, { ...exception, recordedAt: ctx.now() });
    else await removeException(tx, openingId, day);
    await record(ctx, tx, {
      verb: 'appointments.change-occurrence',
      networkId,
      subject: { kind: 'opening', id: openingId },
      facts: { day: dateOfEpochDay(day).toString(), change: change.kind },
    });
    return accept();
  });
}
