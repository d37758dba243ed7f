import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { OrganisationId } from '#platform/kernel/actor.ts';
import type { Interval } from '#platform/kernel/time.ts';
import type { Reach } from '../rules/interview-access.ts';
import type { Appointment } from './appointments.ts';
import { appointment } from './schema.ts';

/** What figures need of an interview; who it is about only leads to an age and a département. */
export type StatisticRow = Pick<
  Appointment,
  'youthFileId' | 'mode' | 'status' | 'cancelledBy' | 'period' | 'zone'
> & { readonly organisationId: OrganisationId };

/** The interviews that begin within the window, holds left out; in the network of the transaction. */
export async function listStatisticRows(
  tx: Tx,
  where: { readonly reach: Reach; readonly window: Interval },
): Promise<readonly StatisticRow[]> {
  const { reach, window } = where;
  const ofOrganisation = reach.organisationId
    ? sql`and ${appointment.organisationId} = ${reach.organisationId}`
    : sql``;
  return tx
    .select({
      youthFileId: appointment.youthFileId,
      mode: appointment.mode,
      status: appointment.status,
      cancelledBy: appointment.cancelledBy,
      period: appointment.period,
      zone: appointment.zone,
      organisationId: appointment.organisationId,
    })
    .from(appointment)
    .where(
      sql`${appointment.networkId} = ${reach.networkId} and ${appointment.status} <> 'on_hold' and ${appointment.youthFileId} is not null
        and lower(${appointment.period}) >= to_timestamp(${window.start / 1000}::float8)
        and lower(${appointment.period}) < to_timestamp(${window.end / 1000}::float8) ${ofOrganisation}`,
    );
}
