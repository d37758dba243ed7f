/**
 * IANA zones of what is not metropolitan France (tz database, `northamerica`, `australasia`, `asia`, `antarctica`).
 * 984, the southern lands: the zone of Kerguelen. 989, Clipperton, where nobody lives: eight hours behind UTC.
 */
const OVERSEAS_ZONES: ReadonlyMap<string, string> = new Map([
  ['971', 'America/Guadeloupe'],
  ['972', 'America/Martinique'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['977', 'America/St_Barthelemy'],
  ['978', 'America/Marigot'],
  ['984', 'Indian/Kerguelen'],
  ['986', 'Pacific/Wallis'],
  ['987', 'Pacific/Tahiti'],
  ['988', 'Pacific/Noumea'],
  ['989', 'Etc/GMT+8'],
]);

/** Two archipelagos of French Polynesia do not keep Tahiti's time. */
const COMMUNE_ZONES: ReadonlyMap<string, string> = new Map([
  ['98718', 'Pacific/Marquesas'],
  ['98723', 'Pacific/Marquesas'],
  ['98731', 'Pacific/Marquesas'],
  ['98746', 'Pacific/Marquesas'],
  ['98756', 'Pacific/Marquesas'],
  ['98757', 'Pacific/Marquesas'],
  ['98719', 'Pacific/Gambier'],
]);

const METROPOLITAN = /^(?:0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5])$/;

/** IANA zone of a département or overseas collectivity by its code ('23', '2A', '974'). Throws on a code of none. */
export function zoneOfDepartement(code: string): string {
  const zone = METROPOLITAN.test(code) ? 'Europe/Paris' : OVERSEAS_ZONES.get(code);
  if (zone === undefined) throw new RangeError(`no département has the code ${code}`);
  return zone;
}

/** IANA zone of a commune by its INSEE code, finer than its département's in French Polynesia. Throws on a code of none. */
export function zoneOfCommune(communeCode: string): string {
  return COMMUNE_ZONES.get(communeCode) ?? zoneOfDepartement(departementCodeOf(communeCode));
}

/** '23096' → '23', '2A004' → '2A', '97411' → '974'. */
export function departementCodeOf(communeCode: string): string {
  return communeCode.slice(0, /^9[78]/.test(communeCode) ? 3 : 2);
}
