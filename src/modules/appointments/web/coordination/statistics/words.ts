import { capitalise, formatMonth } from '#ui/format.ts';
import type { AgeBand, CountedOutcome, Dimension } from '../../../rules/statistics.ts';
import type { AppointmentMode } from '../../../rules/calendar.ts';
import { modeLabels } from '../../words.ts';

/** Dimensions in addresses are French words. */
export const DIMENSION_WORDS: Readonly<
  Record<Dimension, { readonly word: string; readonly label: string }>
> = {
  month: { word: 'mois', label: 'Mois' },
  departement: { word: 'departement', label: 'Département' },
  mode: { word: 'facon', label: 'Façon de se voir' },
  ageBand: { word: 'age', label: 'Âge' },
  outcome: { word: 'suite', label: 'Suite' },
};

export const outcomeLabels: Readonly<Record<CountedOutcome, string>> = {
  held: 'Tenus',
  absent: 'Absents',
  'cancelled-youth': 'Annulés par le jeune',
  'cancelled-structure': 'Annulés par la structure',
  'to-record': 'Suite à noter',
  'to-come': 'À venir',
};

export const ageLabels: Readonly<Record<AgeBand, string>> = {
  'under-18': 'Moins de 18 ans',
  '18-25': '18 à 25 ans',
  '26-30': '26 à 30 ans',
  '31-35': '31 à 35 ans',
  'over-35': 'Plus de 35 ans',
  unknown: 'Âge inconnu',
};

/** A value of a dimension in words; `departements` by code. */
export function valueLabel(
  dimension: Dimension,
  key: string,
  departements: ReadonlyMap<string, string>,
): string {
  switch (dimension) {
    case 'month':
      return capitalise(formatMonth(Temporal.PlainYearMonth.from(key)));
    case 'departement':
      return key === '' ? 'Commune inconnue' : `${departements.get(key) ?? 'Département'} (${key})`;
    case 'mode':
      return modeLabels[key as AppointmentMode];
    case 'ageBand':
      return ageLabels[key as AgeBand];
    case 'outcome':
      return outcomeLabels[key as CountedOutcome];
  }
}
