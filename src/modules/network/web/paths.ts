const coordination = (slug: string) => `/coordination/${slug}`;
const structure = (slug: string, organisationId: string) =>
  `${coordination(slug)}/structures/${organisationId}`;

/** Addresses of the module; `réseau` is a network's slug. */
export const networkPaths = {
  structures: (slug: string) => `${coordination(slug)}/structures`,
  newStructure: (slug: string) => `${coordination(slug)}/structures/nouvelle`,
  structure,
  recordFact: (slug: string, organisationId: string) => `${structure(slug, organisationId)}/faits`,
  newPlace: (slug: string, organisationId: string) =>
    `${structure(slug, organisationId)}/lieux/nouveau`,
  attestRoom: (slug: string, organisationId: string, placeId: string) =>
    `${structure(slug, organisationId)}/lieux/${placeId}/attestation`,
  newMember: (slug: string, organisationId: string) =>
    `${structure(slug, organisationId)}/personnes/nouvelle`,
  endMember: (slug: string, organisationId: string, membershipId: string) =>
    `${structure(slug, organisationId)}/personnes/${membershipId}/fin`,
  invite: (slug: string, organisationId: string, membershipId: string) =>
    `${structure(slug, organisationId)}/personnes/${membershipId}/invitation`,
  import: (slug: string) => `${coordination(slug)}/import`,
  importModel: (slug: string) => `${coordination(slug)}/import/modele.csv`,
  settings: (slug: string) => `${coordination(slug)}/reglages`,
  /** The structure that a manager answers for. */
  ownStructure: '/pro/structure',
  ownAttestRoom: (placeId: string) => `/pro/structure/lieux/${placeId}/attestation`,
  ownNewMember: '/pro/structure/personnes/nouvelle',
  ownEndMember: (membershipId: string) => `/pro/structure/personnes/${membershipId}/fin`,
  ownInvite: (membershipId: string) => `/pro/structure/personnes/${membershipId}/invitation`,
} as const;
