import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PageError } from '#platform/http/page-error.ts';
import type { Commune } from '../rules/commune.ts';
import { communeLabel } from '../rules/commune.ts';
import type { CommuneMatch } from '../rules/match.ts';
import { isEnoughToSuggest } from '../rules/place-search.ts';
import { searchCommunes } from '../use-cases/search-communes.ts';

/** The official code changes once a year: an hour in a cache spares the network of those who type again. */
const ONE_HOUR = 'public, max-age=3600';

const searchQuery = z.object({
  q: z.string().max(200).default(''),
  region: z
    .string()
    .regex(/^\d{2,3}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(10).optional(),
});

/** A commune as the API gives it; distances and zones are for whoever asks with a place. */
export interface CommuneSuggestion extends Commune {
  /** Shown among the answers. */
  readonly label: string;
  /** What a `CommuneField` holds once this commune is chosen. */
  readonly fieldText: string;
}

/** `GET /api/v1/communes?q=gueret&region=75&limit=5`: no answer under three letters or two figures. */
export async function answerCommuneSearch(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = searchQuery.safeParse(request.query);
  if (!query.success)
    throw new PageError(
      400,
      'q : un nom ou un code postal ; region : un code ; limit : de 1 à 10.',
    );
  const { q, region, limit } = query.data;
  const matches = isEnoughToSuggest(q)
    ? await searchCommunes(request.ctx, {
        text: q,
        preferRegion: region,
        ...(limit === undefined ? {} : { limit }),
      })
    : [];
  return reply.header('cache-control', ONE_HOUR).send({ communes: matches.map(suggestionOf) });
}

function suggestionOf({ commune, label }: CommuneMatch): CommuneSuggestion {
  return { ...commune, label, fieldText: communeLabel(commune) };
}
