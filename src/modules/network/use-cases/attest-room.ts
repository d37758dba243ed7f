import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId, OrganisationId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Id } from '#platform/kernel/id.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { isAffiliatedOn } from '../data/organisations.ts';
import { findPlaceRow, saveRoomAttestation, servesFrom } from '../data/places.ts';
import type { RoomItems } from '../rules/attestation.ts';
import { mayManageStaff } from '../rules/authority.ts';

export type AttestRoomRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'not-at-place'
  | 'not-affiliated'
  | 'already-past';

/**
 * SM-42 to SM-44: the structure's manager (or the coordinator) attests of the room, item by item. An incomplete one is
 * kept too: it says what lacks. A renewal is a new attestation; the latest counts.
 */
export async function attestRoom(
  ctx: Ctx,
  input: {
    /** The network in whose name one acts. */
    readonly networkId: NetworkId;
    readonly organisationId: OrganisationId;
    readonly placeId: PlaceId;
    readonly items: RoomItems;
    readonly validUntil: Temporal.PlainDate;
  },
): Promise<Decision<AttestRoomRefusal, Id<'RoomAttestation'>>> {
  const { organisationId, placeId, items, validUntil } = input;
  if (!mayManageStaff(ctx.actor, input)) return refuse('not-allowed');
  return ctx.db.inInstallation(async (tx) => {
    const place = await findPlaceRow(tx, placeId);
    if (!place) return refuse('not-found');
    const today = localDateAt(ctx.now(), place.timeZone);
    if (!(await isAffiliatedOn(tx, input, today))) return refuse('not-affiliated');
    if (!(await servesFrom(tx, input, today))) return refuse('not-at-place');
    if (Temporal.PlainDate.compare(validUntil, today) < 0) return refuse('already-past');
    const id = ctx.newId<'RoomAttestation'>();
    await saveRoomAttestation(tx, {
      ...items,
      id,
      organisationId,
      placeId,
      attestedBy: ctx.actor.kind === 'professional' ? ctx.actor.personId : null,
      attestedAt: ctx.now(),
      validUntil,
    });
    await record(ctx, tx, {
      verb: 'network.attest-room',
      networkId: input.networkId,
      subject: { kind: 'room-attestation', id },
      facts: { ...items, validUntil: validUntil.toString() },
    });
    return accept(id);
  });
}
