import type {
  Actor,
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
} from '#platform/kernel/actor.ts';
import { scopeCovers } from '#modules/network/pure.ts';

/** Whose interview it is, and where it counts. */
export interface InterviewTarget {
  readonly networkId: NetworkId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  /** Null: at a distance, it belongs to every place of its organisation. */
  readonly placeId: PlaceId | null;
}

export type InterviewAccess = 'act' | 'read' | 'none';

/**
 * An adviser has their own interviews; the structure's manager and the network's coordinator those of their scope; a site
 * referent looks at those of theirs (issue 2 §5). The installation's administrators read no young person's data.
 */
export function interviewAccess(actor: Actor, target: InterviewTarget): InterviewAccess {
  if (actor.kind === 'system') return 'act';
  const reach = reachOf(actor);
  if (!reach || !isWithin(reach, target)) return 'none';
  return actor.kind === 'professional' && actor.role === 'referent' ? 'read' : 'act';
}

/** The interviews that an actor sees, as a list asks for them; absent: any. */
export interface Reach {
  readonly networkId: NetworkId;
  readonly personId?: PersonId;
  readonly organisationId?: OrganisationId;
  readonly placeId?: PlaceId;
}

/** Null for who sees none. */
export function reachOf(actor: Actor): Reach | null {
  if (actor.kind !== 'professional' || actor.role === 'administrator') return null;
  const { scope } = actor;
  if (scope.kind === 'installation') return null;
  if (actor.role === 'adviser') return { networkId: scope.networkId, personId: actor.personId };
  switch (scope.kind) {
    case 'network':
      return { networkId: scope.networkId };
    case 'organisation':
      return { networkId: scope.networkId, organisationId: scope.organisationId };
    case 'place':
      return {
        networkId: scope.networkId,
        organisationId: scope.organisationId,
        placeId: scope.placeId,
      };
  }
}

function isWithin(reach: Reach, target: InterviewTarget): boolean {
  if (reach.personId)
    return reach.networkId === target.networkId && reach.personId === target.personId;
  return scopeCovers(scopeOf(reach), {
    networkId: target.networkId,
    organisationId: target.organisationId,
    ...placeOf(reach, target),
  });
}

function placeOf(reach: Reach, target: InterviewTarget) {
  const placeId = target.placeId ?? reach.placeId;
  return placeId ? { placeId } : {};
}

function scopeOf({ networkId, organisationId, placeId }: Reach) {
  if (!organisationId) return { kind: 'network', networkId } as const;
  if (!placeId) return { kind: 'organisation', networkId, organisationId } as const;
  return { kind: 'place', networkId, organisationId, placeId } as const;
}
