import type { Actor, Scope } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { DAY_MS, MINUTE_MS } from '#platform/kernel/time.ts';
import type { MembershipCard } from './membership.ts';

export const INVITATION_MS = 7 * DAY_MS;
/** Time to install an application and copy a code, after the password was given. */
export const ENROLMENT_MS = 30 * MINUTE_MS;

export interface Invitation {
  readonly expiresAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
}

/** An invitation serves until it is taken up whole (second factor done), replaced, or a week old. */
export function decideInvitation(
  invitation: Invitation | null,
  now: Temporal.Instant,
): Decision<'unknown' | 'used' | 'expired'> {
  if (!invitation || invitation.revokedAt) return refuse('unknown');
  if (invitation.acceptedAt) return refuse('used');
  return Temporal.Instant.compare(now, invitation.expiresAt) < 0 ? accept() : refuse('expired');
}

/**
 * A professional is invited, or their second factor reset, by who answers for one of their memberships: the
 * administrator, the network's coordinator, the organisation's manager. The last two never for an administrator.
 */
export function mayInvite(actor: Actor, memberships: readonly MembershipCard[]): boolean {
  if (actor.kind === 'system') return memberships.length > 0;
  if (actor.kind !== 'professional') return false;
  if (actor.role === 'administrator') return memberships.length > 0;
  if (memberships.some((each) => each.role === 'administrator')) return false;
  if (actor.role === 'coordinator')
    return memberships.some((each) => isOfNetwork(each.scope, actor.scope));
  if (actor.role !== 'manager' || memberships.some((each) => each.role === 'coordinator'))
    return false;
  return memberships.some((each) => isOfOrganisation(each.scope, actor.scope));
}

function isOfNetwork(scope: Scope, network: Scope): boolean {
  return (
    scope.kind !== 'installation' &&
    network.kind === 'network' &&
    scope.networkId === network.networkId
  );
}

function isOfOrganisation(scope: Scope, organisation: Scope): boolean {
  if (organisation.kind !== 'organisation') return false;
  if (scope.kind !== 'organisation' && scope.kind !== 'place') return false;
  return (
    scope.organisationId === organisation.organisationId &&
    scope.networkId === organisation.networkId
  );
}
