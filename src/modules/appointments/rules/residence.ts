import type { Network } from '#modules/network/index.ts';
import { communeIsIn } from '#modules/territories/pure.ts';
import type { CommuneMembership } from '#modules/territories/pure.ts';

/** Anyone of the network's area may come anywhere in it (SM-22, X-03): only its outer border counts. */
export function livesThere(
  network: Pick<Network, 'territory'> & {
    readonly settings: Pick<Network['settings'], 'residence'>;
  },
  commune: CommuneMembership,
): boolean {
  const { kind, code } = network.territory;
  if (network.settings.residence.kind === 'none' || kind === 'country') return true;
  return communeIsIn(
    commune,
    kind === 'commune' ? { kind: 'communes', codes: [code] } : { kind, code },
  );
}
