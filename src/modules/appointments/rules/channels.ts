import { mayReceiveSms } from '#modules/accompaniment/pure.ts';
import type { Contact } from '#modules/accompaniment/index.ts';

export type Channel = 'email' | 'sms';

/** The channels by which these contacts can be told something, each once: no short message to a landline. */
export function channelsTo(contacts: readonly Contact[]): readonly Channel[] {
  const channels = contacts.flatMap((contact): Channel[] => {
    if (contact.channel === 'email') return ['email'];
    return mayReceiveSms(contact.value) ? ['sms'] : [];
  });
  return [...new Set(channels)];
}
