import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { noErrors, readForm } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { mayEndMembership } from '../../rules/authority.ts';
import { endMembership } from '../../use-cases/end-membership.ts';
import { inviteMember } from '../../use-cases/invite-member.ts';
import type { StructureMember } from '../../use-cases/read-structures.ts';
import { requiredDate, requiredText } from '../fields.ts';
import { networkPaths } from '../paths.ts';
import type { OpenedStructure } from '../structure-of.ts';
import { managedStructure, registerGesture } from '../structure-of.ts';
import { EndMemberPage } from './end-page.tsx';

const endForm = z.object({
  until: requiredDate('Donnez le dernier jour.'),
  reason: requiredText('Dites pourquoi, en quelques mots.'),
});

export function registerMemberRoutes(app: FastifyInstance): void {
  registerGesture(
    app,
    {
      coordination: networkPaths.endMember(':reseau', ':structure', ':membre'),
      own: networkPaths.ownEndMember(':membre'),
    },
    { show: showForm, act: end },
  );
  registerGesture(
    app,
    {
      coordination: networkPaths.invite(':reseau', ':structure', ':membre'),
      own: networkPaths.ownInvite(':membre'),
    },
    { act: invite },
  );
}

interface Ending {
  readonly opened: OpenedStructure;
  readonly member: StructureMember;
}

/** Someone who still works there, and whose role this actor may end. */
async function memberOf(request: FastifyRequest): Promise<Ending> {
  const opened = await managedStructure(request);
  const { membre } = request.params as { readonly membre: string };
  const member = opened.structure.members.find((one) => one.id === membre);
  if (!member || !mayEndMembership(request.ctx.actor, member)) throw notFound();
  return { opened, member };
}

function show(
  reply: FastifyReply,
  { opened, member }: Ending,
  { values, errors = noErrors }: { readonly values: FormValues; readonly errors?: FormErrors },
): FastifyReply {
  const isWrong = Object.keys(errors).length > 0;
  return reply.page({
    title: `Fin d’un rôle – ${opened.structure.organisation.name}`,
    surface: 'pro',
    networkSlug: opened.network.slug,
    current: opened.current,
    status: isWrong ? 422 : 200,
    hasErrors: isWrong,
    content: <EndMemberPage opened={opened} member={member} values={values} errors={errors} />,
  });
}

async function showForm(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ending = await memberOf(request);
  const until = (ending.member.until ?? ending.opened.today).toString();
  return show(reply, ending, { values: { until } });
}

async function end(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ending = await memberOf(request);
  const { opened, member } = ending;
  const reading = readForm(endForm, request.body);
  const { values } = reading;
  if (!reading.ok) return show(reply, ending, { values, errors: reading.errors });
  const { until, reason } = reading.value;
  const decision = await endMembership(request.ctx, { membershipId: member.id, until, reason });
  if (decision.ok) {
    return reply.redirect(`${opened.paths.home}?fait=fin&le=${until.toString()}`, 303);
  }
  if (decision.refusal !== 'ends-before-start') throw notFound();
  return show(reply, ending, {
    values,
    errors: { until: 'Le dernier jour vient avant le premier.' },
  });
}

async function invite(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { opened, member } = await memberOf(request);
  const decision = await inviteMember(request.ctx, member.id);
  const said = decision.ok ? 'invitation' : decision.refusal;
  return reply.redirect(`${opened.paths.home}?fait=${said}`, 303);
}
