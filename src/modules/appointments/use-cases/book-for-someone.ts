import { hashToken } from '#platform/chance.ts';
import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { allOrNothing } from '#platform/db/all-or-nothing.ts';
import type { Tx } from '#platform/db/database.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { findOrOpenYouthFile, openHelpRequest } from '#modules/accompaniment/index.ts';
import type { OpenFileRefusal } from '#modules/accompaniment/index.ts';
import {
  clashOf,
  findByHoldKey,
  findOpenAppointment,
  lockCalendar,
  lockHoldKey,
  saveBooked,
} from '../data/appointments.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { channelsTo } from '../rules/channels.ts';
import { decideEligibility } from '../rules/eligibility.ts';
import type { EligibilityRefusal } from '../rules/eligibility.ts';
import { needsConsent } from '../rules/manual-booking.ts';
import type { ManualRefusal } from '../rules/manual-booking.ts';
import { livesThere } from '../rules/residence.ts';
import type { Visitor } from './book-appointment.ts';
import { decideDeskSlot } from './open-desk.ts';
import type { Desk, DeskChoice, DeskSlot } from './open-desk.ts';
import { planTelling, replanReminders } from './plan-messages.ts';
import { readMeeting } from './read-meeting.ts';
import { writeTimeline } from './write-timeline.ts';

export interface DeskBooking {
  readonly desk: Desk;
  readonly choice: DeskChoice;
  readonly visitor: Visitor;
  /** How the young person came. */
  readonly origin: 'phone' | 'on-site';
  /** The box ticked: taken over something else, knowingly. */
  readonly consent: 'given' | 'not-given';
  /** Secret of the form, so that sending it twice books once. */
  readonly formToken: string;
}

export type DeskRefusal =
  | ManualRefusal
  | EligibilityRefusal
  | OpenFileRefusal
  | 'place-missing'
  | 'consent-needed'
  | 'already-open'
  | 'youth-busy'
  | 'just-taken';

/**
 * An interview written at once by a professional, for someone on the phone or at the desk: a slot, any free time, or over
 * another interview when it is said. What was decided on screen is decided again on what stands now (rdvsp #5367).
 */
export async function bookForSomeone(
  ctx: Ctx,
  asked: DeskBooking,
): Promise<Decision<DeskRefusal, AppointmentId>> {
  const { desk, choice } = asked;
  if (!isPlaced(asked)) return refuse('place-missing');
  return ctx.db.inNetwork(desk.calendar.networkId, async (tx) => {
    const holdKey = hashToken(asked.formToken);
    await lockHoldKey(tx, holdKey);
    const known = await findByHoldKey(tx, desk.calendar.networkId, holdKey);
    if (known) return accept(known.id);
    const now = ctx.now();
    await lockCalendar(tx, { personId: choice.personId, placeId: choice.placeId, now });
    const slot = await decideDeskSlot(tx, { desk, choice, now: now.epochMilliseconds });
    if (!slot.ok) return slot;
    if (needsConsent(slot.value.departures) && asked.consent === 'not-given')
      return refuse('consent-needed');
    const eligible = decideVisitor(ctx, asked, slot.value);
    if (!eligible.ok) return eligible;
    return allOrNothing(tx, (inner) => write(ctx, inner, { ...asked, slot: slot.value, holdKey }));
  });
}

/** In person, in a place of the structure. */
function isPlaced({ desk, choice }: DeskBooking): boolean {
  if (choice.mode !== 'in-person') return choice.placeId === null;
  return desk.structure.places.some((place) => place.id === choice.placeId);
}

function decideVisitor(
  ctx: Ctx,
  { desk, visitor }: DeskBooking,
  slot: DeskSlot,
): Decision<EligibilityRefusal> {
  const { network } = desk.calendar;
  const { settings } = network;
  return decideEligibility(
    {
      birthDate: visitor.birthDate,
      appointmentDay: localDateAt(Temporal.Instant.fromEpochMilliseconds(slot.start), slot.zone),
      today: localDateAt(ctx.now(), slot.zone),
      livesInTerritory: livesThere(network, visitor.commune),
      parentAgrees: visitor.guardian !== null || !settings.underFifteenConsent,
    },
    {
      minimumAge: settings.ageMin,
      maximumAge: settings.ageMax,
      residence: settings.residence.kind === 'none' ? 'free' : 'required',
    },
  );
}

interface Writing extends DeskBooking {
  readonly slot: DeskSlot;
  readonly holdKey: string;
}

async function write(
  ctx: Ctx,
  tx: Tx,
  asked: Writing,
): Promise<Decision<DeskRefusal, AppointmentId>> {
  const { desk, visitor, slot, holdKey } = asked;
  const { network } = desk.calendar;
  const file = await findOrOpenYouthFile(ctx, tx, {
    networkId: network.id,
    firstName: visitor.firstName,
    birthDate: visitor.birthDate,
    communeCode: visitor.commune.code,
    accessNeeds: visitor.accessNeeds,
    contacts: visitor.contacts,
    guardian: visitor.guardian,
    underFifteenConsent: network.settings.underFifteenConsent,
    zone: network.settings.timeZone,
  });
  if (!file.ok) return file;
  const youthFileId = file.value.id;
  const open = await findOpenAppointment(tx, {
    networkId: network.id,
    youthFileIds: [youthFileId],
    now: ctx.now(),
  });
  if (open) return refuse('already-open');
  const helpRequestId = await openHelpRequest(ctx, tx, {
    networkId: network.id,
    youthFileId,
    origin: asked.origin,
    subject: visitor.project,
  });
  const row = { ...rowOf(ctx, asked), holdKey, overbooked: slot.overbooked };
  const meeting = await readMeeting(tx, row, { network, code: ctx.newToken().slice(0, 16) });
  const booking = {
    youthFileId,
    helpRequestId,
    bookedAt: ctx.now(),
    bookedBy: 'structure' as const,
    meeting,
  };
  const clash = await clashOf(tx, (inner) => saveBooked(inner, row, booking));
  if (clash) return refuse(clash === 'youth-taken' ? 'youth-busy' : 'just-taken');
  await tell(ctx, tx, { asked, row });
  await writeTimeline(ctx, tx, { ...row, status: 'booked', helpRequestId });
  await record(ctx, tx, {
    verb: 'appointments.book-for-someone',
    networkId: network.id,
    subject: { kind: 'appointment', id: row.id },
    facts: {
      mode: slot.mode,
      origin: asked.origin,
      overbooked: slot.overbooked,
      inOpening: slot.openingId !== null,
    },
  });
  return accept(row.id);
}

function rowOf(ctx: Ctx, { desk, slot }: Writing) {
  const inPerson = slot.mode === 'in-person';
  return {
    id: ctx.newId<'Appointment'>(),
    networkId: desk.calendar.networkId,
    organisationId: slot.organisationId,
    personId: slot.adviserId,
    openingId: slot.openingId,
    placeId: inPerson ? slot.placeId : null,
    roomNo: inPerson ? slot.room : null,
    mode: slot.mode,
    period: { start: slot.start, end: slot.end },
    zone: slot.zone,
    pauseMinutes: slot.pauseMinutes,
    createdAt: ctx.now(),
  };
}

/** The young person, and the adviser when someone else filled their calendar. */
async function tell(
  ctx: Ctx,
  tx: Tx,
  { asked, row }: { readonly asked: Writing; readonly row: ReturnType<typeof rowOf> },
): Promise<void> {
  const { visitor, desk } = asked;
  const { id, networkId, period, zone } = row;
  const subject = { networkId, id, sequence: 0, start: period.start, zone };
  const channels = channelsTo(visitor.contacts);
  const audiences =
    desk.calendar.whose === 'own' ? (['youth'] as const) : (['youth', 'professional'] as const);
  // One that has begun needs no announcement: they are there.
  if (period.start > ctx.now().epochMilliseconds)
    await planTelling(ctx, tx, subject, { kind: 'confirmed', channels, audiences });
  await replanReminders(ctx, tx, subject, channels);
}
