type Query = Readonly<Record<string, string | null | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given).toString();
  return text ? `${path}?${text}` : path;
}

/** Addresses of a network's coordination, and of the neighbours' pages that its lines open. */
export const coordinationPaths = {
  cockpit: (slug: string) => `/coordination/${slug}`,
  statistics: (slug: string, query: Query = {}) =>
    withQuery(`/coordination/${slug}/rendez-vous`, query),
  statisticsFile: (slug: string, query: Query = {}) =>
    withQuery(`/coordination/${slug}/rendez-vous.csv`, query),
  structures: (slug: string) => `/coordination/${slug}/structures`,
  structure: (slug: string, organisationId: string) =>
    `/coordination/${slug}/structures/${organisationId}`,
} as const;
