import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { noErrors, readForm } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { parseId } from '#platform/kernel/id.ts';
import { mayCoordinate } from '../../rules/authority.ts';
import { readLanguages } from '../../rules/languages.ts';
import type { AddProfessionalRefusal, NewProfessional } from '../../use-cases/add-professional.ts';
import { addProfessional } from '../../use-cases/add-professional.ts';
import { inviteMember } from '../../use-cases/invite-member.ts';
import {
  optionalDate,
  optionalPhone,
  optionalText,
  requiredDate,
  requiredEmail,
  requiredText,
} from '../fields.ts';
import { networkPaths } from '../paths.ts';
import type { OpenedStructure } from '../structure-of.ts';
import { managedStructure, registerGesture } from '../structure-of.ts';
import { memberRefusalTexts } from '../texts.ts';
import { NewMemberPage } from './new-page.tsx';
import type { StructureRole } from './new-page.tsx';

const memberForm = z.object({
  givenName: requiredText('Donnez son prénom.'),
  familyName: requiredText('Donnez son nom.'),
  email: requiredEmail,
  phone: optionalPhone,
  role: z.enum(['adviser', 'manager', 'referent'], { error: 'Choisissez un rôle.' }),
  placeId: z.string().default(''),
  from: requiredDate('Donnez son premier jour.'),
  until: optionalDate,
  displayName: optionalText,
  languages: z
    .string()
    .default('')
    .transform((text, context) => {
      const reading = readLanguages(text);
      if (reading.ok) return reading.tags.length > 0 ? reading.tags : ['fr'];
      const message = `Nous ne connaissons pas la langue « ${reading.unknown} ». Écrivez son nom en français.`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }),
  invite: z.literal('oui').optional(),
});

type Typed = z.output<typeof memberForm>;

export function registerNewMemberRoutes(app: FastifyInstance): void {
  registerGesture(
    app,
    {
      coordination: networkPaths.newMember(':reseau', ':structure'),
      own: networkPaths.ownNewMember,
    },
    { show: showForm, act: add },
  );
}

/** A manager adds advisers; who coordinates names managers and referents too (SM-93). */
function rolesOf(request: FastifyRequest, { network }: OpenedStructure): readonly StructureRole[] {
  return mayCoordinate(request.ctx.actor, network.id)
    ? ['adviser', 'manager', 'referent']
    : ['adviser'];
}

interface Shown {
  readonly opened: OpenedStructure;
  readonly roles: readonly StructureRole[];
  readonly values: FormValues;
  readonly errors?: FormErrors;
}

function show(reply: FastifyReply, { errors = noErrors, ...shown }: Shown): FastifyReply {
  const { opened } = shown;
  const isWrong = Object.keys(errors).length > 0;
  return reply.page({
    title: `Ajouter une personne – ${opened.structure.organisation.name}`,
    surface: 'pro',
    networkSlug: opened.network.slug,
    current: opened.current,
    status: isWrong ? 422 : 200,
    hasErrors: isWrong,
    content: <NewMemberPage {...shown} errors={errors} />,
  });
}

async function showForm(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await managedStructure(request);
  const values = {
    from: opened.today.toString(),
    role: 'adviser',
    invite: 'oui',
    languages: 'français',
  };
  return show(reply, { opened, roles: rolesOf(request, opened), values });
}

async function add(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await managedStructure(request);
  const reading = readForm(memberForm, request.body);
  const again = (errors: FormErrors) =>
    show(reply, { opened, roles: rolesOf(request, opened), values: reading.values, errors });
  if (!reading.ok) return again(reading.errors);
  const scope = scopeOf(opened, reading.value);
  if (!scope) throw notFound();
  const decision = await addProfessional(request.ctx, professionalOf(reading.value, scope));
  if (!decision.ok) {
    if (decision.refusal === 'not-allowed') throw notFound();
    return again({ [FIELD_OF[decision.refusal]]: memberRefusalTexts[decision.refusal] });
  }
  const invited =
    reading.value.invite === 'oui' &&
    (await inviteMember(request.ctx, decision.value.membershipId)).ok;
  return reply.redirect(
    `${opened.paths.home}?fait=${invited ? 'personne-invitee' : 'personne'}`,
    303,
  );
}

/** Null for a place that is not the structure's. */
function scopeOf(
  { network, structure }: OpenedStructure,
  { placeId }: Typed,
): NewProfessional['scope'] | null {
  const within = { networkId: network.id, organisationId: structure.organisation.id };
  if (placeId === '') return { kind: 'organisation', ...within };
  const id = parseId<'Place'>(placeId);
  const place = structure.places.find((one) => one.id === id);
  return place ? { kind: 'place', ...within, placeId: place.id } : null;
}

function professionalOf(typed: Typed, scope: NewProfessional['scope']): NewProfessional {
  const { givenName, familyName, email, phone, role, from, until, languages } = typed;
  // A manager answers for the whole structure, wherever it receives.
  const { networkId, organisationId } = scope;
  return {
    role,
    from,
    until,
    scope: role === 'manager' ? { kind: 'organisation', networkId, organisationId } : scope,
    person: { givenName, familyName, email, phone },
    profile: { displayName: typed.displayName ?? givenName, languages, presentation: null },
  };
}

const FIELD_OF: Readonly<Record<AddProfessionalRefusal, string>> = {
  'not-allowed': 'role',
  'role-does-not-fit-scope': 'role',
  'ends-before-start': 'until',
  'not-affiliated': 'from',
  'not-at-place': 'placeId',
  'already-member': 'email',
  'email-of-someone-else': 'email',
  'account-closed': 'email',
};
