import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { noErrors, oneValue, readForm, valuesOf } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { Access } from '#platform/http/types.ts';
import { mayCoordinate, mayManageStaff } from '../../rules/authority.ts';
import type { Structure } from '../../use-cases/read-structures.ts';
import type {
  NewBookingFact,
  RecordBookingFactRefusal,
} from '../../use-cases/record-booking-fact.ts';
import { recordBookingFact } from '../../use-cases/record-booking-fact.ts';
import { networkPaths } from '../paths.ts';
import type { OpenedStructure } from '../structure-of.ts';
import { managerAccess, structureOf } from '../structure-of.ts';
import { factRefusalTexts } from '../texts.ts';
import { factForm, factOf } from './form.ts';
import { StructurePage } from './page.tsx';
import type { StructureRights } from './props.ts';

interface StructureRoute {
  Params: { reseau: string; structure: string };
}

const mayRead: Access = {
  kind: 'professional',
  roles: ['referent', 'coordinator', 'administrator'],
};
const mayWrite: Access = { kind: 'professional', roles: ['coordinator', 'administrator'] };

export function registerStructureRoutes(app: FastifyInstance): void {
  app.get<StructureRoute>(
    networkPaths.structure(':reseau', ':structure'),
    { config: { access: mayRead } },
    (request, reply) => show(request, reply),
  );
  app.post<StructureRoute>(
    networkPaths.recordFact(':reseau', ':structure'),
    { config: { access: mayWrite, limit: 'write' } },
    (request, reply) => record(request, reply),
  );
  app.get(networkPaths.ownStructure, { config: { access: managerAccess } }, (request, reply) =>
    show(request, reply),
  );
}

interface Shown {
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly status: 200 | 409 | 422;
}

const fresh: Shown = { values: {}, errors: noErrors, status: 200 };

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Partial<Shown> = fresh,
): Promise<FastifyReply> {
  const opened = await structureOf(request);
  const { network, structure } = opened;
  const { values, errors, status } = { ...fresh, ...shown };
  const query = valuesOf(request.query);
  return reply.page({
    title: `${structure.organisation.name} – ${network.name}`,
    surface: 'pro',
    networkSlug: network.slug,
    current: opened.current,
    status,
    hasErrors: status !== 200,
    content: (
      <StructurePage
        {...opened}
        rights={rightsOf(request, opened)}
        done={{ what: oneValue(query, 'fait'), on: oneValue(query, 'le') }}
        form={mayCoordinate(request.ctx.actor, network.id) ? { values, errors } : null}
      />
    ),
  });
}

function rightsOf(
  { ctx }: FastifyRequest,
  { network, structure }: OpenedStructure,
): StructureRights {
  if (mayCoordinate(ctx.actor, network.id)) return 'coordination';
  const target = { networkId: network.id, organisationId: structure.organisation.id };
  return mayManageStaff(ctx.actor, target) ? 'staff' : 'read';
}

async function record(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { network, structure } = await structureOf(request);
  const reading = readForm(factForm, request.body);
  const { values } = reading;
  if (!reading.ok) return show(request, reply, { values, errors: reading.errors, status: 422 });
  const fact = factOf(reading.value, {
    networkId: network.id,
    organisationId: structure.organisation.id,
  });
  if (!fact || !isOf(structure, fact)) throw notFound();
  const decision = await recordBookingFact(request.ctx, fact);
  if (!decision.ok && decision.refusal === 'not-allowed') throw notFound();
  if (decision.ok) {
    return reply.redirect(
      `${networkPaths.structure(network.slug, structure.organisation.id)}?fait=date`,
      303,
    );
  }
  return show(request, reply, refused(decision.refusal, values));
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
