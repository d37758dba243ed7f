import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { NetworkId } from '../kernel/actor.ts';

export interface AuditEntry {
  /** The sentence of the verb: `appointments.cancel-appointment`. */
  readonly verb: string;
  readonly networkId: NetworkId | null;
  readonly subject: { readonly kind: string; readonly id: string | null };
  readonly reason?: string;
  /** Facts about the act, never what a young person wrote nor a contact. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Who did what to what, when and why, in the transaction of the act itself (design §5). */
export async function record(ctx: Ctx, tx: Tx, entry: AuditEntry): Promise<void> {
  const { actor } = ctx;
  const personId = 'personId' in actor ? actor.personId : null;
  const membershipId = actor.kind === 'professional' ? actor.membershipId : null;
  const detail =
    actor.kind === 'system' ? actor.job : actor.kind === 'link-holder' ? actor.tokenId : null;
  await tx.execute(sql`insert into platform.audit_entry
    (id, at, network_id, actor_kind, actor_person_id, actor_membership_id, actor_detail, verb, subject_kind, subject_id, reason, facts)
    values (${ctx.newId()}, ${ctx.now().toString()}, ${entry.networkId}, ${actor.kind}, ${personId}, ${membershipId},
      ${detail}, ${entry.verb}, ${entry.subject.kind}, ${entry.subject.id}, ${entry.reason ?? null},
      ${JSON.stringify(entry.facts ?? {})}::jsonb)`);
}
