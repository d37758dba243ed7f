import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import { appointment } from './schema.ts';

/**
 * Blanks what was written in words about the interviews of files that have had none since `before`; dates and outcomes stay, for
 * the figures. Says how many it blanked: a second call finds none.
 */
export async function blankForgottenNotes(
  tx: Tx,
  limit: { readonly networkId: NetworkId; readonly before: Temporal.Instant },
): Promise<number> {
  const before = sql`${limit.before.toString()}::timestamptz`;
  const result = await tx
    .update(appointment)
    .set({ outcomeNote: null, cancellationNote: null })
    .where(
      sql`${appointment.networkId} = ${limit.networkId}
        and (${appointment.outcomeNote} is not null or ${appointment.cancellationNote} is not null)
        and upper(${appointment.period}) < ${before}
        and not exists (select from appointments.appointment later
          where later.network_id = ${limit.networkId} and later.youth_file_id = ${appointment.youthFileId}
            and upper(later.period) >= ${before})`,
    )
    .returning({ id: appointment.id });
  return result.length;
}
