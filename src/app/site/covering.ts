import type { Network } from '#modules/network/index.ts';
import { communeIsIn } from '#modules/territories/pure.ts';
import type { CommuneMembership } from '#modules/territories/pure.ts';

/** Whether the commune lies in the network's territory: where it is at home, whoever it receives besides. */
export function covers(network: Pick<Network, 'territory'>, commune: CommuneMembership): boolean {
  const { kind, code } = network.territory;
  if (kind === 'country') return true;
  return communeIsIn(
    commune,
    kind === 'commune' ? { kind: 'communes', codes: [code] } : { kind, code },
  );
}
