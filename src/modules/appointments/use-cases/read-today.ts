import type { Ctx } from '#platform/context.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import type { WeeklyOffer } from '../rules/weekly-offer.ts';
import { listInterviews } from './list-interviews.ts';
import type { InterviewLine } from './list-interviews.ts';
import { readWeeklyOffers } from './read-weekly-offers.ts';

/** What a professional needs to know when the day begins. */
export interface Today {
  readonly day: Temporal.PlainDate;
  /** From this morning to the end of `until`, in order of time; cancelled ones left out. */
  readonly coming: readonly InterviewLine[];
  readonly until: Temporal.PlainDate;
  /** Over, and nobody has said what became of them; oldest first, the first few. */
  readonly forgotten: readonly InterviewLine[];
  readonly forgottenTotal: number;
  /** Weeks, this one or the next, in which the structure offers less than it promised without excuse. */
  readonly short: readonly WeeklyOffer[];
}

/** Days after this one: two weeks of one's own, the next two of a structure or of a network. */
const DAYS_AHEAD = { own: 14, others: 2 } as const;
const MOST_SHOWN = 100;
const FORGOTTEN_SHOWN = 10;

export async function readToday(ctx: Ctx, network: Network): Promise<Today> {
  const { timeZone } = network.settings;
  const day = localDateAt(ctx.now(), timeZone);
  const isOwn = ctx.actor.kind === 'professional' && ctx.actor.role === 'adviser';
  const until = day.add({ days: isOwn ? DAYS_AHEAD.own : DAYS_AHEAD.others });
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds;
  const coming = await listInterviews(ctx, {
    filter: {
      from: start(day),
      to: start(until.add({ days: 1 })),
      states: ['to-come', 'to-record', 'held', 'absent'],
    },
    page: { order: 'oldest-first', offset: 0, limit: MOST_SHOWN },
  });
  const forgotten = await listInterviews(ctx, {
    filter: { states: ['to-record'] },
    page: { order: 'oldest-first', offset: 0, limit: FORGOTTEN_SHOWN },
  });
  return {
    day,
    coming: coming.lines,
    until,
    forgotten: forgotten.lines,
    forgottenTotal: forgotten.total,
    short: await shortWeeks(ctx, network),
  };
}

/** For who answers for a structure; the coordinator has the whole network in the cockpit. */
async function shortWeeks(ctx: Ctx, network: Network): Promise<readonly WeeklyOffer[]> {
  const { actor } = ctx;
  if (actor.kind !== 'professional' || !('organisationId' in actor.scope)) return [];
  const organisationIds = [actor.scope.organisationId];
  const offers = await readWeeklyOffers(ctx, { network, organisationIds, weeks: 2 });
  return offers.filter((offer) => offer.verdict === 'short');
}
