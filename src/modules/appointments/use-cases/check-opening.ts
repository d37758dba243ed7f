import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { dateOfEpochDay } from '#platform/kernel/time.ts';
import { listPlaces } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import type { NewOpening } from '../data/openings.ts';
import type { CalendarTarget } from '../rules/calendar-access.ts';
import { nextDay } from '../rules/opening-life.ts';
import { decideOpeningTerms } from '../rules/opening-terms.ts';
import type { OpeningRefusal } from '../rules/opening-terms.ts';
import { mayChangePart, readTarget } from './open-calendar.ts';

/** What an adviser, or a manager for them, chooses of an opening. */
export type OpeningInput = Omit<NewOpening, 'id' | 'networkId' | 'createdAt'>;

export type OpeningSaveRefusal = OpeningRefusal | 'not-found' | 'place-not-served' | 'never-opens';

/**
 * Whether that opening may stand in that calendar: the actor may write there, the person is an adviser of the structure, the
 * structure serves the place, the days come at least once, and it says how one meets.
 */
export async function checkOpening(
  ctx: Ctx,
  tx: Tx,
  asked: { readonly network: Network; readonly opening: OpeningInput },
): Promise<Decision<OpeningSaveRefusal>> {
  const { network, opening } = asked;
  const { organisationId, placeId, personId } = opening;
  const target = await readTarget(ctx, tx, { networkId: network.id, personId });
  if (!mayChangePart(ctx, target, { organisationId, placeId }) || !isSeated(target, opening)) {
    return refuse('not-found');
  }
  if (placeId) {
    const where = { organisationIds: [organisationId], placeIds: [placeId] };
    const served = await listPlaces(tx, { ...where, from: dateOfEpochDay(opening.firstDay) });
    if (served.length === 0) return refuse('place-not-served');
  }
  const terms = decideOpeningTerms(
    { ...opening, hasPlace: placeId ? 'yes' : 'no' },
    network.settings,
  );
  if (!terms.ok) return terms;
  const { firstDay, blocks, recurrence } = opening;
  const first = nextDay({ firstDay, blocks, recurrence, exceptions: [] }, firstDay);
  return first === null ? refuse('never-opens') : accept();
}

function isSeated({ seats }: CalendarTarget, { organisationId, placeId }: OpeningInput): boolean {
  return seats.some(
    (seat) =>
      seat.organisationId === organisationId &&
      (seat.placeId === null || placeId === null || seat.placeId === placeId),
  );
}
