import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform/http/page-error.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { oneValue, readForm, valuesOf } from '#platform/http/forms.ts';
import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import type { Network } from '#modules/network/index.ts';
import { findCommune, resolveCommune } from '#modules/territories/index.ts';
import type { CommuneMatch } from '#modules/territories/index.ts';
import { COMMUNE_ISLAND, communeError, communeFieldValue } from '#modules/territories/ui.tsx';
import { listDaySlots } from '../../use-cases/list-day-slots.ts';
import type { OfferedSlot } from '../../use-cases/list-day-slots.ts';
import { channelsTo } from '../../rules/channels.ts';
import { bookAppointment, sendLinkAgain } from '../../use-cases/book-appointment.ts';
import type { BookingRefusal } from '../../use-cases/book-appointment.ts';
import type { SlotAsked } from '../../use-cases/choose-slot.ts';
import type { AppointmentView } from '../../use-cases/open-private-page.ts';
import { readHold, releaseHold } from '../../use-cases/read-hold.ts';
import { networkOf } from '../network-of.ts';
import { bookingPaths, privatePaths } from '../paths.ts';
import { readSlot } from '../slot-field.ts';
import { around, HOLD_COOKIE } from '../slots/route.tsx';
import { detailsForm } from './form.ts';
import type { Details } from './form.ts';
import { AlreadyBookedPage, AlreadyOpenPage, GonePage } from './end-pages.tsx';
import { DetailsPage } from './page.tsx';
import { bookingRefusal } from './texts.ts';

interface Form {
  readonly network: Network;
  readonly token: string;
  readonly slot: SlotAsked;
  readonly hold: AppointmentView | null;
}

/** GET: the form, its slot kept meanwhile. A hold that has become an interview says so: its link left by message. */
export async function showDetails(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const network = await networkOf(request);
  const { jeton: token } = request.params as { jeton: string };
  const hold = await readHold(request.ctx, { network, token });
  if (!hold) return gone(reply, network, communeOf(request.query));
  if (hold.appointment.status !== 'on_hold') return alreadyBooked(reply, network);
  const commune = await findCommune(request.ctx, communeOf(request.query));
  const field = commune ? communeFieldValue(commune) : { code: '', text: '' };
  return form(request, reply, {
    ...{ network, token, hold, slot: slotOf(hold) },
    values: { commune: field.text, communeCode: field.code },
    errors: {},
  });
}

function communeOf(query: unknown): string {
  return oneValue(valuesOf(query), 'commune');
}

function slotOf({ appointment }: AppointmentView): SlotAsked {
  const { personId, mode, placeId, period } = appointment;
  return { personId, mode, placeId, start: period.start };
}

/** The back button after confirming: minting another link would be a write, and a get writes nothing. */
function alreadyBooked(reply: FastifyReply, network: Network): FastifyReply {
  return reply.page({
    title: 'Rendez-vous déjà confirmé',
    surface: 'public',
    networkSlug: network.slug,
    current: 'rendez-vous',
    content: <AlreadyBookedPage network={network} />,
  });
}

/** The hold is over and its row gone: nothing was typed yet, the slots are one press away. */
function gone(reply: FastifyReply, network: Network, commune: string): FastifyReply {
  return reply.page({
    title: 'Ce créneau n’est plus gardé',
    surface: 'public',
    networkSlug: network.slug,
    current: 'rendez-vous',
    status: 410,
    content: <GonePage network={network} searchHref={bookingPaths.search(network.slug, commune)} />,
  });
}

interface Shown extends Form {
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly communeChoices?: readonly CommuneMatch[];
  /** The slot has gone: why, and others that the same form can take. */
  readonly instead?: { readonly message: string; readonly slots: readonly OfferedSlot[] };
}

function form(request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply {
  const { network, token, slot, hold, values, errors, communeChoices, instead } = shown;
  const hasErrors = Object.keys(errors).length > 0;
  return reply.page({
    title: 'Dire qui je suis',
    surface: 'public',
    networkSlug: network.slug,
    current: 'rendez-vous',
    status: instead ? 409 : hasErrors ? 422 : 200,
    hasErrors: hasErrors || instead !== undefined,
    islands: [COMMUNE_ISLAND],
    content: (
      <DetailsPage
        network={network}
        action={bookingPaths.details(network.slug, token)}
        releaseAction={bookingPaths.release(network.slug, token)}
        slot={slot}
        shown={{
          zone: hold?.appointment.zone ?? network.settings.timeZone,
          adviserName: hold?.adviserName ?? '',
          placeName: hold?.place?.name ?? null,
          expiresAt: hold?.appointment.expiresAt ?? null,
        }}
        values={values}
        errors={errors}
        smsOffered={request.ctx.sms !== null}
        today={localDateAt(request.ctx.now(), network.settings.timeZone)}
        {...(communeChoices ? { communeChoices } : {})}
        {...(instead ? { instead } : {})}
      />
    ),
  });
}

/** POST: 303 to the private page, 422 with what was typed, 409 with other slots. */
export async function confirmDetails(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const network = await networkOf(request);
  const { jeton: token } = request.params as { jeton: string };
  const hold = await readHold(request.ctx, { network, token });
  const slot = readSlot(oneValue(valuesOf(request.body), 'creneau')) ?? (hold && slotOf(hold));
  if (!slot) throw notFound();
  const reading = readForm(detailsForm, request.body);
  const place: Form = { network, token, slot, hold };
  const answer = {
    code: oneValue(reading.values, 'communeCode'),
    text: oneValue(reading.values, 'commune'),
  };
  const resolution = await resolveCommune(request.ctx, {
    ...answer,
    preferRegion: network.territory.kind === 'region' ? network.territory.code : undefined,
  });
  const errors = {
    ...(reading.ok ? missingEmail(request, reading.value) : reading.errors),
    ...(resolution.kind === 'found'
      ? {}
      : { commune: communeError(resolution, answer.text) ?? '' }),
  };
  if (!reading.ok || resolution.kind !== 'found' || Object.keys(errors).length > 0) {
    const communeChoices = resolution.kind === 'several' ? resolution.matches : undefined;
    return form(request, reply, {
      ...place,
      values: reading.values,
      errors,
      ...(communeChoices ? { communeChoices } : {}),
    });
  }
  // A robot is thanked and nothing is written (A1: no CAPTCHA).
  if (reading.value.isRobot) return reply.redirect(bookingPaths.search(network.slug), 303);
  const { contacts, birthDate } = reading.value;
  const decision = await bookAppointment(request.ctx, {
    network,
    holdToken: token,
    slot,
    visitor: { ...reading.value, commune: resolution.commune },
  });
  if (decision.ok) {
    return reply
      .clearCookie(HOLD_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' })
      .redirect(privatePaths.confirmed(decision.value.token), 303);
  }
  if (decision.refusal === 'already-open') {
    await sendLinkAgain(request.ctx, { network, contacts, birthDate });
    return alreadyOpen(reply, network);
  }
  return refused(request, reply, { ...place, values: reading.values, refusal: decision.refusal });
}

/** Where no short message can leave, or to a landline, a phone alone would never receive the link. */
function missingEmail(request: FastifyRequest, details: Details): FormErrors {
  const channels = channelsTo(details.contacts);
  if (channels.includes('email') || (request.ctx.sms && channels.includes('sms'))) return {};
  return {
    email: request.ctx.sms
      ? 'Il manque un e-mail ou un téléphone portable : un fixe ne reçoit pas de SMS.'
      : 'Il manque un e-mail : ce service n’envoie pas de SMS pour le moment.',
  };
}

function alreadyOpen(reply: FastifyReply, network: Network): FastifyReply {
  return reply.page({
    title: 'Rendez-vous déjà pris',
    surface: 'public',
    networkSlug: network.slug,
    current: 'rendez-vous',
    status: 409,
    content: <AlreadyOpenPage network={network} />,
  });
}

interface Refused extends Form {
  readonly values: FormValues;
  readonly refusal: BookingRefusal;
}

/** Beside the field that it is about; or, when the slot has gone, the same form with the nearest others as its buttons. */
async function refused(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Refused,
): Promise<FastifyReply> {
  const { network, slot, refusal } = shown;
  const { field, message } = bookingRefusal(refusal, {
    wording: network.wording,
    ...network.settings,
  });
  if (field) return form(request, reply, { ...shown, errors: { [field]: message } });
  const { from } = around(slot, '', network);
  const found = await listDaySlots(request.ctx, {
    network,
    mode: slot.mode,
    placeId: slot.placeId,
    ...(from ? { from: Temporal.PlainDate.from(from) } : {}),
  });
  const later =
    found.slots.length > 0
      ? found
      : await listDaySlots(request.ctx, { network, mode: slot.mode, placeId: slot.placeId });
  return form(request, reply, {
    ...shown,
    errors: {},
    instead: { message, slots: nearest(later.slots, slot.start) },
  });
}

const OTHERS_SHOWN = 9;

function nearest(slots: readonly OfferedSlot[], start: number): readonly OfferedSlot[] {
  return slots
    .toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
    .slice(0, OTHERS_SHOWN)
    .toSorted((a, b) => a.start - b.start);
}

/** POST: gives the slot back and returns to the others. */
export async function releaseDetails(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const network = await networkOf(request);
  const { jeton: token } = request.params as { jeton: string };
  const hold = await readHold(request.ctx, { network, token });
  await releaseHold(request.ctx, { network, token });
  const address = hold
    ? bookingPaths.slots(network.slug, around(slotOf(hold), '', network))
    : bookingPaths.search(network.slug);
  return reply
    .clearCookie(HOLD_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' })
    .redirect(address, 303);
}
