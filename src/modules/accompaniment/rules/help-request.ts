import type { NetworkId, YouthFileId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';

export type HelpRequestId = Id<'HelpRequest'>;
export type ExchangeId = Id<'Exchange'>;

/** A need that someone came with, and where it came from; what is done about it are its exchanges. */
export interface HelpRequest {
  readonly id: HelpRequestId;
  readonly networkId: NetworkId;
  readonly youthFileId: YouthFileId;
  readonly openedAt: Temporal.Instant;
  /** A code in small letters and hyphens: `booking-page`, `phone`, `on-site`… */
  readonly origin: string;
  /** What the project is about, in the young person's words. */
  readonly subject: string | null;
  readonly status: 'open' | 'closed';
  readonly closedAt: Temporal.Instant | null;
}

export type ExchangeFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One thing of another module on a help request's timeline: an appointment, say. Its owner rewrites it when that thing changes. */
export interface Exchange {
  readonly id: ExchangeId;
  readonly networkId: NetworkId;
  readonly helpRequestId: HelpRequestId;
  readonly kind: string;
  readonly owner: { readonly module: string; readonly id: string };
  /** When it takes or took place. */
  readonly at: Temporal.Instant;
  /** Where the thing stands, as its owner's texts put into words: `booked`, `cancelled`… */
  readonly summaryCode: string;
  readonly facts: ExchangeFacts;
}
