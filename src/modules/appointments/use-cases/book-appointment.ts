import { hashToken } from '#platform/chance.ts';
import type { Ctx } from '#platform/context.ts';
import { record } from '#platform/audit/record.ts';
import { allOrNothing } from '#platform/db/all-or-nothing.ts';
import type { Tx } from '#platform/db/database.ts';
import type { YouthFileId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import {
  findOrOpenYouthFile,
  findYouthFileByContact,
  openHelpRequest,
} from '#modules/accompaniment/index.ts';
import type { Contact, Guardian, OpenFileRefusal } from '#modules/accompaniment/index.ts';
import type { Network } from '#modules/network/index.ts';
import type { Commune } from '#modules/territories/index.ts';
import {
  clashOf,
  findByHoldKey,
  findOpenAppointment,
  lockByHoldKey,
  lockHoldKey,
  markBooked,
  removeHold,
  saveHold,
} from '../data/appointments.ts';
import type { Appointment } from '../data/appointments.ts';
import { channelsTo } from '../rules/channels.ts';
import { decideEligibility } from '../rules/eligibility.ts';
import type { EligibilityRefusal } from '../rules/eligibility.ts';
import { livesThere } from '../rules/residence.ts';
import type { SlotRefusal } from '../rules/slot-decision.ts';
import { chooseSlot } from './choose-slot.ts';
import type { SlotAsked } from './choose-slot.ts';
import { holdOf } from './hold-slot.ts';
import { mintLink } from './mint-link.ts';
import { planTelling, replanReminders } from './plan-messages.ts';
import { readMeeting } from './read-meeting.ts';
import { subjectOf } from './subject.ts';
import { writeTimeline } from './write-timeline.ts';

/** What the form says of who comes. Contacts are normalised, at least one. */
export interface Visitor {
  readonly firstName: string;
  readonly contacts: readonly Contact[];
  readonly birthDate: Temporal.PlainDate;
  readonly commune: Commune;
  readonly project: string;
  readonly accessNeeds: string | null;
  readonly guardian: Guardian | null;
  /** Filled in by someone who accompanies the young person. */
  readonly forSomeoneElse: boolean;
}

export interface BookingAsked {
  readonly network: Network;
  readonly holdToken: string;
  /** What the hold was made for: taken anew when the hold is over and the slot still free. */
  readonly slot: SlotAsked;
  readonly visitor: Visitor;
}

export type BookingRefusal =
  | SlotRefusal
  | EligibilityRefusal
  | OpenFileRefusal
  | 'already-open'
  | 'youth-busy';

export interface Booked {
  /** Secret of the private page. */
  readonly token: string;
}

/**
 * The hold becomes the interview: who comes, what about, how one meets, whom to tell; all of it or nothing. The same hold
 * sent again (double click, back button) gives the same interview.
 */
export async function bookAppointment(
  ctx: Ctx,
  asked: BookingAsked,
): Promise<Decision<BookingRefusal, Booked>> {
  const { network } = asked;
  return ctx.db.inNetwork(network.id, async (tx) => {
    const holdKey = hashToken(asked.holdToken);
    await lockHoldKey(tx, holdKey);
    const known = await findByHoldKey(tx, network.id, holdKey);
    if (known && known.status !== 'on_hold')
      return accept({ token: await mintLink(ctx, tx, known) });
    const held = await standingHold(ctx, tx, { asked, known });
    if (!held.ok) return held;
    const eligible = decideVisitor(ctx, asked, held.value.zone);
    if (!eligible.ok) return eligible;
    return allOrNothing(tx, (inner) => confirm(ctx, inner, { asked, hold: held.value }));
  });
}

/** `zone`: of the interview, whose local day says how old one is. */
function decideVisitor(
  ctx: Ctx,
  { network, visitor, slot }: BookingAsked,
  zone: string,
): Decision<EligibilityRefusal> {
  const { settings } = network;
  return decideEligibility(
    {
      birthDate: visitor.birthDate,
      appointmentDay: localDateAt(Temporal.Instant.fromEpochMilliseconds(slot.start), zone),
      today: localDateAt(ctx.now(), zone),
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

interface HoldSought {
  readonly asked: BookingAsked;
  readonly known: Appointment | null;
}

/** The hold if its minutes are not over; else the same slot taken anew, when it is still free. */
async function standingHold(
  ctx: Ctx,
  tx: Tx,
  { asked, known }: HoldSought,
): Promise<Decision<SlotRefusal, Appointment>> {
  const now = ctx.now();
  const { network, slot } = asked;
  const holdKey = hashToken(asked.holdToken);
  const stands = known?.expiresAt && Temporal.Instant.compare(known.expiresAt, now) > 0;
  if (stands) {
    const hold = isOf(known, slot) ? await lockByHoldKey(tx, network.id, holdKey) : null;
    if (hold) return accept(hold);
    // Of another slot than the one finally chosen: it is given back first.
    await removeHold(tx, network.id, holdKey);
  }
  const { decision } = await chooseSlot(tx, slot, { network, now, audience: 'public' });
  if (!decision.ok) return decision;
  // One that is over is touched only once its calendar is ours: whoever has it is removing what is over there too.
  await removeHold(tx, network.id, holdKey);
  const hold = holdOf(ctx, asked, decision.value);
  const expiresAt = now.add({ minutes: network.settings.holdMinutes });
  const clash = await clashOf(tx, (inner) => saveHold(inner, { ...hold, holdKey, expiresAt }));
  if (clash) return refuse('busy');
  const taken = await lockByHoldKey(tx, network.id, holdKey);
  return taken ? accept(taken) : refuse('busy');
}

function isOf(hold: Appointment, slot: SlotAsked): boolean {
  const { personId, period, mode, placeId } = hold;
  return (
    personId === slot.personId &&
    period.start === slot.start &&
    mode === slot.mode &&
    placeId === slot.placeId
  );
}

interface Confirmation {
  readonly asked: BookingAsked;
  readonly hold: Appointment;
}

async function confirm(
  ctx: Ctx,
  tx: Tx,
  { asked, hold }: Confirmation,
): Promise<Decision<BookingRefusal, Booked>> {
  const { network, visitor } = asked;
  const file = await openFile(ctx, tx, asked);
  if (!file.ok) return file;
  const helpRequestId = await openHelpRequest(ctx, tx, {
    networkId: network.id,
    youthFileId: file.value,
    origin: 'booking-page',
    subject: visitor.project,
  });
  const meeting = await readMeeting(tx, hold, { network, code: ctx.newToken().slice(0, 16) });
  const clash = await clashOf(tx, (inner) =>
    markBooked(inner, hold.id, {
      youthFileId: file.value,
      helpRequestId,
      bookedAt: ctx.now(),
      bookedBy: visitor.forSomeoneElse ? 'someone-else' : 'youth',
      meeting,
    }),
  );
  if (clash) return refuse(clash === 'youth-taken' ? 'youth-busy' : 'busy');
  const channels = channelsTo(visitor.contacts);
  await planTelling(ctx, tx, subjectOf(hold), {
    kind: 'confirmed',
    channels,
    audiences: ['youth', 'professional'],
  });
  await replanReminders(ctx, tx, subjectOf(hold), channels);
  await writeTimeline(ctx, tx, { ...hold, status: 'booked', helpRequestId });
  await record(ctx, tx, {
    verb: 'appointments.book-appointment',
    networkId: network.id,
    subject: { kind: 'appointment', id: hold.id },
    facts: { mode: hold.mode, someoneElse: visitor.forSomeoneElse },
  });
  return accept({ token: await mintLink(ctx, tx, hold) });
}

/** One open interview for each network and person: the second is refused, and the link of the first is sent again to that contact. */
async function openFile(
  ctx: Ctx,
  tx: Tx,
  { network, visitor }: BookingAsked,
): Promise<Decision<OpenFileRefusal | 'already-open', YouthFileId>> {
  const { contacts, birthDate } = visitor;
  const opening = await findOrOpenYouthFile(ctx, tx, {
    networkId: network.id,
    firstName: visitor.firstName,
    birthDate,
    communeCode: visitor.commune.code,
    accessNeeds: visitor.accessNeeds,
    contacts,
    guardian: visitor.guardian,
    underFifteenConsent: network.settings.underFifteenConsent,
    zone: network.settings.timeZone,
  });
  if (!opening.ok) return opening;
  const open = await findOpenAppointment(tx, {
    networkId: network.id,
    youthFileIds: [opening.value.id],
    now: ctx.now(),
  });
  return open ? refuse('already-open') : accept(opening.value.id);
}

/** Sends the private link of the open interview again, to the contacts of its file; says nothing of whether there was one. */
export async function sendLinkAgain(
  ctx: Ctx,
  input: {
    readonly network: Network;
    readonly contacts: readonly Contact[];
    readonly birthDate: Temporal.PlainDate;
  },
): Promise<void> {
  const { network, contacts, birthDate } = input;
  await ctx.db.inNetwork(network.id, async (tx) => {
    const file = await findYouthFileByContact(tx, { networkId: network.id, contacts, birthDate });
    if (!file) return;
    const open = await findOpenAppointment(tx, {
      networkId: network.id,
      youthFileIds: [file],
      now: ctx.now(),
    });
    if (!open) return;
    const channels = channelsTo(contacts);
    // One a day: the version counts days, so that asking again and again does not fill a mailbox.
    const day = Math.floor(ctx.now().epochMilliseconds / 86_400_000);
    await planTelling(
      ctx,
      tx,
      { ...subjectOf(open), sequence: day },
      { kind: 'link-again', channels, audiences: ['youth'] },
    );
  });
}
