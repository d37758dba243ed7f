import type { FastifyRequest } from 'fastify';
import type { OpenedCalendar } from '../../use-cases/open-calendar.ts';
import { readWeeklyOffers } from '../../use-cases/read-weekly-offers.ts';
import type { WeeklyOffers } from './weekly-offer.tsx';

/** Weeks shown, this one included. */
const WEEKS = 4;

/** What the structures of a calendar offer, this week and the next ones. */
export async function readOffers(
  { ctx }: FastifyRequest,
  calendar: OpenedCalendar,
): Promise<WeeklyOffers> {
  const { network, structures } = calendar;
  const offers = await readWeeklyOffers(ctx, {
    network,
    organisationIds: structures.map((one) => one.organisationId),
    weeks: WEEKS,
  });
  return { offers, minimum: network.settings.weeklyMinimumSlots, calendar };
}
