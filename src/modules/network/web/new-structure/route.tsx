import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { noErrors, oneValue, readForm } from '#platform/http/forms.ts';
import { notFound } from '#platform/http/page-error.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import type { Commune, CommuneMatch } from '#modules/territories/index.ts';
import { COMMUNE_ISLAND } from '#modules/territories/ui.tsx';
import type { Representative } from '../../rules/organisation.ts';
import type { Network } from '../../rules/network.ts';
import type { RegisterStructureRefusal } from '../../use-cases/register-structure.ts';
import { registerStructure } from '../../use-cases/register-structure.ts';
import { readCommune } from '../commune-typed.ts';
import { coordinatedNetwork, coordinationAccess } from '../coordinated.ts';
import { networkPaths } from '../paths.ts';
import { structureRefusalTexts } from '../texts.ts';
import { structureForm } from './form.ts';
import type { TypedStructure } from './form.ts';
import { NewStructurePage } from './page.tsx';

export function registerNewStructureRoutes(app: FastifyInstance): void {
  const config = { access: coordinationAccess };
  const url = networkPaths.newStructure(':reseau');
  app.get(url, { config }, async (request, reply) => {
    const network = await coordinatedNetwork(request);
    const from = localDateAt(request.ctx.now(), network.settings.timeZone).toString();
    return show(reply, network, { values: { from, kind: 'operator' } });
  });
  app.post(url, { config: { ...config, limit: 'write' } }, register);
}

interface Shown {
  readonly values: FormValues;
  readonly errors?: FormErrors;
  readonly choices?: readonly CommuneMatch[];
  readonly status?: 409 | 422;
}

function show(reply: FastifyReply, network: Network, shown: Shown): FastifyReply {
  const { values, errors = noErrors, choices = [], status } = shown;
  return reply.page({
    title: `Ajouter une structure – ${network.name}`,
    surface: 'pro',
    networkSlug: network.slug,
    current: 'structures',
    islands: [COMMUNE_ISLAND],
    status: status ?? 200,
    hasErrors: status !== undefined,
    content: (
      <NewStructurePage
        network={network}
        values={values}
        errors={errors}
        choices={choices}
        known={status === 409 ? 'known' : 'new'}
      />
    ),
  });
}

async function register(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const network = await coordinatedNetwork(request);
  const reading = readForm(structureForm, request.body);
  const { values } = reading;
  const typed = await readCommune(request, { values, network });
  if (!reading.ok || !typed.commune) {
    const errors = { ...(reading.ok ? noErrors : reading.errors), ...typed.errors };
    return show(reply, network, { values, errors, choices: typed.choices, status: 422 });
  }
  const decision = await registerStructure(request.ctx, {
    ...structureOfForm(reading.value, { network, commune: typed.commune }),
    ifKnown: oneValue(values, 'connue') === 'rattacher' ? 'join' : 'refuse',
  });
  if (decision.ok) {
    return reply.redirect(
      `${networkPaths.structure(network.slug, decision.value)}?fait=structure`,
      303,
    );
  }
  if (decision.refusal === 'not-allowed') throw notFound();
  const isKnown = decision.refusal === 'known' || decision.refusal === 'siret-taken';
  return show(reply, network, {
    values,
    errors: { [fieldOf(decision.refusal)]: structureRefusalTexts[decision.refusal] },
    status: isKnown ? 409 : 422,
  });
}

function structureOfForm(
  typed: TypedStructure,
  { network, commune }: { readonly network: Network; readonly commune: Commune },
) {
  const { name, shortName, siret, legalForm, address, phone, email, website } = typed;
  return {
    organisation: {
      ...{ name, shortName, siret, legalForm, address, phone, email, website },
      communeCode: commune.code,
      representative: representativeOf(typed),
      nonProfitByStatutes: typed.nonProfit === 'oui',
    },
    affiliation: {
      networkId: network.id,
      kind: typed.kind,
      infoJeunes: typed.infoJeunes === 'oui',
      from: typed.from,
      until: null,
    },
  };
}

function representativeOf(typed: TypedStructure): Representative | null {
  const { representativeCivility: civility, representativeName: name } = typed;
  if (name === null) return null;
  return {
    civility: civility === '' ? null : civility,
    name,
    quality: typed.representativeQuality,
  };
}

function fieldOf(refusal: RegisterStructureRefusal): string {
  return FIELD_OF[refusal] ?? 'name';
}

const FIELD_OF: Partial<Readonly<Record<RegisterStructureRefusal, string>>> = {
  'invalid-siret': 'siret',
  'siret-taken': 'siret',
  'not-non-profit': 'legalForm',
  'ends-before-start': 'from',
};
