import type { Ctx } from '#platform/context.ts';
import type { OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import { DAY_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import type { AppointmentId, AppointmentMode, Slot } from '../rules/calendar.ts';
import { staffQuestion } from '../rules/public-question.ts';
import { findNextStart, listSlots, listStarts } from '../rules/search.ts';
import type { OfferedSlot, SlotsFound } from './list-day-slots.ts';
import { readSupply } from './read-supply.ts';
import type { SupplyRead } from './read-supply.ts';

export interface StaffSlotsWanted {
  readonly network: Network;
  /** Whose calendar. */
  readonly personId: PersonId;
  /** Only what counts for it; absent: all of theirs. */
  readonly organisationId?: OrganisationId;
  readonly mode: AppointmentMode;
  /** First local day shown; the first day with a slot when absent. */
  readonly from?: Temporal.PlainDate;
  /** An interview being moved: its own time counts as free. */
  readonly moving?: AppointmentId;
}

const DAYS_SHOWN = 7;
/** How far ahead a professional is shown slots: half a year. */
const DAYS_AHEAD = 183;

/** A week of an adviser's own slots, as staff see them: without notice, without furthest day. */
export async function listStaffSlots(ctx: Ctx, wanted: StaffSlotsWanted): Promise<SlotsFound> {
  const { network, personId, organisationId, mode, moving } = wanted;
  const now = ctx.now().epochMilliseconds;
  const question = {
    ...staffQuestion(now, { from: now, to: now + DAYS_AHEAD * DAY_MS }),
    modes: [mode],
    ...(moving ? { moving } : {}),
  };
  const read = await ctx.db.inInstallation((tx) =>
    readSupply(tx, {
      networkId: network.id,
      now,
      window: { start: question.from, end: question.to },
      personIds: [personId],
      ...(organisationId ? { organisationIds: [organisationId] } : {}),
    }),
  );
  const zone = [...read.places.values()][0]?.timeZone ?? network.settings.timeZone;
  const from = wanted.from ?? dayOf(findNextStart(read.supply, question) ?? now, zone);
  const page = { start: startOf(from, zone), end: startOf(from.add({ days: DAYS_SHOWN }), zone) };
  const shown = {
    ...question,
    from: Math.max(now, page.start),
    to: Math.min(question.to, page.end),
  };
  const before = listStarts(read.supply, { ...question, to: Math.min(question.to, page.start) }).at(
    -1,
  );
  const after = findNextStart(read.supply, { ...question, from: Math.max(now, page.end) });
  return {
    slots: offered(read, shown.from < shown.to ? listSlots(read.supply, shown) : []),
    from,
    zone,
    place: null,
    earlier: before === undefined ? null : earlierPage(dayOf(before, zone), from),
    later: after === null ? null : dayOf(after, zone),
  };
}

/** Two openings of one adviser at the same time are one start. */
function offered(read: SupplyRead, slots: readonly Slot[]): OfferedSlot[] {
  const byStart = new Map(slots.toReversed().map((slot) => [slot.start, slot]));
  return [...byStart.values()]
    .toSorted((a, b) => a.start - b.start)
    .flatMap((slot) => {
      const adviser = read.advisers.find(
        (one) => one.personId === slot.adviserId && one.organisation.id === slot.organisationId,
      );
      const place = slot.placeId ? (read.places.get(slot.placeId) ?? null) : null;
      return adviser ? [{ ...slot, adviser, place }] : [];
    });
}

function earlierPage(last: Temporal.PlainDate, from: Temporal.PlainDate): Temporal.PlainDate {
  const first = last.subtract({ days: DAYS_SHOWN - 1 });
  const previous = from.subtract({ days: DAYS_SHOWN });
  return Temporal.PlainDate.compare(first, previous) < 0 ? first : previous;
}

function dayOf(at: EpochMs, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

function startOf(day: Temporal.PlainDate, zone: string): EpochMs {
  return day.toZonedDateTime(zone).epochMilliseconds;
}
