/** Addresses of the module; `réseau` is a network's slug. */
export const networkPaths = {
  structures: (slug: string) => `/coordination/${slug}/structures`,
  structure: (slug: string, organisationId: string) =>
    `/coordination/${slug}/structures/${organisationId}`,
  recordFact: (slug: string, organisationId: string) =>
    `/coordination/${slug}/structures/${organisationId}/faits`,
  /** The structure that a manager answers for. */
  ownStructure: '/pro/structure',
} as const;
