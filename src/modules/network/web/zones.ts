/** Clocks of French territories, with the words by which people know them. */
export const FRENCH_ZONES: readonly { readonly zone: string; readonly label: string }[] = [
  { zone: 'Europe/Paris', label: 'France métropolitaine' },
  { zone: 'America/Guadeloupe', label: 'Guadeloupe' },
  { zone: 'America/Martinique', label: 'Martinique' },
  { zone: 'America/Cayenne', label: 'Guyane' },
  { zone: 'Indian/Reunion', label: 'La Réunion' },
  { zone: 'Indian/Mayotte', label: 'Mayotte' },
  { zone: 'America/Miquelon', label: 'Saint-Pierre-et-Miquelon' },
  { zone: 'America/St_Barthelemy', label: 'Saint-Barthélemy' },
  { zone: 'America/Marigot', label: 'Saint-Martin' },
  { zone: 'Pacific/Wallis', label: 'Wallis-et-Futuna' },
  { zone: 'Pacific/Tahiti', label: 'Polynésie française, Tahiti' },
  { zone: 'Pacific/Marquesas', label: 'Polynésie française, Marquises' },
  { zone: 'Pacific/Gambier', label: 'Polynésie française, Gambier' },
  { zone: 'Pacific/Noumea', label: 'Nouvelle-Calédonie' },
];

/** « France métropolitaine »; the zone's own name when it is none of these. */
export function zoneLabel(zone: string): string {
  return FRENCH_ZONES.find((one) => one.zone === zone)?.label ?? zone;
}

const CALENDARS: Readonly<Record<string, string>> = {
  metropole: 'jours fériés nationaux',
  'alsace-moselle': 'jours fériés d’Alsace-Moselle',
  guadeloupe: 'jours fériés de Guadeloupe',
  martinique: 'jours fériés de Martinique',
  guyane: 'jours fériés de Guyane',
  'la-reunion': 'jours fériés de La Réunion',
  mayotte: 'jours fériés de Mayotte',
  'saint-barthelemy': 'jours fériés de Saint-Barthélemy',
  'saint-martin': 'jours fériés de Saint-Martin',
  'saint-pierre-et-miquelon': 'jours fériés de Saint-Pierre-et-Miquelon',
  'nouvelle-caledonie': 'jours fériés de Nouvelle-Calédonie',
  'polynesie-francaise': 'jours fériés de Polynésie française',
  'wallis-et-futuna': 'jours fériés de Wallis-et-Futuna',
};

/** « jours fériés d’Alsace-Moselle » */
export function calendarLabel(calendar: string): string {
  return CALENDARS[calendar] ?? calendar;
}
