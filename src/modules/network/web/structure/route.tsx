import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { noErrors, readForm } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { parseId } from '#platform/kernel/id.ts';
import { mayCoordinate } from '../../rules/authority.ts';
import { findNetwork } from '../../use-cases/read-networks.ts';
import type { Structure } from '../../use-cases/read-structures.ts';
import { readStructure } from '../../use-cases/read-structures.ts';
import type {
  NewBookingFact,
  RecordBookingFactRefusal,
} from '../../use-cases/record-booking-fact.ts';
import { recordBookingFact } from '../../use-cases/record-booking-fact.ts';
import { networkPaths } from '../paths.ts';
import { factRefusalTexts } from '../texts.ts';
import { factForm, factOf } from './form.ts';
import { StructurePage } from './page.tsx';

interface StructureRoute {
  Params: { reseau: string; structure: string };
}

const mayRead: Access = {
  kind: 'professional',
  roles: ['referent', 'coordinator', 'administrator'],
};
const mayWrite: Access = { kind: 'professional', roles: ['coordinator', 'administrator'] };
const ofManager: Access = { kind: 'professional', roles: ['manager'] };

export function registerStructureRoutes(app: FastifyInstance): void {
  app.get<StructureRoute>(
    networkPaths.structure(':reseau', ':structure'),
    { config: { access: mayRead } },
    (request, reply) => show(request, reply, request.params),
  );
  app.post<StructureRoute>(
    networkPaths.recordFact(':reseau', ':structure'),
    { config: { access: mayWrite, limit: 'write' } },
    (request, reply) => record(request, reply, request.params),
  );
  app.get(networkPaths.ownStructure, { config: { access: ofManager } }, async (request, reply) => {
    const { actor } = request.ctx;
    if (actor.kind !== 'professional' || actor.scope.kind !== 'organisation') throw notFound();
    const network = await findNetwork(request.ctx, actor.scope.networkId);
    if (!network) throw notFound();
    return show(request, reply, { reseau: network.slug, structure: actor.scope.organisationId });
  });
}

interface Shown {
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly status: 200 | 409 | 422;
}

const fresh: Shown = { values: {}, errors: noErrors, status: 200 };

async function read(request: FastifyRequest, params: StructureRoute['Params']) {
  const organisationId = parseId<'Organisation'>(params.structure);
  if (!organisationId) throw notFound();
  const reading = await readStructure(request.ctx, { slug: params.reseau, organisationId });
  if (!reading.ok) throw notFound();
  return reading.value;
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  where: StructureRoute['Params'] & { readonly shown?: Shown },
): Promise<FastifyReply> {
  const view = await read(request, where);
  const { values, errors, status } = where.shown ?? fresh;
  return reply.page({
    title: `${view.structure.organisation.name} – ${view.network.name}`,
    surface: 'pro',
    current: 'structures',
    status,
    hasErrors: status !== 200,
    content: (
      <StructurePage
        {...view}
        form={mayCoordinate(request.ctx.actor, view.network.id) ? { values, errors } : null}
      />
    ),
  });
}

async function record(
  request: FastifyRequest,
  reply: FastifyReply,
  params: StructureRoute['Params'],
): Promise<FastifyReply> {
  const { network, structure } = await read(request, params);
  const reading = readForm(factForm, request.body);
  const { values } = reading;
  if (!reading.ok)
    return show(request, reply, {
      ...params,
      shown: { values, errors: reading.errors, status: 422 },
    });
  const fact = factOf(reading.value, {
    networkId: network.id,
    organisationId: structure.organisation.id,
  });
  if (!fact || !isOf(structure, fact)) throw notFound();
  const decision = await recordBookingFact(request.ctx, fact);
  if (!decision.ok && decision.refusal === 'not-allowed') throw notFound();
  if (decision.ok) {
    return reply.redirect(networkPaths.structure(network.slug, structure.organisation.id), 303);
  }
  return show(request, reply, { ...params, shown: refused(decision.refusal, values) });
}

/** Neither a person of another structure, nor an id made up. */
function isOf(structure: Structure, { subject }: NewBookingFact): boolean {
  return (
    subject.kind === 'organisation' ||
    structure.members.some((one) => one.personId === subject.personId)
  );
}

function refused(refusal: RecordBookingFactRefusal, values: FormValues): Shown {
  const errors = { [FIELD_OF_REFUSAL[refusal]]: factRefusalTexts[refusal] };
  const status = refusal === 'already-superseded' || refusal === 'not-found' ? 409 : 422;
  return { values, errors, status };
}

const FIELD_OF_REFUSAL: Readonly<Record<RecordBookingFactRefusal, string>> = {
  'not-allowed': 'subject',
  'kind-does-not-fit-subject': 'kind',
  'without-date': 'date',
  'not-found': 'supersedes',
  'not-the-same-fact': 'supersedes',
  'already-superseded': 'supersedes',
};
