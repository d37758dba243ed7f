import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { allValues, noErrors, readForm } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { RoomItems } from '../../rules/attestation.ts';
import type { Structure } from '../../use-cases/read-structures.ts';
import { attestRoom } from '../../use-cases/attest-room.ts';
import { requiredDate } from '../fields.ts';
import { networkPaths } from '../paths.ts';
import type { OpenedStructure } from '../structure-of.ts';
import { managedStructure, registerGesture } from '../structure-of.ts';
import { attestationRefusalTexts } from '../texts.ts';
import { AttestationPage } from './page.tsx';

const attestationForm = z.object({
  validUntil: requiredDate('Donnez le dernier jour de validité.'),
});

export function registerAttestationRoutes(app: FastifyInstance): void {
  registerGesture(
    app,
    {
      coordination: networkPaths.attestRoom(':reseau', ':structure', ':lieu'),
      own: networkPaths.ownAttestRoom(':lieu'),
    },
    { show: showForm, act: attest },
  );
}

interface At {
  readonly opened: OpenedStructure;
  readonly place: Structure['places'][number];
}

async function placeOf(request: FastifyRequest): Promise<At> {
  const opened = await managedStructure(request);
  const { lieu } = request.params as { readonly lieu: string };
  const place = opened.structure.places.find((one) => one.id === lieu);
  if (!place) throw notFound();
  return { opened, place };
}

function show(
  reply: FastifyReply,
  { opened, place }: At,
  { values, errors = noErrors }: { readonly values: FormValues; readonly errors?: FormErrors },
): FastifyReply {
  const isWrong = Object.keys(errors).length > 0;
  return reply.page({
    title: `Attester le local – ${place.name}`,
    surface: 'pro',
    networkSlug: opened.network.slug,
    current: opened.current,
    status: isWrong ? 422 : 200,
    hasErrors: isWrong,
    content: <AttestationPage opened={opened} place={place} values={values} errors={errors} />,
  });
}

async function showForm(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const at = await placeOf(request);
  const validUntil = at.opened.today.add({ years: 1 }).toString();
  return show(reply, at, { values: { validUntil } });
}

async function attest(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const at = await placeOf(request);
  const { opened, place } = at;
  const reading = readForm(attestationForm, request.body);
  const { values } = reading;
  if (!reading.ok) return show(reply, at, { values, errors: reading.errors });
  const decision = await attestRoom(request.ctx, {
    networkId: opened.network.id,
    organisationId: opened.structure.organisation.id,
    placeId: place.id,
    items: itemsOf(new Set(allValues(values, 'items'))),
    validUntil: reading.value.validUntil,
  });
  if (decision.ok) return reply.redirect(`${opened.paths.home}?fait=attestation`, 303);
  if (decision.refusal === 'not-allowed' || decision.refusal === 'not-found') throw notFound();
  return show(reply, at, {
    values,
    errors: { validUntil: attestationRefusalTexts[decision.refusal] },
  });
}

function itemsOf(ticked: ReadonlySet<string>): RoomItems {
  return {
    isolatedRoom: ticked.has('isolatedRoom'),
    confidential: ticked.has('confidential'),
    computer: ticked.has('computer'),
    internet: ticked.has('internet'),
    webcam: ticked.has('webcam'),
    microphone: ticked.has('microphone'),
    speakers: ticked.has('speakers'),
  };
}
