import { hashToken } from '#platform/chance.ts';
import type { Ctx } from '#platform/context.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { Network } from '#modules/network/index.ts';
import { clashOf, removeHold, saveHold } from '../data/appointments.ts';
import type { NewHold } from '../data/appointments.ts';
import type { SlotRefusal } from '../rules/slot-decision.ts';
import type { ChosenSlot } from '../rules/slot-decision.ts';
import { chooseSlot } from './choose-slot.ts';
import type { SlotAsked } from './choose-slot.ts';

export interface HoldAsked extends SlotAsked {
  readonly network: Network;
  /** The hold that this browser had, given back: one per browser. */
  readonly previousToken: string | null;
}

export interface HoldGiven {
  /** The secret of the address where the form goes on; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

/**
 * Keeps a slot for the minutes that it takes to say who one is. Refuses what is not bookable any more; the exclusion of
 * the database has the last word.
 */
export async function holdSlot(
  ctx: Ctx,
  asked: HoldAsked,
): Promise<Decision<SlotRefusal, HoldGiven>> {
  const { network, previousToken } = asked;
  const now = ctx.now();
  const token = ctx.newToken();
  const expiresAt = now.add({ minutes: network.settings.holdMinutes });
  return ctx.db.inNetwork(network.id, async (tx) => {
    if (previousToken) await removeHold(tx, network.id, hashToken(previousToken));
    const { decision } = await chooseSlot(tx, asked, { network, now, audience: 'public' });
    if (!decision.ok) return decision;
    const hold = holdOf(ctx, asked, decision.value);
    const clash = await clashOf(tx, (inner) =>
      saveHold(inner, { ...hold, holdKey: hashToken(token), expiresAt }),
    );
    return clash ? refuse('busy' as const) : accept({ token, expiresAt });
  });
}

/** The row of a slot just decided. */
export function holdOf(
  ctx: Ctx,
  asked: { readonly network: Network },
  slot: ChosenSlot,
): Omit<NewHold, 'holdKey' | 'expiresAt'> {
  const inPerson = slot.mode === 'in-person';
  return {
    id: ctx.newId<'Appointment'>(),
    networkId: asked.network.id,
    organisationId: slot.organisationId,
    personId: slot.adviserId,
    openingId: slot.openingId,
    placeId: inPerson ? slot.placeId : null,
    roomNo: inPerson ? slot.room : null,
    mode: slot.mode,
    period: { start: slot.start, end: slot.end },
    zone: slot.zone,
    pauseMinutes: slot.pauseMinutes,
    createdAt: ctx.now(),
  };
}
