import type { NetworkId, PersonId, YouthFileId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { needsGuardian } from './age.ts';
import type { Contact, YouthContact } from './contact.ts';

/** The holder of parental authority who agrees for a young person under 15. */
export interface Guardian {
  readonly name: string;
  readonly contact: string;
}

export interface YouthFile {
  readonly id: YouthFileId;
  readonly networkId: NetworkId;
  /** Or a pseudonym. */
  readonly firstName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly communeCode: string | null;
  readonly accessNeeds: string | null;
  readonly contacts: readonly YouthContact[];
  /** Who claimed it by proof of a contact. */
  readonly personId: PersonId | null;
  readonly guardian: (Guardian & { readonly agreedAt: Temporal.Instant }) | null;
  readonly createdAt: Temporal.Instant;
}

/** What a young person (or a professional for them) says to be received. */
export interface YouthSaid {
  readonly networkId: NetworkId;
  readonly firstName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly communeCode: string | null;
  readonly accessNeeds: string | null;
  /** One or more, normalised. */
  readonly contacts: readonly Contact[];
  readonly guardian: Guardian | null;
  /** The network's setting: under 15 a parent's agreement is asked, or it is not. */
  readonly underFifteenConsent: boolean;
}

export type OpenFileRefusal = 'no-contact' | 'not-born' | 'guardian-needed';

/** `day` is today where the network is. */
export function decideOpening(said: YouthSaid, day: Temporal.PlainDate): Decision<OpenFileRefusal> {
  if (said.contacts.length === 0) return refuse('no-contact');
  if (Temporal.PlainDate.compare(said.birthDate, day) > 0) return refuse('not-born');
  if (said.underFifteenConsent && !said.guardian && needsGuardian(said.birthDate, day)) {
    return refuse('guardian-needed');
  }
  return accept();
}
