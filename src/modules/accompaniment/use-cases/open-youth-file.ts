import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { YouthFileId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import {
  findFileIdByContact,
  lockOpening,
  saveYouthContacts,
  saveYouthFile,
} from '../data/youth-files.ts';
import type { Contact, YouthContact } from '../rules/contact.ts';
import type { OpenFileRefusal, YouthSaid } from '../rules/youth-file.ts';
import { decideOpening } from '../rules/youth-file.ts';

export interface OpenFileInput extends YouthSaid {
  /** The network's time zone: in which day it is today. */
  readonly zone: string;
}

/**
 * Opens a file, in the transaction of the verb that needs it (already the network's), which also records it.
 * Always a new one: staff use it for someone they know to be another person.
 */
export async function openYouthFile(
  ctx: Ctx,
  tx: Tx,
  input: OpenFileInput,
): Promise<Decision<OpenFileRefusal, YouthFileId>> {
  const decision = decideOpening(input, localDateAt(ctx.now(), input.zone));
  if (!decision.ok) return decision;
  const at = ctx.now();
  const id = ctx.newId<'YouthFile'>();
  const { networkId, firstName, birthDate, communeCode, accessNeeds, guardian } = input;
  await saveYouthFile(tx, {
    ...{ id, networkId, firstName: firstName.trim(), birthDate, communeCode, accessNeeds },
    guardian: guardian && { ...guardian, agreedAt: at },
    createdAt: at,
  });
  await addContacts(ctx, tx, {
    file: { id, networkId },
    contacts: input.contacts,
    origin: 'opening',
  });
  return accept(id);
}

/**
 * The file of the network with the same birth date and one of the same contacts, or a new one. Two requests at once
 * for the same person open one file. On a file that was there, nothing already said is overwritten, and a contact it
 * did not have is kept as unproven unless a professional adds it: it will neither find nor claim the file.
 */
export async function findOrOpenYouthFile(
  ctx: Ctx,
  tx: Tx,
  input: OpenFileInput,
): Promise<Decision<OpenFileRefusal, { readonly id: YouthFileId; readonly opened: boolean }>> {
  if (input.contacts.length === 0) return refuse('no-contact');
  await lockOpening(tx, input);
  const known = await findFileIdByContact(tx, input);
  if (!known) {
    const opening = await openYouthFile(ctx, tx, input);
    return opening.ok ? accept({ id: opening.value, opened: true }) : opening;
  }
  await addContacts(ctx, tx, {
    file: { id: known, networkId: input.networkId },
    contacts: input.contacts,
    origin: ctx.actor.kind === 'professional' ? 'professional' : 'unproven',
  });
  return accept({ id: known, opened: false });
}

async function addContacts(
  ctx: Ctx,
  tx: Tx,
  added: {
    readonly file: { readonly id: YouthFileId; readonly networkId: YouthSaid['networkId'] };
    readonly contacts: readonly Contact[];
    readonly origin: YouthContact['origin'];
  },
): Promise<void> {
  await saveYouthContacts(tx, added.file, {
    at: ctx.now(),
    contacts: added.contacts.map(({ channel, value }) => ({
      channel,
      value,
      origin: added.origin,
      id: ctx.newId<'YouthContact'>(),
    })),
  });
}
