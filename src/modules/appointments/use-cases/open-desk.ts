import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { accept } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { DAY_MS, MINUTE_MS } from '#platform/kernel/time.ts';
import type { EpochMs } from '#platform/kernel/time.ts';
import type { ChosenSlot } from '../rules/slot-decision.ts';
import { decideSlot } from '../rules/slot-decision.ts';
import { decideManualBooking } from '../rules/manual-booking.ts';
import type { ManualRefusal } from '../rules/manual-booking.ts';
import type { WhyNot } from '../rules/explain.ts';
import { staffQuestion } from '../rules/public-question.ts';
import type { SlotAsked } from './choose-slot.ts';
import { openCalendar } from './open-calendar.ts';
import type { CalendarStructure, OpenedCalendar } from './open-calendar.ts';
import { readSupply } from './read-supply.ts';

/** Where a professional books for someone: a calendar that is theirs to fill, for one structure. */
export interface Desk {
  readonly calendar: OpenedCalendar;
  /** The structure for which the interview counts. */
  readonly structure: CalendarStructure;
}

/** Null for a calendar that is not there, or not the actor's to fill. */
export async function openDesk(ctx: Ctx, personId: PersonId): Promise<Desk | null> {
  const calendar = await openCalendar(ctx, personId);
  if (!calendar || calendar.access !== 'change') return null;
  const { actor } = ctx;
  const ownId =
    actor.kind === 'professional' && 'organisationId' in actor.scope
      ? actor.scope.organisationId
      : null;
  const structure =
    calendar.structures.find((one) => one.organisationId === ownId) ?? calendar.structures[0];
  return structure ? { calendar, structure } : null;
}

export interface DeskChoice extends SlotAsked {
  /** How long; null: as the slot of the grid says, or the network where there is none. */
  readonly minutes: number | null;
}

/** What is to be written, and what the adviser is told first. */
export interface DeskSlot extends Omit<ChosenSlot, 'openingId' | 'modes'> {
  readonly openingId: ChosenSlot['openingId'] | null;
  readonly overbooked: boolean;
  readonly departures: readonly WhyNot[];
}

/** A slot of the grid as it is; any other time as the rule of booking by hand says. On what stands at that moment. */
export async function decideDeskSlot(
  tx: Tx,
  asked: { readonly desk: Desk; readonly choice: DeskChoice; readonly now: EpochMs },
): Promise<Decision<ManualRefusal, DeskSlot>> {
  const { desk, choice, now } = asked;
  const { calendar, structure } = desk;
  const { personId, start, mode, placeId, minutes } = choice;
  const window = { start: start - DAY_MS, end: start + 2 * DAY_MS };
  const { supply } = await readSupply(tx, {
    networkId: calendar.networkId,
    now,
    window,
    personIds: [personId],
    organisationIds: [structure.organisationId],
  });
  const question = {
    ...staffQuestion(now, { from: window.start, to: window.end }),
    ...(mode === 'in-person' && placeId ? { placeId } : {}),
  };
  const regular = decideSlot(supply, question, { adviserId: personId, start, mode });
  if (regular.ok && (minutes === null || regular.value.end === start + minutes * MINUTE_MS)) {
    return accept({ ...regular.value, overbooked: false, departures: [] });
  }
  const length = minutes ?? calendar.network.settings.slotMinutes;
  const period = { start, end: start + length * MINUTE_MS };
  const manual = decideManualBooking(supply, question, {
    adviserId: personId,
    mode,
    placeId,
    ...period,
  });
  if (!manual.ok) return manual;
  return accept({
    ...period,
    adviserId: personId,
    organisationId: structure.organisationId,
    openingId: null,
    placeId: mode === 'in-person' ? placeId : null,
    zone: zoneOf(desk, choice),
    room: manual.value.room,
    pauseMinutes: 0,
    mode,
    overbooked: manual.value.kind === 'overbooked',
    departures: manual.value.departures,
  });
}

/** What the adviser reads before saying who comes; decided again when it is written. */
export function readDeskSlot(
  ctx: Ctx,
  asked: { readonly desk: Desk; readonly choice: DeskChoice },
): Promise<Decision<ManualRefusal, DeskSlot>> {
  const now = ctx.now().epochMilliseconds;
  return ctx.db.inInstallation((tx) => decideDeskSlot(tx, { ...asked, now }));
}

/** In person the hours are those of the place. */
export function zoneOf(
  { calendar, structure }: Desk,
  { placeId }: Pick<DeskChoice, 'placeId'>,
): string {
  return structure.places.find((place) => place.id === placeId)?.timeZone ?? calendar.zone;
}
