import type { NetworkId, OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import type { BookingFacts } from './booking-facts.ts';
import type { Dated } from './dated.ts';
import type { Place } from './place.ts';

/** One adviser under one organisation, with the places where they may receive. One who serves two organisations is there twice. */
export interface BookableAdviser {
  readonly personId: PersonId;
  readonly networkId: NetworkId;
  /** First name or what the adviser is called. */
  readonly displayName: string;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly presentation: string | null;
  readonly organisation: {
    readonly id: OrganisationId;
    readonly name: string;
    readonly shortName: string | null;
  };
  /** Nearest first when asked from somewhere; empty for one who only works at a distance. */
  readonly places: readonly SupplyPlace[];
  readonly facts: BookingFacts;
}

export interface SupplyPlace extends Place {
  /** When this adviser may receive there: the organisation is in the place, and the person its adviser there. */
  readonly served: readonly Dated[];
}
