export { createAccounts } from './use-cases/accounts.ts';
export type { Accounts, AccountsParts } from './use-cases/accounts.ts';
export { accountJobs } from './use-cases/jobs.ts';
export { resolveActor } from './use-cases/resolve-actor.ts';
export { inviteProfessional, reopenEnrolment } from './use-cases/invite-professional.ts';
export type { InvitationInput, InvitationRefusal } from './use-cases/invite-professional.ts';
export { addPerson } from './use-cases/add-person.ts';
export { sweepExpiredSignIns } from './use-cases/sweep-expired.ts';
export { personalData } from './use-cases/personal-data.ts';
export {
  endSessionsOfPerson,
  findPerson,
  listPeople,
  listProvenEmails,
} from './use-cases/people.ts';
export type { Person } from './data/people.ts';
export type { MembershipCard, MembershipDirectory } from './rules/membership.ts';
