import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { insertPerson } from '../data/people.ts';

interface NewPerson {
  readonly givenName: string;
  readonly familyName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Records someone who exists, without any way to sign in, in the caller's transaction, which records who did it. */
export async function addPerson(ctx: Ctx, tx: Tx, person: NewPerson): Promise<PersonId> {
  const id = ctx.newId<'Person'>();
  await insertPerson(tx, { id, ...person, createdAt: ctx.now() });
  return id;
}
