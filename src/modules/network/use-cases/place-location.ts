import type { Commune } from '#modules/territories/index.ts';
import { holidayCalendarOfDepartement, zoneOfCommune } from '#modules/territories/pure.ts';
import type { Place } from '../rules/place.ts';

export type PlaceLocation = Pick<
  Place,
  'communeCode' | 'lat' | 'lon' | 'timeZone' | 'holidayCalendar'
>;

/**
 * What follows from the commune of a place: its clock, its public holidays, and where it is on the map (the centre of
 * the commune: distances are told in kilometres). Null for the few communes of which no source gives the centre.
 */
export function locate(commune: Commune): PlaceLocation | null {
  if (!commune.centre) return null;
  return {
    communeCode: commune.code,
    lat: commune.centre.latitude,
    lon: commune.centre.longitude,
    timeZone: zoneOfCommune(commune.code),
    holidayCalendar: holidayCalendarOfDepartement(commune.departement.code),
  };
}
