import { hashToken } from '#platform/chance.ts';
import type { Ctx } from '#platform/context.ts';
import type { Network } from '#modules/network/index.ts';
import { findByHoldKey, removeHold } from '../data/appointments.ts';
import { readAppointment } from './open-private-page.ts';
import type { AppointmentView } from './open-private-page.ts';

/** What a hold's secret opens: the slot kept, or the interview that it has become; null once it was removed. */
export async function readHold(
  ctx: Ctx,
  where: { readonly network: Network; readonly token: string },
): Promise<AppointmentView | null> {
  const networkId = where.network.id;
  const hold = await ctx.db.inNetwork(networkId, (tx) =>
    findByHoldKey(tx, networkId, hashToken(where.token)),
  );
  return hold ? readAppointment(ctx, { networkId, appointmentId: hold.id }) : null;
}

/** Gives the slot back before its minutes are over. */
export async function releaseHold(
  ctx: Ctx,
  where: { readonly network: Network; readonly token: string },
): Promise<void> {
  const networkId = where.network.id;
  await ctx.db.inNetwork(networkId, (tx) => removeHold(tx, networkId, hashToken(where.token)));
}
