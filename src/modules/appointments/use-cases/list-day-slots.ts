import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { BookableAdviser, Network, SupplyPlace } from '#modules/network/index.ts';
import type { AppointmentId, AppointmentMode, Question, Slot } from '../rules/calendar.ts';
import { publicQuestion } from '../rules/public-question.ts';
import { findNextStart, listSharedStarts, listStarts } from '../rules/search.ts';
import { listRemoteSupply } from './list-remote-supply.ts';
import type { RemoteSupply } from './list-remote-supply.ts';
import { readSupply } from './read-supply.ts';
import type { SupplyRead } from './read-supply.ts';

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
  /** At a distance: how many advisers these slots are of, when it is not all those of the network. */
  readonly among?: RemoteSupply['among'] | null;
}

/** Days shown at once. */
const DAYS_SHOWN = 7;
/** Starts at a distance, in those days, that leave a choice: with fewer, more advisers are asked. */
const STARTS_ENOUGH = 12;

/** A week of slots of a place in person, or at a distance with anyone of the network, and whether there are others around. */
export async function listDaySlots(ctx: Ctx, wanted: SlotsWanted): Promise<SlotsFound> {
  const { network, placeId } = wanted;
  const now = ctx.now().epochMilliseconds;
  const question: Question = {
    ...publicQuestion(network.settings, now),
    modes: [wanted.mode],
    ...(placeId ? { placeId } : {}),
    ...(wanted.moving ? { moving: wanted.moving } : {}),
  };
  const { read, among } = await ctx.db.inInstallation((tx) => supplyFor(tx, { wanted, question }));
  const place = placeOf(read, placeId);
  const zone = place?.timeZone ?? network.settings.timeZone;
  const from = wanted.from ?? firstDay(findNextStart(read.supply, question) ?? question.from, zone);
  const page = { start: startOf(from, zone), end: startOf(from.add({ days: DAYS_SHOWN }), zone) };
  const shared = listSharedStarts(read.supply, {
    ...question,
    from: Math.max(question.from, page.start),
    to: Math.min(question.to, page.end),
  });
  const before = listStarts(read.supply, { ...question, to: Math.min(question.to, page.start) }).at(
    -1,
  );
  const after = findNextStart(read.supply, {
    ...question,
    from: Math.max(question.from, page.end),
  });
  return {
    slots: shared.flatMap(({ slots }) => slots.slice(0, 1)).flatMap((slot) => offered(slot, read)),
    from,
    zone,
    place,
    earlier: before === undefined ? null : earlierPage(before, zone, from),
    later: after === null ? null : firstDay(after, zone),
    among,
  };
}

/** With who receives and where; nothing when they are not of what was read. */
function offered(slot: Slot, { advisers, places }: SupplyRead): OfferedSlot[] {
  const adviser = advisers.find(
    (one) => one.personId === slot.adviserId && one.organisation.id === slot.organisationId,
  );
  return adviser ? [{ ...slot, adviser, place: placeOf({ places }, slot.placeId) }] : [];
}

function placeOf(
  { places }: Pick<SupplyRead, 'places'>,
  placeId: PlaceId | null,
): SupplyPlace | null {
  return placeId ? (places.get(placeId) ?? null) : null;
}

interface SupplyFor {
  readonly wanted: SlotsWanted;
  readonly question: Question;
}

/** A place's or an adviser's own supply whole; that of a network at a distance as far as there is enough to choose from. */
async function supplyFor(
  tx: Tx,
  { wanted, question }: SupplyFor,
): Promise<{ readonly read: SupplyRead; readonly among: RemoteSupply['among'] | null }> {
  const { network, placeId, personId, mode } = wanted;
  const window = { start: question.from, end: question.to };
  const scope = { networkId: network.id, now: question.now, window };
  if (placeId || personId || mode === 'in-person') {
    const read = await readSupply(tx, {
      ...scope,
      ...(placeId ? { placeIds: [placeId] } : {}),
      ...(personId ? { personIds: [personId] } : {}),
    });
    return { read, among: null };
  }
  const { read, among } = await listRemoteSupply(tx, {
    ...scope,
    mode,
    isEnough: (sofar) => countStarts(sofar, { wanted, question }) >= STARTS_ENOUGH,
  });
  return { read, among: among.read < among.of ? among : null };
}

/** Distinct starts in the days that will be shown. */
function countStarts({ supply }: SupplyRead, { wanted, question }: SupplyFor): number {
  const zone = wanted.network.settings.timeZone;
  const from = wanted.from ?? firstDay(findNextStart(supply, question) ?? question.from, zone);
  return listStarts(supply, {
    ...question,
    from: Math.max(question.from, startOf(from, zone)),
    to: Math.min(question.to, startOf(from.add({ days: DAYS_SHOWN }), zone)),
  }).length;
}

/** The page before ends on the day of the last start found there. */
function earlierPage(
  lastStart: EpochMs,
  zone: string,
  from: Temporal.PlainDate,
): Temporal.PlainDate {
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
