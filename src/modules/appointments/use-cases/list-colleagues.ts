import type { Ctx } from '#platform/context.ts';
import { DAY_MS } from '#platform/kernel/time.ts';
import type { BookableAdviser, Network } from '#modules/network/index.ts';
import type { Appointment } from '../data/appointments.ts';
import type { AdviserCalendar, Question } from '../rules/calendar.ts';
import { staffQuestion } from '../rules/public-question.ts';
import { listSlots } from '../rules/search.ts';
import { decideSlot } from '../rules/slot-decision.ts';
import type { SlotRefusal } from '../rules/slot-decision.ts';
import type { SlotAsked } from './choose-slot.ts';
import type { OfferedSlot } from './list-day-slots.ts';
import { readSupply } from './read-supply.ts';
import type { SupplyRead } from './read-supply.ts';

/** Someone who could take an interview over. */
export interface Colleague {
  readonly adviser: BookableAdviser;
  /** At the same hour, in the same way; null with the reason why not. */
  readonly same: SlotAsked | null;
  readonly whyNot: SlotRefusal | null;
  /** Otherwise the nearest of their slots, in order of time. */
  readonly nearest: readonly OfferedSlot[];
}

const NEAREST_SHOWN = 4;
const DAYS_AROUND = 14;

/** The colleagues who could receive instead: of the structure, and for the coordinator those of the network who are free at that hour. */
export async function listColleagues(
  ctx: Ctx,
  asked: { readonly network: Network; readonly appointment: Appointment },
): Promise<readonly Colleague[]> {
  const { network, appointment } = asked;
  const now = ctx.now().epochMilliseconds;
  const { start } = appointment.period;
  const window = {
    start: Math.max(now, start - DAYS_AROUND * DAY_MS),
    end: start + DAYS_AROUND * DAY_MS,
  };
  const ofAll = ctx.actor.kind === 'professional' && ctx.actor.role === 'coordinator';
  const read = await ctx.db.inInstallation((tx) =>
    readSupply(tx, {
      networkId: network.id,
      now,
      window,
      ...(ofAll ? {} : { organisationIds: [appointment.organisationId] }),
    }),
  );
  const question: Question = {
    ...staffQuestion(now, { from: window.start, to: window.end }),
    modes: [appointment.mode],
    moving: appointment.id,
    ...(appointment.mode === 'in-person' && appointment.placeId
      ? { placeId: appointment.placeId }
      : {}),
  };
  return read.advisers
    .map((adviser, index) => ({ adviser, calendar: read.supply.calendars[index] }))
    .filter(({ adviser }) => adviser.personId !== appointment.personId)
    .flatMap(({ adviser, calendar }) =>
      calendar ? [colleagueOf(read, { adviser, calendar, question, appointment })] : [],
    )
    .filter(
      ({ adviser, same }) =>
        same !== null || adviser.organisation.id === appointment.organisationId,
    )
    .toSorted((a, b) => Number(b.same !== null) - Number(a.same !== null));
}

interface Candidate {
  readonly adviser: BookableAdviser;
  /** Of this adviser in this organisation. */
  readonly calendar: AdviserCalendar;
  readonly question: Question;
  readonly appointment: Appointment;
}

function colleagueOf(
  read: SupplyRead,
  { adviser, calendar, question, appointment }: Candidate,
): Colleague {
  const supply = { ...read.supply, calendars: [calendar] };
  const { mode, period } = appointment;
  const decision = decideSlot(supply, question, {
    adviserId: adviser.personId,
    start: period.start,
    mode,
  });
  const placeId = mode === 'in-person' ? appointment.placeId : null;
  const same = decision.ok
    ? { personId: adviser.personId, start: period.start, mode, placeId }
    : null;
  const slots = same ? [] : listSlots(supply, question);
  const nearest = slots
    .toSorted((a, b) => Math.abs(a.start - period.start) - Math.abs(b.start - period.start))
    .slice(0, NEAREST_SHOWN)
    .toSorted((a, b) => a.start - b.start)
    .map((slot) => ({
      ...slot,
      adviser,
      place: slot.placeId ? (read.places.get(slot.placeId) ?? null) : null,
    }));
  return { adviser, same, whyNot: decision.ok ? null : decision.refusal, nearest };
}
