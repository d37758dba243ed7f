import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { claimYouthFiles, listYouthFilesOf } from '#modules/accompaniment/index.ts';
import { listProvenEmails } from '#modules/accounts/index.ts';
import { listNetworks } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import { listOfFiles } from '../data/own-appointments.ts';
import { mintLink } from './mint-link.ts';
import { readAppointment } from './open-private-page.ts';
import type { AppointmentView } from './open-private-page.ts';

export interface OwnAppointments {
  readonly network: Network;
  readonly views: readonly AppointmentView[];
}

/** A young person's interviews, network by network, of the files that they have claimed. */
export async function readOwnSpace(
  ctx: Ctx,
  personId: PersonId,
): Promise<readonly OwnAppointments[]> {
  const networks = await listNetworks(ctx);
  const own: OwnAppointments[] = [];
  for (const network of networks) {
    const networkId = network.id;
    const appointments = await ctx.db.inNetwork(networkId, async (tx) => {
      const files = await listYouthFilesOf(tx, { networkId, personId });
      return listOfFiles(tx, { networkId, youthFileIds: files.map((file) => file.id) });
    });
    const views = await Promise.all(
      appointments.map(({ id }) => readAppointment(ctx, { networkId, appointmentId: id })),
    );
    own.push({ network, views: views.filter((view) => view !== null) });
  }
  return own.filter((one) => one.views.length > 0);
}

/** Brings into one's space what was booked without an account, by the addresses that signing in has proved. */
export async function claimOwnFiles(ctx: Ctx, personId: PersonId): Promise<number> {
  const emails = await ctx.db.inInstallation((tx) => listProvenEmails(tx, personId));
  let claimed = 0;
  for (const network of await listNetworks(ctx)) {
    for (const value of emails) {
      const files = await claimYouthFiles(ctx, {
        networkId: network.id,
        personId,
        contact: { channel: 'email', value },
      });
      claimed += files.length;
    }
  }
  return claimed;
}

/** A link to the private page of one's own interview; null when it is not one's own. */
export async function openOwnAppointment(
  ctx: Ctx,
  asked: {
    readonly personId: PersonId;
    readonly appointmentId: AppointmentView['appointment']['id'];
  },
): Promise<string | null> {
  const own = await readOwnSpace(ctx, asked.personId);
  const view = own
    .flatMap(({ views }) => views)
    .find(({ appointment }) => appointment.id === asked.appointmentId);
  if (!view) return null;
  const { networkId } = view.appointment;
  return ctx.db.inNetwork(networkId, (tx) => mintLink(ctx, tx, view.appointment));
}
