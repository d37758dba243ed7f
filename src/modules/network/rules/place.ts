import type { OrganisationId, PlaceId } from '#platform/kernel/actor.ts';

export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  readonly address: string;
  readonly communeCode: string;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  readonly timeZone: string;
  /** Key of the public-holiday calendar, as territories names it. */
  readonly holidayCalendar: string;
  /** How to come, in words. */
  readonly accessNotes: string | null;
  /** Null: not said yet. */
  readonly stepFree: boolean | null;
  /** Confidential rooms, numbered 1..n. */
  readonly rooms: number;
  readonly phone: string | null;
}

export interface PlaceWithOrganisations extends Place {
  readonly organisationIds: readonly OrganisationId[];
}
