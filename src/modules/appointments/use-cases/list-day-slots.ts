import type { Ctx } from '#platform/context.ts';
import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { BookableAdviser, Network, SupplyPlace } from '#modules/network/index.ts';
import type { AppointmentId, AppointmentMode, Question, Slot } from '../rules/calendar.ts';
import { publicQuestion } from '../rules/public-question.ts';
import { findNextStart, listSharedStarts, listStarts } from '../rules/search.ts';
import { readSupply } from './read-supply.ts';

export interface SlotsWanted {
  readonly network: Network;
  readonly mode: AppointmentMode;
  /** In person: where. At a distance: null. */
  readonly placeId: PlaceId | null;
  /** Only with this adviser. */
  readonly personId?: PersonId;
  /** First local day shown; the first day with a slot when absent. */
  readonly from?: Temporal.PlainDate;
  /** An interview being moved: its own time counts as free. */
  readonly moving?: AppointmentId;
}

export interface OfferedSlot extends Slot {
  readonly adviser: BookableAdviser;
  readonly place: SupplyPlace | null;
}

export interface SlotsFound {
  /** One per start: the first adviser who can. Sorted. */
  readonly slots: readonly OfferedSlot[];
  /** First local day shown, in `zone`. */
  readonly from: Temporal.PlainDate;
  readonly zone: string;
  /** First days of the pages before and after, null when nothing is there. */
  readonly earlier: Temporal.PlainDate | null;
  readonly later: Temporal.PlainDate | null;
  readonly place: SupplyPlace | null;
}

/** Days shown at once. */
const DAYS_SHOWN = 7;

/** A week of slots of a place in person, or at a distance with anyone of the network, and whether there are others around. */
export async function listDaySlots(ctx: Ctx, wanted: SlotsWanted): Promise<SlotsFound> {
  const { network, placeId, personId } = wanted;
  const now = ctx.now().epochMilliseconds;
  const question: Question = {
    ...publicQuestion(network.settings, now),
    modes: [wanted.mode],
    ...(placeId ? { placeId } : {}),
    ...(wanted.moving ? { moving: wanted.moving } : {}),
  };
  const read = await ctx.db.inInstallation((tx) =>
    readSupply(tx, {
      networkId: network.id,
      now,
      window: { start: question.from, end: question.to },
      ...(placeId ? { placeIds: [placeId] } : {}),
      ...(personId ? { personIds: [personId] } : {}),
    }),
  );
  const place = placeId ? (read.places.get(placeId) ?? null) : null;
  const zone = place?.timeZone ?? network.settings.timeZone;
  const from = wanted.from ?? firstDay(findNextStart(read.supply, question) ?? question.from, zone);
  const page = { start: startOf(from, zone), end: startOf(from.add({ days: DAYS_SHOWN }), zone) };
  const shared = listSharedStarts(read.supply, {
    ...question,
    from: Math.max(question.from, page.start),
    to: Math.min(question.to, page.end),
  });
  const before = listStarts(read.supply, { ...question, to: Math.min(question.to, page.start) }).at(-1);
  const after = findNextStart(read.supply, { ...question, from: Math.max(question.from, page.end) });
  return {
    slots: shared.flatMap(({ slots }) => slots.slice(0, 1)).flatMap((slot) => {
      const adviser = read.advisers.find((one) => one.personId === slot.adviserId && one.organisation.id === slot.organisationId);
      return adviser ? [{ ...slot, adviser, place: slot.placeId ? (read.places.get(slot.placeId) ?? null) : null }] : [];
    }),
    from,
    zone,
    place,
    earlier: before === undefined ? null : earlierPage(before, zone, from),
    later: after === null ? null : firstDay(after, zone),
  };
}

/** The page before ends on the day of the last start found there. */
function earlierPage(lastStart: EpochMs, zone: string, from: Temporal.PlainDate): Temporal.PlainDate {
  const first = firstDay(lastStart, zone).subtract({ days: DAYS_SHOWN - 1 });
  const previous = from.subtract({ days: DAYS_SHOWN });
  return Temporal.PlainDate.compare(first, previous) < 0 ? first : previous;
}

function firstDay(at: EpochMs, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

function startOf(day: Temporal.PlainDate, zone: string): EpochMs {
  return day.toZonedDateTime(zone).epochMilliseconds;
}

