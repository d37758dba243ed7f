import { hashToken } from '#platform/chance.ts';
import type { Ctx } from '#platform/context.ts';
import { findYouthFile } from '#modules/accompaniment/index.ts';
import type { YouthFile } from '#modules/accompaniment/index.ts';
import {
  findNetwork,
  findOrganisation,
  findPlace,
  listAdviserProfiles,
} from '#modules/network/index.ts';
import type { Network, Organisation, Place } from '#modules/network/index.ts';
import { findAppointment } from '../data/appointments.ts';
import type { Appointment } from '../data/appointments.ts';
import { findPrivateLink } from '../data/private-links.ts';

/** Days after its end during which the private page of an interview still opens. */
const OPEN_AFTER_END_DAYS = 14;

/** All that a page or a message about an interview says. */
export interface AppointmentView {
  readonly appointment: Appointment;
  readonly network: Network;
  readonly organisation: Organisation;
  readonly place: Place | null;
  readonly adviserName: string;
  /** Null for a hold. */
  readonly youth: YouthFile | null;
}

/** The interview that a secret opens; null when no link has it, or when it is over for long. */
export async function openPrivatePage(ctx: Ctx, token: string): Promise<AppointmentView | null> {
  const link = await ctx.db.inInstallation((tx) => findPrivateLink(tx, hashToken(token)));
  if (!link) return null;
  const view = await readAppointment(ctx, {
    networkId: link.networkId,
    appointmentId: link.appointmentId,
  });
  if (!view) return null;
  const closesAt = view.appointment.period.end + OPEN_AFTER_END_DAYS * 86_400_000;
  return ctx.now().epochMilliseconds < closesAt ? view : null;
}

export async function readAppointment(
  ctx: Ctx,
  where: Pick<Appointment, 'networkId'> & { readonly appointmentId: Appointment['id'] },
): Promise<AppointmentView | null> {
  return ctx.db.inNetwork(where.networkId, async (tx) => {
    const appointment = await findAppointment(tx, where.networkId, where.appointmentId);
    if (!appointment) return null;
    const { networkId, organisationId, placeId, personId, youthFileId } = appointment;
    const network = await findNetwork(tx, networkId);
    const organisation = await findOrganisation(tx, organisationId);
    if (!network || !organisation)
      throw new Error('an interview points to a network or an organisation that is gone');
    const place = placeId ? await findPlace(tx, placeId) : null;
    const [profile] = await listAdviserProfiles(tx, { networkId, personIds: [personId] });
    const youth = youthFileId ? await findYouthFile(tx, { networkId, youthFileId }) : null;
    return {
      appointment,
      network,
      organisation,
      place,
      youth,
      adviserName: profile?.displayName ?? '',
    };
  });
}
