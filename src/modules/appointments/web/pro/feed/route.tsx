import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound, PageError } from '#platform/http/page-error.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import {
  createCalendarFeed,
  readFeedStanding,
  revokeCalendarFeed,
} from '../../../use-cases/keep-calendar-feed.ts';
import { readCalendarFeed } from '../../../use-cases/read-calendar-feed.ts';
import { actingOf } from '../interviews/acting.ts';
import { saidOf } from '../interviews/words.ts';
import { interviewPaths } from '../interview-paths.ts';
import { FeedPage } from './page.tsx';

export async function showFeed(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return feedPage(request, reply, null);
}

async function feedPage(
  request: FastifyRequest,
  reply: FastifyReply,
  address: string | null,
): Promise<FastifyReply> {
  const { network } = await actingOf(request);
  return reply.page({
    title: 'Mon agenda',
    surface: 'pro',
    networkSlug: network.slug,
    current: 'calendrier',
    content: (
      <FeedPage
        standing={await readFeedStanding(request.ctx)}
        address={address}
        zone={network.settings.timeZone}
        said={saidOf(oneValue(valuesOf(request.query), 'fait'))}
      />
    ),
  });
}

/** POST: the answer is the page itself, the only time that the secret is shown; a redirection would lose it. */
export async function createFeed(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const names = oneValue(valuesOf(request.body), 'noms') === 'oui' ? 'shown' : 'hidden';
  const decision = await createCalendarFeed(request.ctx, { names });
  if (!decision.ok) throw new PageError(403);
  return feedPage(
    request,
    reply,
    `${request.ctx.baseUrl}${interviewPaths.feedFile(decision.value)}`,
  );
}

export async function revokeFeed(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const decision = await revokeCalendarFeed(request.ctx);
  if (!decision.ok) throw new PageError(403);
  return reply.redirect(`${interviewPaths.feed}?fait=agenda-retire`, 303);
}

/** GET, by an agenda that has no session: the address is the key. */
export async function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { jeton } = request.params as { jeton: string };
  const text = await readCalendarFeed(request.ctx, jeton);
  if (text === null) throw notFound();
  return reply
    .type('text/calendar; charset=utf-8; method=PUBLISH')
    .header('content-disposition', 'inline; filename="rendez-vous.ics"')
    .header('cache-control', 'private, no-store')
    .send(text);
}
