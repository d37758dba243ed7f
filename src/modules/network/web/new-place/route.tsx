import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { noErrors, oneValue, readForm } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import type { CommuneMatch } from '#modules/territories/index.ts';
import { COMMUNE_ISLAND, communeFieldNames } from '#modules/territories/ui.tsx';
import type { AddPlaceRefusal } from '../../use-cases/add-place.ts';
import { addPlace } from '../../use-cases/add-place.ts';
import { readCommune } from '../commune-typed.ts';
import { coordinatedNetwork, coordinationAccess } from '../coordinated.ts';
import { optionalPhone, optionalText, requiredText } from '../fields.ts';
import { networkPaths } from '../paths.ts';
import type { OpenedStructure } from '../structure-of.ts';
import { structureOf } from '../structure-of.ts';
import { placeRefusalTexts } from '../texts.ts';
import { NewPlacePage } from './page.tsx';

const ROOMS = 'Donnez un nombre entier, de 0 à 200.';
const STEP_FREE = { oui: true, non: false, '': null } as const;

const placeForm = z.object({
  name: requiredText('Donnez le nom du lieu.'),
  address: requiredText('Donnez l’adresse du lieu.'),
  rooms: z
    .string({ error: ROOMS })
    .trim()
    .regex(/^\d{1,3}$/, ROOMS)
    .transform(Number)
    .refine((rooms) => rooms <= 200, ROOMS),
  accessNotes: optionalText,
  stepFree: z
    .enum(['oui', 'non', ''])
    .default('')
    .transform((answer) => STEP_FREE[answer]),
  phone: optionalPhone,
});

export function registerNewPlaceRoutes(app: FastifyInstance): void {
  const config = { access: coordinationAccess };
  const url = networkPaths.newPlace(':reseau', ':structure');
  app.get(url, { config }, async (request, reply) => {
    const opened = await coordinatedStructure(request);
    const { address } = opened.structure.organisation;
    return show(reply, opened, { values: { address: address ?? '', stepFree: '' } });
  });
  app.post(url, { config: { ...config, limit: 'write' } }, add);
}

/** Also 404 for a referent, who may look but not write. */
async function coordinatedStructure(request: FastifyRequest): Promise<OpenedStructure> {
  await coordinatedNetwork(request);
  return structureOf(request);
}

interface Shown {
  readonly values: FormValues;
  readonly errors?: FormErrors;
  readonly choices?: readonly CommuneMatch[];
  readonly status?: 409 | 422;
}

function show(reply: FastifyReply, opened: OpenedStructure, shown: Shown): FastifyReply {
  const { values, errors = noErrors, choices = [], status } = shown;
  return reply.page({
    title: `Ajouter un lieu – ${opened.structure.organisation.name}`,
    surface: 'pro',
    networkSlug: opened.network.slug,
    current: 'structures',
    islands: [COMMUNE_ISLAND],
    status: status ?? 200,
    hasErrors: status !== undefined,
    content: (
      <NewPlacePage
        opened={opened}
        values={values}
        errors={errors}
        choices={choices}
        known={status === 409 ? 'known' : 'new'}
      />
    ),
  });
}

async function add(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await coordinatedStructure(request);
  const { network, structure } = opened;
  const reading = readForm(placeForm, request.body);
  const { values } = reading;
  const typed = await readCommune(request, { values, network });
  if (!reading.ok || !typed.commune) {
    const errors = { ...(reading.ok ? noErrors : reading.errors), ...typed.errors };
    return show(reply, opened, { values, errors, choices: typed.choices, status: 422 });
  }
  const decision = await addPlace(request.ctx, {
    networkId: network.id,
    organisationId: structure.organisation.id,
    place: reading.value,
    commune: typed.commune,
    ifKnown: oneValue(values, 'connu') === 'rejoindre' ? 'join' : 'refuse',
  });
  if (decision.ok) return reply.redirect(`${opened.paths.home}?fait=lieu`, 303);
  if (decision.refusal === 'not-allowed') throw notFound();
  return show(reply, opened, {
    values,
    errors: { [fieldOf(decision.refusal)]: placeRefusalTexts[decision.refusal] },
    status: decision.refusal === 'known' ? 409 : 422,
  });
}

function fieldOf(refusal: AddPlaceRefusal): string {
  const isOfCommune = refusal === 'commune-without-centre' || refusal === 'unknown-zone';
  return isOfCommune ? communeFieldNames().text : 'name';
}
