import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { violatedConstraint } from '#platform/db/errors.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { saveNetwork } from '../data/networks.ts';
import { mayAdminister } from '../rules/authority.ts';
import type { Network } from '../rules/network.ts';
import type { NetworkPreset, NetworkSettings } from '../rules/settings.ts';
import { defaultSettings, findSettingsProblems } from '../rules/settings.ts';
import { isNetworkSlug } from '../rules/slug.ts';

export interface NewNetwork extends Omit<Network, 'id' | 'settings' | 'preset'> {
  readonly preset: NetworkPreset;
  /** What differs from the preset. */
  readonly settings?: Partial<NetworkSettings>;
}

export type CreateNetworkRefusal =
  | 'not-allowed'
  | 'invalid-slug'
  | 'slug-taken'
  | 'invalid-settings';

export async function createNetwork(
  ctx: Ctx,
  input: NewNetwork,
): Promise<Decision<CreateNetworkRefusal, NetworkId>> {
  if (!mayAdminister(ctx.actor)) return refuse('not-allowed');
  if (!isNetworkSlug(input.slug)) return refuse('invalid-slug');
  const settings = { ...defaultSettings(input.preset), ...input.settings };
  if (findSettingsProblems(settings).length > 0) return refuse('invalid-settings');
  const id = ctx.newId<'Network'>();
  try {
    await ctx.db.inInstallation(async (tx) => {
      await saveNetwork(tx, { ...input, id, settings }, ctx.now());
      await record(ctx, tx, {
        verb: 'network.create-network',
        networkId: id,
        subject: { kind: 'network', id },
        facts: { slug: input.slug, preset: input.preset },
      });
    });
  } catch (error) {
    if (violatedConstraint(error) === 'network_slug_key') return refuse('slug-taken');
    throw error;
  }
  return accept(id);
}
