import type { NetworkId, OrganisationId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Dated } from './dated.ts';

export const AFFILIATION_KINDS = ['operator', 'coordination', 'partner'] as const;

/** An organisation's dated link to a network. The coordinating organisation may hold interviews too (SM-67). */
export interface Affiliation extends Dated {
  readonly id: Id<'Affiliation'>;
  readonly networkId: NetworkId;
  readonly organisationId: OrganisationId;
  readonly kind: (typeof AFFILIATION_KINDS)[number];
  /** Holds the State's Info Jeunes label. */
  readonly infoJeunes: boolean;
}
