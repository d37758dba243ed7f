import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { personalData } from '#modules/accompaniment/index.ts';
import { forgetNotes } from '#modules/appointments/index.ts';
import { listNetworks } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';

/**
 * Keeps the promise of the privacy notice: so many months after the last exchange, a network's setting, what a young person said
 * and what was written about them are erased. Says how many files and notes.
 */
export async function keepRetention(ctx: Ctx): Promise<number> {
  let forgotten = 0;
  for (const network of await listNetworks(ctx)) forgotten += await forgetIn(ctx, network);
  return forgotten;
}

function forgetIn(ctx: Ctx, { id: networkId, settings }: Network): Promise<number> {
  const now = ctx.now();
  const before = now
    .toZonedDateTimeISO(settings.timeZone)
    .subtract({ months: settings.retention.youthFileMonths })
    .toInstant();
  return ctx.db.inNetwork(networkId, async (tx) => {
    const notes = await forgetNotes(tx, { networkId, before });
    const files = await personalData.retain(tx, { before, now });
    if (files + notes > 0) {
      await record(ctx, tx, {
        verb: 'app.keep-retention',
        networkId,
        subject: { kind: 'network', id: networkId },
        facts: { files, notes },
      });
    }
    return files + notes;
  });
}
