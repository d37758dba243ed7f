import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { lockNetwork, saveNetworkIdentity, saveNetworkSettings } from '../data/networks.ts';
import { mayCoordinate } from '../rules/authority.ts';
import type { NetworkIdentity } from '../rules/identity.ts';
import { findIdentityProblems } from '../rules/identity.ts';
import type { NetworkSettings } from '../rules/settings.ts';
import { findSettingsProblems } from '../rules/settings.ts';

export type ChangeSettingsRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'invalid-settings'
  | 'invalid-identity';

/**
 * `changes` and `identity` hold only what is to differ; a value out of bounds or a contradiction refuses the whole.
 * What does not differ is not written down as changed.
 */
export async function changeNetworkSettings(
  ctx: Ctx,
  input: {
    readonly networkId: NetworkId;
    readonly changes: Partial<NetworkSettings>;
    readonly identity?: Partial<NetworkIdentity>;
  },
): Promise<Decision<ChangeSettingsRefusal, NetworkSettings>> {
  const { networkId } = input;
  if (!mayCoordinate(ctx.actor, networkId)) return refuse('not-allowed');
  return ctx.db.inInstallation(async (tx) => {
    const network = await lockNetwork(tx, networkId);
    if (!network) return refuse('not-found');
    const settings: NetworkSettings = { ...network.settings, ...input.changes };
    if (findSettingsProblems(settings).length > 0) return refuse('invalid-settings');
    const { contactEmail, contactPhone, controllerName, wording, colours } = network;
    const former = { contactEmail, contactPhone, controllerName, wording, colours };
    const identity = { ...former, ...input.identity };
    if (findIdentityProblems(identity).length > 0) return refuse('invalid-identity');
    const facts = {
      ...differences(network.settings, settings),
      ...differences(former, identity),
    };
    if (Object.keys(facts).length === 0) return accept(settings);
    await saveNetworkSettings(tx, networkId, settings);
    await saveNetworkIdentity(tx, networkId, identity);
    await record(ctx, tx, {
      verb: 'network.change-network-settings',
      networkId,
      subject: { kind: 'network', id: networkId },
      facts,
    });
    return accept(settings);
  });
}

/** What is written down of a change: the new values, as JSON. */
function differences(former: object, next: object): Record<string, string> {
  const before = new Map(Object.entries(former));
  return Object.fromEntries(
    Object.entries(next).flatMap(([name, value]) => {
      const written = inOrder(value);
      return inOrder(before.get(name)) === written ? [] : [[name, written]];
    }),
  );
}

/** The database gives an object's keys back in another order. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
