export type CalendarView = 'jour' | 'semaine' | 'mois';

/** What has just been done, said on the page that follows. */
export type CalendarDone =
  | 'ouverte'
  | 'changee'
  | 'terminee'
  | 'occurrence'
  | 'declaree'
  | 'modifiee'
  | 'retour'
  | 'annules'
  | 'annule';

type Query = Readonly<Record<string, string | null | undefined>>;

/**
 * Addresses of an adviser's openings, absences and calendar. Those of someone else carry `conseiller`, so that a manager stays in
 * the calendar opened; null: one's own.
 */
export function calendarPaths(conseiller: string | null) {
  const at = (path: string, query: Query = {}) => withQuery(path, { conseiller, ...query });
  const done = (fait?: CalendarDone) => ({ fait });
  return {
    openings: (fait?: CalendarDone) => at('/pro/plages', done(fait)),
    newOpening: () => at('/pro/plages/nouvelle'),
    opening: (id: string, fait?: CalendarDone) => at(`/pro/plages/${id}`, done(fait)),
    editOpening: (id: string) => at(`/pro/plages/${id}/modifier`),
    endOpening: (id: string) => at(`/pro/plages/${id}/terminer`),
    occurrence: (id: string, day: string) => at(`/pro/plages/${id}/fois/${day}`),
    absences: (fait?: CalendarDone) => at('/pro/absences', done(fait)),
    newAbsence: (kind?: string) => at('/pro/absences/nouvelle', { sorte: kind }),
    absence: (id: string, fait?: CalendarDone) => at(`/pro/absences/${id}`, done(fait)),
    editAbsence: (id: string) => at(`/pro/absences/${id}/modifier`),
    endAbsence: (id: string) => at(`/pro/absences/${id}/terminer`),
    cancelAll: (id: string) => at(`/pro/absences/${id}/annuler-tout`),
    cancelOne: (id: string, interview: string) => at(`/pro/absences/${id}/annuler/${interview}`),
    calendar: (vue?: CalendarView, du?: string) => at('/pro/calendrier', { vue, du }),
    whyNot: (query: { jour?: string; heure?: string } = {}) =>
      at('/pro/calendrier/pourquoi', query),
  };
}

export type CalendarPaths = ReturnType<typeof calendarPaths>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given).toString();
  return text ? `${path}?${text}` : path;
}
