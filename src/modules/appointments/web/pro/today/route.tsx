import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { readToday } from '../../../use-cases/read-today.ts';
import { actingOf } from '../interviews/acting.ts';
import { saidOf } from '../interviews/words.ts';
import { TodayPage } from './page.tsx';

/** GET: the day of whoever acts, in the scope of their role. */
export async function showToday(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return todayPage(request, reply, {});
}

/** The same page, opening with why an act was refused. */
export async function todayPage(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: { readonly refusal?: string },
): Promise<FastifyReply> {
  const { actor, network } = await actingOf(request);
  const { ctx } = request;
  return reply.page({
    title: 'Aujourd’hui',
    surface: 'pro',
    networkSlug: network.slug,
    current: 'aujourdhui',
    status: shown.refusal ? 409 : 200,
    content: (
      <TodayPage
        {...shown}
        {...{ actor, network }}
        today={await readToday(ctx, network)}
        now={ctx.now().epochMilliseconds}
        said={saidOf(oneValue(valuesOf(request.query), 'fait'))}
      />
    ),
  });
}
