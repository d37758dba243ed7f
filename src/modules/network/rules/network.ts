import type { NetworkId } from '#platform/kernel/actor.ts';
import type { NetworkPreset, NetworkSettings } from './settings.ts';

/** Codes of the official geographic code; `country` is FR. A region's 75 is not a département's 75. */
export interface NetworkTerritory {
  readonly kind: 'country' | 'region' | 'departement' | 'epci' | 'commune';
  readonly code: string;
}

export interface Network {
  readonly id: NetworkId;
  /** First part of its addresses. */
  readonly slug: string;
  readonly name: string;
  readonly preset: NetworkPreset;
  readonly parentId: NetworkId | null;
  readonly territory: NetworkTerritory;
  /** Who answers for the personal data, as privacy notices name it. */
  readonly controllerName: string;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  /** How young people are addressed. */
  readonly wording: 'tu' | 'vous';
  /** `#rrggbb`, small letters. */
  readonly colours: { readonly warm: string; readonly cool: string };
  readonly settings: NetworkSettings;
}
