import type { FastifyRequest } from 'fastify';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import { noErrors, oneValue } from '#platform/http/forms.ts';
import { resolveCommune } from '#modules/territories/index.ts';
import type { Commune, CommuneMatch } from '#modules/territories/index.ts';
import { communeError, communeFieldNames } from '#modules/territories/ui.tsx';
import type { Network } from '../rules/network.ts';

export interface TypedCommune {
  readonly commune: Commune | null;
  readonly errors: FormErrors;
  /** Among which to choose when several may be meant. */
  readonly choices: readonly CommuneMatch[];
}

/** What a `CommuneField` posted; those of the network's region come first. */
export async function readCommune(
  request: FastifyRequest,
  { values, network }: { readonly values: FormValues; readonly network: Network },
): Promise<TypedCommune> {
  const names = communeFieldNames();
  const { territory } = network;
  const text = oneValue(values, names.text);
  const resolution = await resolveCommune(request.ctx, {
    code: oneValue(values, names.code),
    text,
    preferRegion: territory.kind === 'region' ? territory.code : undefined,
  });
  if (resolution.kind === 'found') {
    return { commune: resolution.commune, errors: noErrors, choices: [] };
  }
  const choices = resolution.kind === 'several' ? resolution.matches : [];
  return { commune: null, errors: { [names.text]: communeError(resolution, text) ?? '' }, choices };
}
