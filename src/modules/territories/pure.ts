// What anyone may call, the browser included: no data, no npm.
export type { Commune, CommuneMembership, NamedCode, Territory } from './rules/commune.ts';
export { communeIsIn, communeLabel } from './rules/commune.ts';
export type { Point } from './rules/distance.ts';
export { distanceKm } from './rules/distance.ts';
export type { CommuneMatch } from './rules/match.ts';
export { normalisePlaceName } from './rules/place-name.ts';
export { isEnoughToSuggest } from './rules/place-search.ts';
export type { HolidayCalendar, PublicHoliday } from './rules/public-holidays.ts';
export {
  closedDays,
  HOLIDAY_CALENDARS,
  holidayCalendarOfDepartement,
  publicHolidays,
} from './rules/public-holidays.ts';
export { departementCodeOf, zoneOfCommune, zoneOfDepartement } from './rules/zones.ts';
