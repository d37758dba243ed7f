import type {
  Actor,
  NetworkId,
  OrganisationId,
  ProfessionalRole,
  Scope,
} from '#platform/kernel/actor.ts';
import { scopeCovers } from './scope.ts';

/** Networks are made, and the installation's organisations changed at will, by its administrators (and by its own jobs). */
export function mayAdminister(actor: Actor): boolean {
  return (
    actor.kind === 'system' || (actor.kind === 'professional' && actor.role === 'administrator')
  );
}

/** What a network has with structures, places and people is recorded by its coordinator. */
export function mayCoordinate(actor: Actor, networkId: NetworkId): boolean {
  if (mayAdminister(actor)) return true;
  return (
    actor.kind === 'professional' &&
    actor.role === 'coordinator' &&
    scopeCovers(actor.scope, { networkId })
  );
}

/** Organisations and places exist once: any coordinator may register one for the network acted for. */
export function mayRegister(actor: Actor): boolean {
  return mayAdminister(actor) || (actor.kind === 'professional' && actor.role === 'coordinator');
}

/** SM-93: a structure's manager reports additions, removals and changes of its staff; the coordinator may too. */
export function mayManageStaff(
  actor: Actor,
  target: { readonly networkId: NetworkId; readonly organisationId: OrganisationId },
): boolean {
  if (mayCoordinate(actor, target.networkId)) return true;
  return (
    actor.kind === 'professional' && actor.role === 'manager' && scopeCovers(actor.scope, target)
  );
}

/** Who may look at a structure's page: those who coordinate, site referents of the network, its own manager. */
export function maySeeOrganisation(
  actor: Actor,
  target: { readonly networkId: NetworkId; readonly organisationId: OrganisationId },
): boolean {
  if (mayManageStaff(actor, target)) return true;
  return maySeeStructures(actor, target.networkId);
}

/** Who may look at the list of a network's structures. */
export function maySeeStructures(actor: Actor, networkId: NetworkId): boolean {
  if (mayCoordinate(actor, networkId)) return true;
  return (
    actor.kind === 'professional' &&
    actor.role === 'referent' &&
    actor.scope.kind !== 'installation' &&
    actor.scope.networkId === networkId
  );
}

/** SM-93: an adviser's role is ended by who manages the staff, the others of a structure by who coordinates. */
export function mayEndMembership(
  actor: Actor,
  { role, scope }: { readonly role: ProfessionalRole; readonly scope: Scope },
): boolean {
  if (mayAdminister(actor)) return true;
  if (!('organisationId' in scope)) return false;
  return role === 'adviser' ? mayManageStaff(actor, scope) : mayCoordinate(actor, scope.networkId);
}
