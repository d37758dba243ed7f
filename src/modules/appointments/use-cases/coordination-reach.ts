import type { Ctx } from '#platform/context.ts';
import type { Actor, NetworkId } from '#platform/kernel/actor.ts';
import { findNetworkBySlug } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import { mayCoordinate } from '#modules/network/pure.ts';
import { reachOf } from '../rules/interview-access.ts';
import type { Reach } from '../rules/interview-access.ts';

/** A network as whoever coordinates it looks at it. */
export interface Coordinated {
  readonly network: Network;
  readonly reach: Reach;
  /** Whether single interviews may be opened: an administrator sees figures only. */
  readonly opens: 'interviews' | 'figures';
}

/** Null for a network that is not there, or not the actor's: the whole for its coordinator, their structure for a site referent. */
export async function openCoordination(ctx: Ctx, slug: string): Promise<Coordinated | null> {
  const network = await findNetworkBySlug(ctx, slug);
  const reach = network && coordinationReach(ctx.actor, network.id);
  if (!network || !reach) return null;
  const isAdministrator = ctx.actor.kind === 'professional' && ctx.actor.role === 'administrator';
  return { network, reach, opens: isAdministrator ? 'figures' : 'interviews' };
}

function coordinationReach(actor: Actor, networkId: NetworkId): Reach | null {
  if (mayCoordinate(actor, networkId)) return { networkId };
  if (actor.kind !== 'professional' || actor.role !== 'referent') return null;
  const reach = reachOf(actor);
  return reach?.networkId === networkId ? reach : null;
}
