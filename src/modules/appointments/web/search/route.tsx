import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { resolveCommune } from '#modules/territories/index.ts';
import { COMMUNE_ISLAND, communeError, communeFieldNames } from '#modules/territories/ui.tsx';
import { livesThere } from '../../rules/residence.ts';
import { findPlaces } from '../../use-cases/find-places.ts';
import { networkOf } from '../network-of.ts';
import { OutsidePage, SearchPage } from './page.tsx';
import type { SearchPageProps } from './page.tsx';

/** GET: the form, the choice between homonyms, or the nearest places; all in an address that can be shared. */
export async function showSearch(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const network = await networkOf(request);
  const names = communeFieldNames();
  const values = valuesOf(request.query);
  const answer = { code: oneValue(values, names.code), text: oneValue(values, names.text) };
  const page = (props: Omit<SearchPageProps, 'network'>, status = 200) =>
    reply.page({
      title: 'Prendre rendez-vous',
      surface: 'public',
      networkSlug: network.slug,
      current: 'rendez-vous',
      status,
      hasErrors: status === 422,
      islands: [COMMUNE_ISLAND],
      content: <SearchPage network={network} {...props} />,
    });
  if (!(names.text in values) && !(names.code in values)) return page({});
  const preferRegion = network.territory.kind === 'region' ? network.territory.code : undefined;
  const resolution = await resolveCommune(request.ctx, { ...answer, preferRegion });
  switch (resolution.kind) {
    case 'none':
      return page({ value: answer, error: communeError(resolution, answer.text) ?? '' }, 422);
    case 'several':
      return page({ value: answer, choices: resolution.matches });
    case 'found': {
      const { commune } = resolution;
      if (!livesThere(network, commune)) {
        return reply.page({
          title: 'Une autre région',
          surface: 'public',
          networkSlug: network.slug,
          current: 'rendez-vous',
          content: <OutsidePage network={network} commune={commune} />,
        });
      }
      return page({ commune, found: await findPlaces(request.ctx, { network, commune }) });
    }
  }
}
