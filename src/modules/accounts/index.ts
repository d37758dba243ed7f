export { createAccounts } from './use-cases/accounts.ts';
export type { Accounts, AccountsParts } from './use-cases/accounts.ts';
export { accountJobs } from './use-cases/jobs.ts';
export { resolveActor } from './use-cases/resolve-actor.ts';
export type { MembershipCard, MembershipDirectory } from './rules/membership.ts';
export { findPerson, listPeople } from './data/people.ts';
export type { Person } from './data/people.ts';
