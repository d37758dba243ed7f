import type {
  Actor,
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
  Scope,
} from '#platform/kernel/actor.ts';
import { scopeCovers } from '#modules/network/pure.ts';

/** Where an adviser serves: a whole organisation, or one of its places. */
export interface Seat {
  readonly organisationId: OrganisationId;
  readonly placeId: PlaceId | null;
}

/** A calendar in one network, and the seats that make its person an adviser there. */
export interface CalendarTarget {
  readonly networkId: NetworkId;
  readonly personId: PersonId;
  readonly seats: readonly Seat[];
}

/** What may be done of someone's openings and absences. */
export type CalendarAccess = 'change' | 'read' | 'none';

/**
 * An adviser keeps their own calendar; the structure's manager and the network's coordinator keep those of their scope; a site
 * referent looks at those of theirs (issue 2 §5). Who has no seat in the network has no calendar in it.
 */
export function calendarAccess(actor: Actor, target: CalendarTarget): CalendarAccess {
  if (target.seats.length === 0) return 'none';
  if (actor.kind === 'system') return 'change';
  if (actor.kind !== 'professional') return 'none';
  if (actor.role === 'adviser') return isOwn(actor, target) ? 'change' : 'none';
  if (actor.role === 'administrator') return 'none';
  if (!target.seats.some((seat) => reaches(actor.scope, target.networkId, seat))) return 'none';
  return actor.role === 'referent' ? 'read' : 'change';
}

/** Whether that actor, who may see the calendar, also sees what it holds for this organisation and place; the rest is only "busy". */
export function seesPart(actor: Actor, target: CalendarTarget, part: Seat): boolean {
  if (actor.kind === 'system' || (actor.kind === 'professional' && isOwn(actor, target)))
    return true;
  return actor.kind === 'professional' && reaches(actor.scope, target.networkId, part);
}

function isOwn(actor: Extract<Actor, { kind: 'professional' }>, target: CalendarTarget): boolean {
  const { scope } = actor;
  return (
    actor.personId === target.personId &&
    scope.kind !== 'installation' &&
    scope.networkId === target.networkId
  );
}

/** What says no place, remote openings say, belongs to every place of its organisation. */
function reaches(scope: Scope, networkId: NetworkId, part: Seat): boolean {
  const { organisationId } = part;
  const placeId = part.placeId ?? (scope.kind === 'place' ? scope.placeId : null);
  return scopeCovers(scope, { networkId, organisationId, ...(placeId ? { placeId } : {}) });
}
