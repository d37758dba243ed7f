import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { countMessages, insertMessage } from '../data/messages.ts';
import type { MessageKind } from '../data/messages.ts';
import { MESSAGE_LIMIT } from '../rules/attempts.ts';
import { signInNow } from './accounts.ts';

export const SEND_MESSAGE = 'accounts.send-message';

/**
 * A link to sign in, or to choose a new password, for whoever holds this mailbox. The answer is the same for an address
 * known, unknown or asked for too often: only the mailbox learns more.
 */
export async function askForMessage(
  ctx: Ctx,
  { email, kind }: { readonly email: string; readonly kind: 'sign-in-link' | 'password-reset' },
): Promise<void> {
  const address = email.toLowerCase();
  const since = signInNow().subtract({ milliseconds: MESSAGE_LIMIT.windowMs });
  await ctx.db.inInstallation(async (tx) => {
    const asked = await countMessages(tx, { email: address, kind, since });
    if (asked < MESSAGE_LIMIT.tries)
      await addMessage(ctx, tx, { email: address, kind, invitationId: null });
  });
}

interface NewMessage {
  readonly email: string;
  readonly kind: MessageKind;
  readonly invitationId: Id<'Invitation'> | null;
}

/** The message exists exactly when the transaction commits; its token is minted when it leaves. */
export async function addMessage(ctx: Ctx, tx: Tx, message: NewMessage): Promise<void> {
  const id = ctx.newId<'MessageRequest'>();
  await insertMessage(tx, { id, ...message, requestedAt: signInNow() });
  await ctx.jobs.enqueue(tx, SEND_MESSAGE, { id });
}
