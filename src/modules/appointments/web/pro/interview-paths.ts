import type { AppointmentMode } from '../../rules/calendar.ts';
import { MODE_WORDS } from '../paths.ts';

type Query = Readonly<Record<string, string | null | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given).toString();
  return text ? `${path}?${text}` : path;
}

export type Said =
  | 'tenu'
  | 'absent'
  | 'annule'
  | 'note'
  | 'deplace'
  | 'transfere'
  | 'pris'
  | 'agenda-retire';

export interface WeekQuery {
  readonly mode?: AppointmentMode | undefined;
  readonly placeId?: string | null | undefined;
  /** First day shown, ISO. */
  readonly from?: string | undefined;
}

function weekQuery({ mode, placeId, from }: WeekQuery): Query {
  return { mode: mode && MODE_WORDS[mode], lieu: placeId, du: from };
}

/** Addresses of a professional's day and interviews. */
export const interviewPaths = {
  today: '/pro',
  todaySaid: (said: Said) => withQuery('/pro', { fait: said }),
  calendar: '/pro/calendrier',
  list: (query: Query = {}) => withQuery('/pro/rendez-vous', query),
  interview: (id: string) => `/pro/rendez-vous/${id}`,
  said: (id: string, said: Said) => withQuery(`/pro/rendez-vous/${id}`, { fait: said }),
  outcome: (id: string) => `/pro/rendez-vous/${id}/suite`,
  note: (id: string) => `/pro/rendez-vous/${id}/note`,
  cancel: (id: string) => `/pro/rendez-vous/${id}/annuler`,
  move: (id: string, query: WeekQuery = {}) =>
    withQuery(`/pro/rendez-vous/${id}/deplacer`, weekQuery(query)),
  transfer: (id: string) => `/pro/rendez-vous/${id}/transferer`,
  create: (query: WeekQuery & { readonly personId?: string | undefined } = {}) =>
    withQuery('/pro/rendez-vous/nouveau', { qui: query.personId, ...weekQuery(query) }),
  createFor: (slot: string | null = null, minutes: number | null = null) =>
    withQuery('/pro/rendez-vous/nouveau/personne', {
      creneau: slot,
      duree: minutes === null ? null : String(minutes),
    }),
  freeTime: '/pro/rendez-vous/nouveau/heure',
  feed: '/pro/agenda',
  feedRemoval: '/pro/agenda/retirer',
  feedFile: (token: string) => `/agenda/${token}.ics`,
} as const;
