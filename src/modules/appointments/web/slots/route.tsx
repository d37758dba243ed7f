import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PlaceId } from '#platform/kernel/actor.ts';
import { notFound } from '#platform/http/page-error.ts';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { parseId } from '#platform/kernel/id.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import type { SlotRefusal } from '../../rules/slot-decision.ts';
import type { SlotAsked } from '../../use-cases/choose-slot.ts';
import { holdSlot } from '../../use-cases/hold-slot.ts';
import { listDaySlots } from '../../use-cases/list-day-slots.ts';
import { networkOf } from '../network-of.ts';
import { OWN_TIME_ISLAND } from '../own-time.tsx';
import { bookingPaths, modeOfWord } from '../paths.ts';
import type { SlotsQuery } from '../paths.ts';
import { readSlot } from '../slot-field.ts';
import { slotRefusals } from '../words.ts';
import { SlotsPage } from './page.tsx';

/** The browser's hold, so that choosing again gives the former one back: one per browser. */
export const HOLD_COOKIE = '__Host-cairn-choix';

/** GET: a week of slots. */
export async function showSlots(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const network = await networkOf(request);
  const query = readQuery(request.query);
  if (!query) throw notFound();
  return slotsPage(request, reply, { network, query });
}

function readQuery(raw: unknown): (SlotsQuery & { readonly placeId: PlaceId | null }) | null {
  const values = valuesOf(raw);
  const mode = modeOfWord(oneValue(values, 'mode'));
  const placeId = parseId<'Place'>(oneValue(values, 'lieu')) as PlaceId | null;
  if (!mode || (mode === 'in-person') !== (placeId !== null)) return null;
  const from = oneValue(values, 'du');
  const commune = oneValue(values, 'commune');
  return {
    mode,
    placeId,
    commune: /^(\d{2}|2[AB])\d{3}$/.test(commune) ? commune : null,
    ...(isDate(from) ? { from } : {}),
  };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year < 3000;
  } catch {
    return false;
  }
}

interface SlotsAsked {
  readonly network: Network;
  readonly query: SlotsQuery & { readonly placeId: PlaceId | null };
  readonly refusal?: SlotRefusal;
}

async function slotsPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { network, query, refusal }: SlotsAsked,
): Promise<FastifyReply> {
  const { mode, placeId, from } = query;
  const found = await listDaySlots(request.ctx, {
    network,
    mode,
    placeId,
    ...(from ? { from: Temporal.PlainDate.from(from) } : {}),
  });
  if (placeId && !found.place) throw notFound();
  return reply.page({
    title: found.place ? `Créneaux à ${found.place.name}` : 'Créneaux à distance',
    surface: 'public',
    networkSlug: network.slug,
    current: 'rendez-vous',
    status: refusal ? 409 : 200,
    islands: [OWN_TIME_ISLAND],
    content: (
      <SlotsPage
        network={network}
        query={query}
        found={found}
        today={localDateAt(request.ctx.now(), found.zone)}
        {...(refusal ? { refusal: slotRefusals[refusal] } : {})}
      />
    ),
  });
}

/** POST: keeps the slot for the time of a form. 303 to the form, or 409 with the slots that are left around it. */
export async function retainSlot(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const network = await networkOf(request);
  const values = valuesOf(request.body);
  const slot = readSlot(oneValue(values, 'creneau'));
  if (!slot) throw notFound();
  const commune = oneValue(values, 'commune');
  const decision = await holdSlot(request.ctx, {
    ...slot,
    network,
    previousToken: request.cookies[HOLD_COOKIE] ?? null,
  });
  if (!decision.ok)
    return slotsPage(request, reply, {
      network,
      query: around(slot, commune, network),
      refusal: decision.refusal,
    });
  const { token, expiresAt } = decision.value;
  const address = bookingPaths.details(network.slug, token);
  return reply
    .setCookie(HOLD_COOKIE, token, {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      expires: new Date(expiresAt.epochMilliseconds),
    })
    .redirect(commune ? `${address}?commune=${encodeURIComponent(commune)}` : address, 303);
}

/** The page that shows what is left from the day of a slot that has gone. */
export function around(
  slot: SlotAsked,
  commune: string,
  network: Network,
): SlotsQuery & { readonly placeId: PlaceId | null } {
  const day = localDateAt(
    Temporal.Instant.fromEpochMilliseconds(slot.start),
    network.settings.timeZone,
  );
  return {
    mode: slot.mode,
    placeId: slot.placeId,
    commune: commune === '' ? null : commune,
    from: day.toString(),
  };
}
