import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { deleteSessions } from '../data/sessions.ts';

export { listProvenEmails } from '../data/logins.ts';
export { findPerson, listPeople } from '../data/people.ts';

/** Ends every session of a person, in the transaction of the act that bars them; answers how many. */
export function endSessionsOfPerson(tx: Tx, personId: PersonId): Promise<number> {
  return deleteSessions(tx, { personId });
}
