import type { Tx } from '#platform/db/database.ts';
import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { DAY_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import { lockCalendar } from '../data/appointments.ts';
import type { AppointmentId, AppointmentMode } from '../rules/calendar.ts';
import { publicQuestion, staffQuestion } from '../rules/public-question.ts';
import { decideSlot } from '../rules/slot-decision.ts';
import type { ChosenSlot, SlotRefusal } from '../rules/slot-decision.ts';
import { readSupply } from './read-supply.ts';
import type { SupplyRead } from './read-supply.ts';

/** The time, the person and the way of meeting that a button stands for. */
export interface SlotAsked {
  readonly personId: PersonId;
  readonly start: EpochMs;
  readonly mode: AppointmentMode;
  /** In person: where. At a distance: null. */
  readonly placeId: PlaceId | null;
}

export interface ChoiceContext {
  readonly network: Network;
  readonly now: Temporal.Instant;
  readonly audience: 'public' | 'staff';
  readonly moving?: AppointmentId;
}

/**
 * Takes the adviser's calendar and the place's rooms for this transaction, then asks the engine, on what stands now, whether
 * that slot may be taken: what others did meanwhile is seen, nobody else writes there before the end.
 */
export async function chooseSlot(
  tx: Tx,
  asked: SlotAsked,
  context: ChoiceContext,
): Promise<{ readonly decision: Decision<SlotRefusal, ChosenSlot>; readonly read: SupplyRead }> {
  const { network, now, audience, moving } = context;
  await lockCalendar(tx, { personId: asked.personId, placeId: asked.placeId, now });
  const window = { start: asked.start - DAY_MS, end: asked.start + 2 * DAY_MS };
  const read = await readSupply(tx, {
    networkId: network.id,
    now: now.epochMilliseconds,
    window,
    personIds: [asked.personId],
  });
  const question =
    audience === 'public'
      ? publicQuestion(network.settings, now.epochMilliseconds)
      : staffQuestion(now.epochMilliseconds, { from: window.start, to: window.end });
  const decision = decideSlot(
    read.supply,
    {
      ...question,
      ...(asked.placeId && asked.mode === 'in-person' ? { placeId: asked.placeId } : {}),
      ...(moving ? { moving } : {}),
    },
    { adviserId: asked.personId, start: asked.start, mode: asked.mode },
  );
  return { decision, read };
}
