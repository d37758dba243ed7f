import type { AppointmentMode } from '../rules/calendar.ts';

/** In addresses, modes are French words. */
export const MODE_WORDS: Readonly<Record<AppointmentMode, string>> = {
  'in-person': 'sur-place',
  video: 'visio',
  phone: 'telephone',
};

/** The mode that a word of an address stands for, or null. */
export function modeOfWord(word: string): AppointmentMode | null {
  const found = (Object.keys(MODE_WORDS) as AppointmentMode[]).find(
    (mode) => MODE_WORDS[mode] === word,
  );
  return found ?? null;
}

export interface SlotsQuery {
  readonly mode: AppointmentMode;
  readonly placeId: string | null;
  /** INSEE code of the commune that the person started from, carried along so that any step can be shared. */
  readonly commune: string | null;
  /** First day shown, ISO. */
  readonly from?: string;
}

function withQuery(
  path: string,
  query: Readonly<Record<string, string | null | undefined>>,
): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given).toString();
  return text ? `${path}?${text}` : path;
}

/** Addresses of the public part, French and stable (product.md). */
export const bookingPaths = {
  search: (network: string, commune?: string | null) =>
    withQuery(`/${network}/rendez-vous`, { communeCode: commune }),
  slots: (network: string, query: SlotsQuery) =>
    withQuery(`/${network}/rendez-vous/creneaux`, {
      mode: MODE_WORDS[query.mode],
      lieu: query.placeId,
      commune: query.commune,
      du: query.from,
    }),
  hold: (network: string) => `/${network}/rendez-vous/retenir`,
  details: (network: string, token: string) => `/${network}/rendez-vous/choix/${token}`,
  release: (network: string, token: string) => `/${network}/rendez-vous/choix/${token}/rendre`,
};

/** The private page of an interview: whoever holds the address may see, move, cancel. */
export const privatePaths = {
  page: (token: string) => `/rdv/${token}`,
  confirmed: (token: string) => `/rdv/${token}?fait=confirme`,
  done: (token: string, what: 'deplace' | 'annule' | 'retard') => `/rdv/${token}?fait=${what}`,
  calendar: (token: string) => `/rdv/${token}/rendez-vous.ics`,
  cancel: (token: string) => `/rdv/${token}/annuler`,
  move: (
    token: string,
    query: { mode?: AppointmentMode; placeId?: string | null; from?: string } = {},
  ) =>
    withQuery(`/rdv/${token}/deplacer`, {
      mode: query.mode && MODE_WORDS[query.mode],
      lieu: query.placeId,
      du: query.from,
    }),
  late: (token: string) => `/rdv/${token}/retard`,
};
