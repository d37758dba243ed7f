import { listPeople } from '#modules/accounts/index.ts';
import type { Person } from '#modules/accounts/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { listProfessionalIds } from '../data/professionals.ts';

/** Parameters of one statement are counted on 16 bits. */
const AT_ONCE = 10_000;

/** The professionals of the installation by e-mail in small letters, whatever their network. */
export async function readKnownPeople(tx: Tx): Promise<Map<string, Person>> {
  const ids = await listProfessionalIds(tx);
  const known = new Map<string, Person>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const person of await listPeople(tx, ids.slice(from, from + AT_ONCE))) {
      if (person.email) known.set(person.email, person);
    }
  }
  return known;
}
