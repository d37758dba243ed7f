import type { Ctx } from '#platform/context.ts';
import type { OrganisationId } from '#platform/kernel/actor.ts';
import { DAY_MS, epochDayOf, isoWeekdayOf, localDateAt } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import { countWeeklyOffer } from '../rules/weekly-offer.ts';
import type { WeeklyOffer } from '../rules/weekly-offer.ts';
import { zoneClock } from '../rules/zone-clock.ts';
import { readSupply } from './read-supply.ts';

export interface WeeklyOffersAsked {
  readonly network: Network;
  readonly organisationIds: readonly OrganisationId[];
  /** This week first. */
  readonly weeks: number;
}

/** What these structures offer, this week and the following ones, against the network's minimum (SM-31, X-10). */
export async function readWeeklyOffers(
  ctx: Ctx,
  asked: WeeklyOffersAsked,
): Promise<readonly WeeklyOffer[]> {
  const { network, organisationIds, weeks } = asked;
  const { timeZone, weeklyMinimumSlots: minimum } = network.settings;
  if (minimum === 0 || organisationIds.length === 0) return [];
  const today = epochDayOf(localDateAt(ctx.now(), timeZone));
  const monday = today - isoWeekdayOf(today) + 1;
  const mondays = Array.from({ length: weeks }, (_, week) => monday + week * 7);
  const { supply } = await ctx.db.inInstallation((tx) =>
    readSupply(tx, {
      networkId: network.id,
      now: ctx.now().epochMilliseconds,
      window: { start: (monday - 1) * DAY_MS, end: (monday + weeks * 7 + 1) * DAY_MS },
      organisationIds,
    }),
  );
  return countWeeklyOffer(supply, {
    organisationIds,
    mondays,
    minimum,
    clock: zoneClock(timeZone),
  });
}
