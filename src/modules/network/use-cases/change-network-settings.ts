import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { lockNetwork, saveNetworkSettings } from '../data/networks.ts';
import { mayCoordinate } from '../rules/authority.ts';
import type { NetworkSettings } from '../rules/settings.ts';
import { findSettingsProblems } from '../rules/settings.ts';

export type ChangeSettingsRefusal = 'not-allowed' | 'not-found' | 'invalid-settings';

/** `changes` holds only what is to differ; a value out of bounds or a contradiction refuses the whole. */
export async function changeNetworkSettings(
  ctx: Ctx,
  input: { readonly networkId: NetworkId; readonly changes: Partial<NetworkSettings> },
): Promise<Decision<ChangeSettingsRefusal, NetworkSettings>> {
  const { networkId, changes } = input;
  if (!mayCoordinate(ctx.actor, networkId)) return refuse('not-allowed');
  return ctx.db.inInstallation(async (tx) => {
    const network = await lockNetwork(tx, networkId);
    if (!network) return refuse('not-found');
    const settings: NetworkSettings = { ...network.settings, ...changes };
    if (findSettingsProblems(settings).length > 0) return refuse('invalid-settings');
    await saveNetworkSettings(tx, networkId, settings);
    await record(ctx, tx, {
      verb: 'network.change-network-settings',
      networkId,
      subject: { kind: 'network', id: networkId },
      facts: Object.fromEntries(
        Object.entries(changes).map(([name, value]) => [name, JSON.stringify(value)]),
      ),
    });
    return accept(settings);
  });
}
