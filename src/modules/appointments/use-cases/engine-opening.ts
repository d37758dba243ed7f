import type { NewOpening, SavedOpening } from '../data/openings.ts';
import type { Opening, Series } from '../rules/calendar.ts';

/** The days and hours of a saved opening. */
export function seriesOf(
  saved: Pick<SavedOpening, 'firstDay' | 'blocks' | 'recurrence' | 'exceptions'>,
): Series {
  const { firstDay, blocks, recurrence, exceptions } = saved;
  return { firstDay, blocks, recurrence, exceptions };
}

/** A saved opening in the engine's terms; holidays are left to the supply, which knows the places. */
export function engineOpening(saved: NewOpening & Pick<SavedOpening, 'exceptions'>): Opening {
  const { id, organisationId, placeId, zone, modes, slotMinutes, pauseMinutes } = saved;
  return {
    ...{ id, organisationId, placeId, zone, modes, slotMinutes, pauseMinutes },
    series: seriesOf(saved),
    holidays: null,
  };
}
