import { DAY_MS, dateOfEpochDay } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import { zoneOfDepartement } from './zones.ts';

/** Which public holidays a place keeps. */
export type HolidayCalendar =
  | 'metropole'
  | 'alsace-moselle'
  | 'guadeloupe'
  | 'martinique'
  | 'guyane'
  | 'la-reunion'
  | 'mayotte'
  | 'saint-barthelemy'
  | 'saint-martin'
  | 'saint-pierre-et-miquelon'
  | 'nouvelle-caledonie'
  | 'polynesie-francaise'
  | 'wallis-et-futuna';

export interface PublicHoliday {
  readonly date: Temporal.PlainDate;
  /** French, as shown: « lundi de Pâques ». */
  readonly name: string;
  /**
   * `national`: the State's list (Code du travail L3133-1, L3134-13, L3422-2) as published on data.gouv.fr.
   * `territorial`: voted by the collectivity itself, absent from that list.
   */
  readonly source: 'national' | 'territorial';
}

/** A holiday as a rule: a day of the year, or a number of days after Easter Sunday; the years it holds, both included. */
interface HolidayRule {
  readonly on: { readonly month: number; readonly day: number } | { readonly afterEaster: number };
  readonly name: string;
  readonly source: 'national' | 'territorial';
  readonly from?: number;
  readonly until?: number;
}

const ABOLITION = 'abolition de l’esclavage';

/** Code du travail, L3133-1. */
const EVERYWHERE: readonly HolidayRule[] = [
  yearly(1, 1, 'jour de l’An'),
  moving(1, 'lundi de Pâques'),
  yearly(5, 1, 'fête du Travail'),
  yearly(5, 8, 'victoire de 1945'),
  moving(39, 'Ascension'),
  moving(50, 'lundi de Pentecôte'),
  yearly(7, 14, 'fête nationale'),
  yearly(8, 15, 'Assomption'),
  yearly(11, 1, 'Toussaint'),
  yearly(11, 11, 'armistice de 1918'),
  yearly(12, 25, 'Noël'),
];

/**
 * L3134-13 (Alsace-Moselle; Good Friday is kept in the communes that have a Protestant or a mixed church: taken as kept
 * everywhere, a structure may open), L3422-2 (overseas), and the collectivities' own lists.
 */
const LOCAL: Readonly<Record<HolidayCalendar, readonly HolidayRule[]>> = {
  metropole: [],
  'alsace-moselle': [moving(-2, 'Vendredi saint'), yearly(12, 26, 'Saint-Étienne')],
  guadeloupe: [yearly(5, 27, ABOLITION)],
  martinique: [yearly(5, 22, ABOLITION)],
  guyane: [yearly(6, 10, ABOLITION)],
  'la-reunion': [yearly(12, 20, ABOLITION)],
  mayotte: [yearly(4, 27, ABOLITION)],
  'saint-barthelemy': [yearly(10, 9, ABOLITION)],
  // Saint-Martin kept Guadeloupe's day until its own was fixed.
  'saint-martin': [
    { ...yearly(5, 27, ABOLITION), until: 2017 },
    { ...yearly(5, 28, ABOLITION), from: 2018 },
  ],
  'saint-pierre-et-miquelon': [],
  'nouvelle-caledonie': [territorial(yearly(9, 24, 'fête de la Citoyenneté'))],
  // The day of autonomy gave way to the rising of the Pleiades in 2025.
  'polynesie-francaise': [
    territorial(yearly(3, 5, 'arrivée de l’Évangile')),
    territorial(moving(-2, 'Vendredi saint')),
    { ...territorial(yearly(6, 29, 'fête de l’Autonomie')), until: 2024 },
    { ...territorial(yearly(11, 20, 'Matari’i i ni’a')), from: 2025 },
  ],
  'wallis-et-futuna': [
    territorial(yearly(4, 28, 'Saint-Pierre-Chanel')),
    territorial(yearly(7, 29, 'fête du Territoire')),
  ],
};

export const HOLIDAY_CALENDARS = Object.keys(LOCAL) as readonly HolidayCalendar[];

const CALENDARS: ReadonlyMap<string, HolidayCalendar> = new Map([
  ['57', 'alsace-moselle'],
  ['67', 'alsace-moselle'],
  ['68', 'alsace-moselle'],
  ['971', 'guadeloupe'],
  ['972', 'martinique'],
  ['973', 'guyane'],
  ['974', 'la-reunion'],
  ['975', 'saint-pierre-et-miquelon'],
  ['976', 'mayotte'],
  ['977', 'saint-barthelemy'],
  ['978', 'saint-martin'],
  ['986', 'wallis-et-futuna'],
  ['987', 'polynesie-francaise'],
  ['988', 'nouvelle-caledonie'],
]);

/** The calendar of a département or overseas collectivity by its code. Throws on a code of none. */
export function holidayCalendarOfDepartement(code: string): HolidayCalendar {
  zoneOfDepartement(code);
  return CALENDARS.get(code) ?? 'metropole';
}

/** The public holidays of a year, in order. Two may fall on the same day (1 May 2008 was Ascension too). */
export function publicHolidays(calendar: HolidayCalendar, year: number): PublicHoliday[] {
  return daysOf(calendar, year)
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, rule }) => ({ date: dateOfEpochDay(day), name: rule.name, source: rule.source }));
}

/** The public holidays between two days, both included, as day numbers: what closes a place unless it opens it. */
export function closedDays(
  calendar: HolidayCalendar,
  from: EpochDay,
  to: EpochDay,
): ReadonlySet<EpochDay> {
  const closed = new Set<EpochDay>();
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    for (const { day } of daysOf(calendar, year)) {
      if (day >= from && day <= to) closed.add(day);
    }
  }
  return closed;
}

function daysOf(calendar: HolidayCalendar, year: number): { day: EpochDay; rule: HolidayRule }[] {
  const easter = easterSunday(year);
  return [...EVERYWHERE, ...LOCAL[calendar]]
    .filter((rule) => year >= (rule.from ?? year) && year <= (rule.until ?? year))
    .map((rule) => ({
      rule,
      day:
        'afterEaster' in rule.on
          ? easter + rule.on.afterEaster
          : dayOf(year, rule.on.month, rule.on.day),
    }));
}

/** Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): EpochDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const ofMarch = epact + weekday - 7 * late + 22;
  return dayOf(year, 3, ofMarch);
}

/** A day beyond the end of its month runs into the next one. */
function dayOf(year: number, month: number, day: number): EpochDay {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function yearOf(day: EpochDay): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

function yearly(month: number, day: number, name: string): HolidayRule {
  return { on: { month, day }, name, source: 'national' };
}

function moving(afterEaster: number, name: string): HolidayRule {
  return { on: { afterEaster }, name, source: 'national' };
}

function territorial(rule: HolidayRule): HolidayRule {
  return { ...rule, source: 'territorial' };
}
