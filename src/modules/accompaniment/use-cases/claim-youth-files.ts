import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId, PersonId, YouthFileId } from '#platform/kernel/actor.ts';
import { claimFileRows } from '../data/youth-files.ts';
import type { Contact } from '../rules/contact.ts';

/**
 * Someone who signed in and has just proved to hold a contact takes up the files of the network that it speaks for
 * (design §5). Files claimed by another stay theirs. Who proved what is the caller's to know.
 */
export async function claimYouthFiles(
  ctx: Ctx,
  proof: { readonly networkId: NetworkId; readonly personId: PersonId; readonly contact: Contact },
): Promise<readonly YouthFileId[]> {
  return ctx.db.inNetwork(proof.networkId, async (tx) => {
    const ids = await claimFileRows(tx, proof, ctx.now());
    for (const id of ids) {
      await record(ctx, tx, {
        verb: 'accompaniment.claim-youth-files',
        networkId: proof.networkId,
        subject: { kind: 'youth-file', id },
      });
    }
    return ids;
  });
}
