import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { DAY_MS, epochDayOf, localDateAt } from '#platform/kernel/time.ts';
import type { EpochMs, Interval } from '#platform/kernel/time.ts';
import { listAffiliations, listOrganisations } from '#modules/network/index.ts';
import type { BookableAdviser, Organisation } from '#modules/network/index.ts';
import { holdsOn } from '#modules/network/pure.ts';
import { countInterviewRows, listInterviewRows } from '../data/interviews.query.ts';
import type { InterviewFilter } from '../data/interviews.query.ts';
import { whyNotBookable } from '../rules/bookability.ts';
import type { BookabilityGap } from '../rules/bookability.ts';
import { publicQuestion } from '../rules/public-question.ts';
import { findNextStarts } from '../rules/search.ts';
import { occurrencesIn } from '../rules/series.ts';
import type { WeeklyOffer } from '../rules/weekly-offer.ts';
import { bookabilityOf } from './bookability-facts.ts';
import type { Coordinated } from './coordination-reach.ts';
import { linesOf } from './list-interviews.ts';
import type { InterviewList } from './list-interviews.ts';
import { readSupply } from './read-supply.ts';
import type { SupplyRead } from './read-supply.ts';
import { readWeeklyOffers } from './read-weekly-offers.ts';

/** What the coordination has to look at; each line is about one thing that can be opened. */
export interface Cockpit extends Coordinated {
  /** How many structures are looked at. */
  readonly structures: number;
  /** Weeks under the minimum, this one and the next: alerts, and gaps that holidays or declared absences excuse. */
  readonly underMinimum: readonly {
    readonly organisation: Organisation;
    readonly week: WeeklyOffer;
  }[];
  readonly withoutSlot: readonly Organisation[];
  readonly away: readonly { readonly adviser: BookableAdviser; readonly during: Interval }[];
  readonly notBookable: readonly {
    readonly adviser: BookableAdviser;
    readonly gaps: readonly BookabilityGap[];
  }[];
  /** Without outcome for a week, oldest first, the first few. */
  readonly forgotten: InterviewList;
  /** Refusals by structures in the last sixty days, latest first, the first few (SM-24). */
  readonly refusals: InterviewList;
}

const LINES_SHOWN = 10;
const ABSENCE_DAYS = 30;
const REFUSAL_DAYS = 60;

export async function readCockpit(ctx: Ctx, coordinated: Coordinated): Promise<Cockpit> {
  const { network } = coordinated;
  const now = ctx.now().epochMilliseconds;
  const organisations = await listCurrent(ctx, coordinated);
  const organisationIds = organisations.map(({ id }) => id);
  const question = publicQuestion(network.settings, now);
  const read = await ctx.db.inInstallation((tx) =>
    readSupply(tx, {
      networkId: network.id,
      now,
      window: { start: now, end: Math.max(question.to, now + ABSENCE_DAYS * DAY_MS) },
      organisationIds,
    }),
  );
  const offers = await readWeeklyOffers(ctx, { network, organisationIds, weeks: 2 });
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const firsts = findNextStarts(read.supply, question, (opening) => opening.organisationId);
  const today = epochDayOf(localDateAt(ctx.now(), network.settings.timeZone));
  return {
    ...coordinated,
    structures: organisations.length,
    underMinimum: offers
      .filter((week) => week.verdict !== 'enough')
      .flatMap((week) => {
        const organisation = byId.get(week.organisationId);
        return organisation ? [{ organisation, week }] : [];
      }),
    withoutSlot: organisations.filter((one) => !firsts.has(one.id)),
    away: awayOf(read, now),
    notBookable: read.advisers
      .map((adviser) => ({ adviser, gaps: whyNotBookable(bookabilityOf(adviser.facts), today) }))
      .filter(({ gaps }) => gaps.length > 0),
    ...(await listConcerns(ctx, coordinated)),
  };
}

/** The structures affiliated today, within reach, by name. */
async function listCurrent(
  ctx: Ctx,
  { network, reach }: Coordinated,
): Promise<readonly Organisation[]> {
  const today = localDateAt(ctx.now(), network.settings.timeZone);
  const affiliations = await listAffiliations(ctx, network.id);
  const ids = affiliations
    .filter((one) => holdsOn(one, today))
    .map((one) => one.organisationId)
    .filter((id) => !reach.organisationId || id === reach.organisationId);
  return listOrganisations(ctx, [...new Set(ids)]);
}

/** Advisers on a long absence now or within the month; one of several structures is said for each. */
function awayOf({ supply, advisers }: SupplyRead, now: EpochMs): Cockpit['away'] {
  const window = { start: now, end: now + ABSENCE_DAYS * DAY_MS };
  return supply.calendars.flatMap((calendar, index) => {
    const adviser = advisers[index];
    const [during] = calendar.absences
      .filter((absence) => absence.kind === 'long')
      .flatMap((absence) => [...occurrencesIn(absence.series, supply.clocks(absence.zone), window)])
      .toSorted((a, b) => a.start - b.start);
    return adviser && during ? [{ adviser, during }] : [];
  });
}

function listConcerns(
  ctx: Ctx,
  { network, reach }: Coordinated,
): Promise<Pick<Cockpit, 'forgotten' | 'refusals'>> {
  const now = ctx.now().epochMilliseconds;
  return ctx.db.inNetwork(network.id, async (tx) => ({
    forgotten: await pageOf(tx, reach, {
      filter: { states: ['to-record'], to: now - 7 * DAY_MS, now },
      order: 'oldest-first',
    }),
    refusals: await pageOf(tx, reach, {
      filter: { states: ['cancelled-structure'], from: now - REFUSAL_DAYS * DAY_MS, now },
      order: 'latest-first',
    }),
  }));
}

async function pageOf(
  tx: Tx,
  reach: Coordinated['reach'],
  {
    filter,
    order,
  }: { readonly filter: InterviewFilter; readonly order: 'oldest-first' | 'latest-first' },
): Promise<InterviewList> {
  const rows = await listInterviewRows(tx, {
    reach,
    filter,
    page: { order, offset: 0, limit: LINES_SHOWN },
  });
  return { lines: await linesOf(tx, rows), total: await countInterviewRows(tx, { reach, filter }) };
}
