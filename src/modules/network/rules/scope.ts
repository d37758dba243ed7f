import type { NetworkId, OrganisationId, PlaceId, Scope } from '#platform/kernel/actor.ts';

export interface ScopeTarget {
  readonly networkId: NetworkId;
  readonly organisationId?: OrganisationId;
  readonly placeId?: PlaceId;
}

/** Whether a scope reaches something. What says no organisation belongs to the network itself: an organisation does not reach it. */
export function scopeCovers(scope: Scope, target: ScopeTarget): boolean {
  switch (scope.kind) {
    case 'installation':
      return true;
    case 'network':
      return scope.networkId === target.networkId;
    case 'organisation':
      return scope.networkId === target.networkId && scope.organisationId === target.organisationId;
    case 'place':
      return (
        scope.networkId === target.networkId &&
        scope.organisationId === target.organisationId &&
        scope.placeId === target.placeId
      );
  }
}
