export { endedBefore, holdsOn } from './rules/dated.ts';
export { attestationStanding } from './rules/attestation.ts';
export {
  mayAdminister,
  mayCoordinate,
  mayManageStaff,
  maySeeOrganisation,
  maySeeStructures,
} from './rules/authority.ts';
export { organisationStanding } from './rules/organisation-standing.ts';
export { membershipHolds } from './rules/membership.ts';
export { scopeCovers } from './rules/scope.ts';
export type { ScopeTarget } from './rules/scope.ts';
export { defaultSettings, findSettingsProblems } from './rules/settings.ts';
export { parseSiret } from './rules/siret.ts';
export { RESERVED_SLUGS, isNetworkSlug } from './rules/slug.ts';
