import { hashToken } from '#platform/chance.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { savePrivateLink } from '../data/private-links.ts';
import type { AppointmentId } from '../rules/calendar.ts';

/** A new secret for the private page of an interview: one for each message, only its hash is kept (design §5). */
export async function mintLink(
  ctx: Ctx,
  tx: Tx,
  appointment: { readonly networkId: NetworkId; readonly id: AppointmentId },
): Promise<string> {
  const token = ctx.newToken();
  await savePrivateLink(tx, {
    tokenHash: hashToken(token),
    id: ctx.newId<'PrivateLink'>(),
    networkId: appointment.networkId,
    appointmentId: appointment.id,
    mintedAt: ctx.now(),
  });
  return token;
}
