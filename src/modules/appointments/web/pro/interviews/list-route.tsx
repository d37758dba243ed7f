import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import type { FormValues } from '#platform/http/forms.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { parseId } from '#platform/kernel/id.ts';
import { listCalendars } from '../../../use-cases/open-calendar.ts';
import { listInterviews } from '../../../use-cases/list-interviews.ts';
import { zoneClock } from '../../../rules/zone-clock.ts';
import { modeOfWord } from '../../paths.ts';
import { readDay } from '../typed.ts';
import { actingOf } from './acting.ts';
import { InterviewListPage, PAGE_SIZE } from './list-page.tsx';
import { STATE_WORDS } from './state-words.ts';

/** GET: every interview within reach, filtered, a page at a time. */
export async function showInterviews(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor, network } = await actingOf(request);
  const values = valuesOf(request.query);
  const page = pageOf(values);
  const found = await listInterviews(request.ctx, {
    filter: filterOf(values, network.settings.timeZone),
    page: { order: 'latest-first', offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
  });
  const advisers = actor.role === 'adviser' ? [] : await listCalendars(request.ctx);
  return reply.page({
    title: 'Rendez-vous',
    surface: 'pro',
    networkSlug: network.slug,
    current: 'rendez-vous',
    content: (
      <InterviewListPage
        {...{ actor, values, page, found, advisers }}
        now={request.ctx.now().epochMilliseconds}
      />
    ),
  });
}

function pageOf(values: FormValues): number {
  const asked = oneValue(values, 'page');
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}

/** What is not understood in an address filters nothing. */
function filterOf(values: FormValues, zone: string) {
  const clock = zoneClock(zone);
  const from = readDay(oneValue(values, 'du'));
  const until = readDay(oneValue(values, 'au'));
  const personId = parseId<'Person'>(oneValue(values, 'conseiller')) as PersonId | null;
  const mode = modeOfWord(oneValue(values, 'mode'));
  const state = STATE_WORDS.find(({ word }) => word === oneValue(values, 'etat'));
  return {
    from: from === null ? undefined : clock.instantOf(from, 0),
    to: until === null ? undefined : clock.instantOf(until + 1, 0),
    personId: personId ?? undefined,
    mode: mode ?? undefined,
    states: state ? [state.state] : undefined,
  };
}
