import type { Ctx } from '#platform/context.ts';
import type { PersonId, PlaceId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import {
  bookAppointment,
  cancelAppointment,
  listDaySlots,
  openPrivatePage,
  recordOutcome,
} from '#modules/appointments/index.ts';
import type {
  AppointmentId,
  AppointmentMode,
  OfferedSlot,
  Visitor,
} from '#modules/appointments/index.ts';
import { listCommunes } from '#modules/territories/index.ts';
import { departementCodeOf } from '#modules/territories/pure.ts';
import type { AdviserData, OpeningData, StructureData } from './data-file.ts';
import { placeKeyOf } from './load-advisers.ts';
import { contextAt, forEachOf, found } from './loading.ts';
import type { Loading } from './loading.ts';
import { drawFate } from './fate.ts';
import type { Fate } from './fate.ts';
import { chanceOf } from './seed.ts';
import type { Chance } from './seed.ts';
import { settleNotices } from './settle-notices.ts';
import { inventYouth } from './youth.ts';

const WEEKS_BEFORE = 8;
const WEEKS_AFTER = 4;

/** Someone who came, and may come back. */
interface Known {
  readonly visitor: Visitor;
  readonly seenAt: Temporal.Instant;
}

interface StructureLoading {
  readonly loading: Loading;
  readonly structure: StructureData;
  readonly chance: Chance;
  readonly invent: () => Visitor;
  readonly known: Known[];
}

/** Two months of interviews with what became of them, and those of the month that comes. */
export async function loadInterviews(loading: Loading): Promise<void> {
  await forEachOf(loading.data.structures, async (structure) => {
    const chance = chanceOf(structure.key);
    const departement = departementCodeOf(found(structure.places[0], structure.key).communeCode);
    const codes = [
      ...structure.places.map((place) => place.communeCode),
      ...(loading.data.communes[departement] ?? []),
    ];
    const communes = await listCommunes(loading.ctx, codes);
    let number = 0;
    const invent = () => {
      number += 1;
      return inventYouth(
        { data: loading.data, chance, today: loading.today, communes, key: structure.key },
        number,
      );
    };
    const within = { loading, structure, chance, invent, known: [] };
    for (const adviser of structure.advisers.filter((one) => one.trained))
      await loadWeeks(within, adviser);
  });
}

async function loadWeeks(within: StructureLoading, adviser: AdviserData): Promise<void> {
  const { chance, loading } = within;
  const popularity = 0.3 + chance.below(40) / 100;
  const monday = loading.today.subtract({ days: loading.today.dayOfWeek - 1 });
  for (let week = -WEEKS_BEFORE; week <= WEEKS_AFTER; week += 1) {
    // The further a week, the emptier it still is.
    const share = popularity * (week > 1 ? 1 / week : 1);
    const hours = chance.pick(adviser.openings);
    // An absence that is to fall on interviews needs some.
    const isFull =
      week >= 0 && week < 3 && adviser.absences.some((absence) => absence.overInterviews);
    const most = isFull ? 4 : 1 + chance.below(2);
    if (chance.happens(isFull ? 1 : share)) {
      await loadWeek(within, { adviser, hours, most, monday: monday.add({ weeks: week }) });
    }
  }
}

interface Week {
  readonly adviser: AdviserData;
  readonly hours: OpeningData;
  readonly most: number;
  readonly monday: Temporal.PlainDate;
}

async function loadWeek(
  within: StructureLoading,
  { adviser, hours, most, monday }: Week,
): Promise<void> {
  const { loading, chance, structure } = within;
  const { services, network } = loading;
  const personId = found(
    loading.people.get(`${adviser.givenName} ${adviser.familyName}`),
    adviser.givenName,
  );
  const at = momentBefore(within, monday);
  const mode = chance.pick(hours.modes);
  const place = found(loading.places.get(placeKeyOf({ structure, adviser, hours })), 'a place');
  const placeId = mode === 'in-person' ? place.id : null;
  const ctx = contextAt(services, at);
  const { slots } = await listDaySlots(ctx, { network, mode, placeId, personId, from: monday });
  const free = [...slots];
  for (let left = most; left > 0 && free.length > 0; left -= 1) {
    const [slot] = free.splice(chance.below(free.length), 1);
    if (slot) await bookOne(within, ctx, { ...slot, mode, placeId });
  }
}

/** When they booked: some days before that week, never after the loading. */
function momentBefore(
  { loading, chance }: StructureLoading,
  monday: Temporal.PlainDate,
): Temporal.Instant {
  const hour = 9 + chance.below(12);
  const minute = chance.below(60);
  const ago = 10 + chance.below(60 * 24 * 6);
  const day = monday.subtract({ days: 2 + chance.below(8) });
  const wished = day
    .toZonedDateTime({ timeZone: loading.network.settings.timeZone, plainTime: { hour, minute } })
    .toInstant();
  const latest = loading.now.subtract({ minutes: ago });
  return Temporal.Instant.compare(wished, latest) < 0 ? wished : latest;
}

type Chosen = Pick<OfferedSlot, 'adviserId' | 'start' | 'end'> & SlotPlace;

interface SlotPlace {
  readonly mode: AppointmentMode;
  readonly placeId: PlaceId | null;
}

async function bookOne(within: StructureLoading, ctx: Ctx, slot: Chosen): Promise<void> {
  const { loading, known, chance, invent } = within;
  const former = known.filter((one) => Temporal.Instant.compare(one.seenAt, ctx.now()) < 0);
  const back = former.length > 0 && chance.happens(0.12);
  const visitor = back
    ? { ...chance.pick(former).visitor, project: 'On s’est déjà vus : la suite de mon projet.' }
    : invent();
  const fate = drawFate(chance, {
    start: slot.start,
    end: slot.end,
    bookedAt: ctx.now(),
    now: loading.now,
  });
  const booked = await bookAppointment(ctx, {
    network: loading.network,
    holdToken: ctx.newToken(),
    slot: { personId: slot.adviserId, start: slot.start, mode: slot.mode, placeId: slot.placeId },
    visitor,
  });
  // Taken meanwhile, or a person who has another one to come: they do without.
  if (!booked.ok) return;
  const view = found(await openPrivatePage(ctx, booked.value.token), 'the interview just booked');
  const seen = await meet(within, view.appointment, fate);
  if (seen) known.push({ visitor, seenAt: Temporal.Instant.fromEpochMilliseconds(slot.end) });
  await settleNotices(loading, view.appointment.id);
}

interface Booked {
  readonly id: AppointmentId;
  readonly personId: PersonId;
}

/** Lets what had to happen happen; whether they met. */
async function meet(
  { loading }: StructureLoading,
  appointment: Booked,
  fate: Fate,
): Promise<boolean> {
  const { services, network } = loading;
  const which = { networkId: network.id, appointmentId: appointment.id };
  switch (fate.kind) {
    case 'to-come':
    case 'forgotten':
      return false;
    case 'cancelled':
      done(
        await cancelAppointment(contextAt(services, fate.at), {
          ...which,
          by: fate.by,
          reason: fate.reason,
          note: fate.note,
        }),
      );
      return false;
    case 'met':
    case 'missed': {
      const actor = found(loading.advisers.get(appointment.personId), 'the adviser');
      const outcome = { kind: fate.kind === 'met' ? ('held' as const) : ('absent' as const) };
      done(
        await recordOutcome(
          { ...contextAt(services, fate.at), actor },
          { ...which, outcome, message: null, note: fate.note },
        ),
      );
      return fate.kind === 'met';
    }
  }
}

function done(decision: Decision<string>): void {
  if (!decision.ok)
    throw new Error(`the demonstration was refused an outcome: ${decision.refusal}`);
}
