import type { PersonId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { bookAppointment, holdSlot } from '#modules/appointments/index.ts';
import type { AppointmentId, AppointmentMode } from '#modules/appointments/index.ts';
import type { Network } from '#modules/network/index.ts';
import { found } from './kit.ts';
import type { BookingKit } from './kit.ts';
import { accepted, day } from './supply.ts';
import type { Office } from './supply.ts';

type BookingAsked = Parameters<typeof bookAppointment>[1];
export type SlotAsked = BookingAsked['slot'];
export type Visitor = BookingAsked['visitor'];

/** The start `2026-11-05T09:00` as the wall of the office shows it. */
export function slotAt(
  office: Office,
  personId: PersonId,
  when: { readonly at: string; readonly mode?: AppointmentMode },
): SlotAsked {
  const { at, mode = 'in-person' } = when;
  const start = Temporal.PlainDateTime.from(at).toZonedDateTime(office.zone).epochMilliseconds;
  return { personId, start, mode, placeId: mode === 'in-person' ? office.placeId : null };
}

let serial = 0;

/** Someone of 21 from Guéret, another one each time. */
export async function aVisitor(kit: BookingKit, said: Partial<Visitor> = {}): Promise<Visitor> {
  serial += 1;
  return {
    firstName: 'Inès',
    contacts: [{ channel: 'email', value: `ines.${serial}@courriel.example` }],
    birthDate: day('2005-04-12'),
    commune: await kit.commune('23096'),
    project: 'Un volontariat en Irlande, peut-être',
    accessNeeds: null,
    guardian: null,
    forSomeoneElse: false,
    ...said,
  };
}

export async function hold(kit: BookingKit, network: Network, slot: SlotAsked): Promise<string> {
  const given = accepted(await holdSlot(kit.visitor, { ...slot, network, previousToken: null }));
  return given.token;
}

export interface Reserved {
  /** Secret of the private page. */
  readonly token: string;
  readonly holdToken: string;
  readonly appointmentId: AppointmentId;
}

/** Holds a slot, then books it. */
export async function book(
  kit: BookingKit,
  network: Network,
  asked: { readonly slot: SlotAsked; readonly visitor?: Visitor },
): Promise<Reserved> {
  const holdToken = await hold(kit, network, asked.slot);
  const decision = await tryBooking(kit, network, { ...asked, holdToken });
  const { token } = accepted(decision);
  return { token, holdToken, appointmentId: await idOf(kit, token) };
}

/** Presses the button of the form. */
export async function tryBooking(
  kit: BookingKit,
  network: Network,
  asked: { readonly slot: SlotAsked; readonly holdToken: string; readonly visitor?: Visitor },
): Promise<Decision<string, { readonly token: string }>> {
  const visitor = asked.visitor ?? (await aVisitor(kit));
  return bookAppointment(kit.visitor, { ...asked, network, visitor });
}

/** The interview that a secret opens. */
export async function idOf(kit: BookingKit, token: string): Promise<AppointmentId> {
  const [link] = await kit.rows<{ appointment_id: AppointmentId }>(
    `select appointment_id from appointments.private_link where token_hash = encode(sha256($1::bytea), 'hex')`,
    [token],
  );
  return found(link).appointment_id;
}
