import type { FastifyRequest } from 'fastify';
import { notFound, PageError } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import type { Actor } from '#platform/kernel/actor.ts';
import { parseId } from '#platform/kernel/id.ts';
import { findNetwork } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import { openInterviewView } from '../../../use-cases/open-interview.ts';
import type { AppointmentId } from '../../../rules/calendar.ts';

export type Professional = Extract<Actor, { kind: 'professional' }>;

/** Who has interviews within reach; an administrator of the installation has none. */
export const interviewReaders: Access = {
  kind: 'professional',
  roles: ['adviser', 'manager', 'referent', 'coordinator'],
};

/** Who acts on them: a site referent looks. */
export const interviewActors: Access = {
  kind: 'professional',
  roles: ['adviser', 'manager', 'coordinator'],
};

export const advisers: Access = { kind: 'professional', roles: ['adviser'] };

export interface Acting {
  readonly actor: Professional;
  /** The network of the membership acted under. */
  readonly network: Network;
}

export async function actingOf(request: FastifyRequest): Promise<Acting> {
  const { actor } = request.ctx;
  if (actor.kind !== 'professional' || actor.scope.kind === 'installation')
    throw new PageError(403);
  const network = await findNetwork(request.ctx, actor.scope.networkId);
  if (!network) throw notFound();
  return { actor, network };
}

/** The id in the address; what is not one is not found. */
export function interviewIdOf(request: FastifyRequest): AppointmentId {
  const id = parseId<'Appointment'>((request.params as { id: string }).id);
  if (!id) throw notFound();
  return id;
}

export type ActView = NonNullable<Awaited<ReturnType<typeof openInterviewView>>>;

/** The interview to act on; 404 for what is not there, not theirs, or only theirs to look at. */
export async function interviewToActOn(request: FastifyRequest): Promise<ActView> {
  const view = await openInterviewView(request.ctx, interviewIdOf(request));
  if (!view || view.access !== 'act') throw notFound();
  return view;
}
