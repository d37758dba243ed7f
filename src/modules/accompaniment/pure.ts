export { DIGITAL_CONSENT_AGE, ageOn, needsGuardian } from './rules/age.ts';
export { speaksForFile } from './rules/contact.ts';
export { mayReceiveSms, normaliseEmail, normalisePhone } from './rules/normal-form.ts';
export { decideOpening } from './rules/youth-file.ts';
