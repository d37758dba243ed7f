export { DIGITAL_CONSENT_AGE, ageOn, needsGuardian } from './rules/age.ts';
export { normaliseEmail, normalisePhone, speaksForFile } from './rules/contact.ts';
export { decideOpening } from './rules/youth-file.ts';
