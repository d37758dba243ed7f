import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { parseId } from '#platform/kernel/id.ts';
import { mayManageStaff } from '../rules/authority.ts';
import { findNetwork } from '../use-cases/read-networks.ts';
import type { Structure, StructuresView } from '../use-cases/read-structures.ts';
import { readStructure } from '../use-cases/read-structures.ts';
import { coordinationAccess } from './coordinated.ts';
import { networkPaths } from './paths.ts';

/** The addresses of a structure's gestures, for who coordinates or for its own manager. */
export interface StructurePaths {
  readonly home: string;
  readonly newMember: string;
  endMember(membershipId: string): string;
  invite(membershipId: string): string;
  attestRoom(placeId: string): string;
}

export interface OpenedStructure extends StructuresView {
  readonly structure: Structure;
  readonly paths: StructurePaths;
  readonly current: 'structures' | 'ma-structure';
}

function coordinationPaths(slug: string, organisationId: string): StructurePaths {
  return {
    home: networkPaths.structure(slug, organisationId),
    newMember: networkPaths.newMember(slug, organisationId),
    endMember: (id) => networkPaths.endMember(slug, organisationId, id),
    invite: (id) => networkPaths.invite(slug, organisationId, id),
    attestRoom: (id) => networkPaths.attestRoom(slug, organisationId, id),
  };
}

const ownPaths: StructurePaths = {
  home: networkPaths.ownStructure,
  newMember: networkPaths.ownNewMember,
  endMember: networkPaths.ownEndMember,
  invite: networkPaths.ownInvite,
  attestRoom: networkPaths.ownAttestRoom,
};

/** The structure that the address names, or the actor's own; 404 for one that is not there or not for them to see. */
export async function structureOf(request: FastifyRequest): Promise<OpenedStructure> {
  const params = request.params as { readonly reseau?: string; readonly structure?: string };
  const where = params.reseau === undefined ? await ownStructure(request) : params;
  const organisationId = parseId<'Organisation'>(where.structure ?? '');
  if (!organisationId || where.reseau === undefined) throw notFound();
  const reading = await readStructure(request.ctx, { slug: where.reseau, organisationId });
  if (!reading.ok) throw notFound();
  const isOwn = params.reseau === undefined;
  return {
    ...reading.value,
    paths: isOwn ? ownPaths : coordinationPaths(where.reseau, organisationId),
    current: isOwn ? 'ma-structure' : 'structures',
  };
}

async function ownStructure(
  request: FastifyRequest,
): Promise<{ readonly reseau?: string; readonly structure?: string }> {
  const { actor } = request.ctx;
  if (actor.kind !== 'professional' || actor.scope.kind !== 'organisation') return {};
  const network = await findNetwork(request.ctx, actor.scope.networkId);
  return network ? { reseau: network.slug, structure: actor.scope.organisationId } : {};
}

/** The same for who may change its staff and attest its rooms. */
export async function managedStructure(request: FastifyRequest): Promise<OpenedStructure> {
  const opened = await structureOf(request);
  const { network, structure } = opened;
  const target = { networkId: network.id, organisationId: structure.organisation.id };
  if (!mayManageStaff(request.ctx.actor, target)) throw notFound();
  return opened;
}

export const managerAccess: Access = { kind: 'professional', roles: ['manager'] };

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** One gesture at two addresses: under the network for who coordinates, under `/pro` for the structure's manager. */
export function registerGesture(
  app: FastifyInstance,
  urls: { readonly coordination: string; readonly own: string },
  handlers: { readonly show?: Handler; readonly act: Handler },
): void {
  for (const [url, access] of [
    [urls.coordination, coordinationAccess],
    [urls.own, managerAccess],
  ] as const) {
    if (handlers.show) app.get(url, { config: { access } }, handlers.show);
    app.post(url, { config: { access, limit: 'write' } }, handlers.act);
  }
}
