import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { person } from './schema.ts';

/** A human being, whether or not they sign in. */
export interface Person {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string | null;
  /** Contact address, in lower case. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly createdAt: Temporal.Instant;
  /** The account was closed then; what was done before stays. */
  readonly closedAt: Temporal.Instant | null;
}

export async function findPerson(tx: Tx, personId: PersonId): Promise<Person | null> {
  const [row] = await tx.select().from(person).where(eq(person.id, personId));
  return row ?? null;
}

export async function lockPerson(tx: Tx, personId: PersonId): Promise<Person | null> {
  const [row] = await tx.select().from(person).where(eq(person.id, personId)).for('update');
  return row ?? null;
}

/** In no particular order; those unknown are left out. */
export async function listPeople(tx: Tx, ids: readonly PersonId[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(person)
    .where(inArray(person.id, [...ids]));
}

export async function insertPerson(tx: Tx, row: Omit<Person, 'closedAt'>): Promise<void> {
  await tx.insert(person).values({ ...row, email: row.email?.toLowerCase() ?? null });
}

export async function markPersonClosed(
  tx: Tx,
  personId: PersonId,
  at: Temporal.Instant,
): Promise<void> {
  await tx.update(person).set({ closedAt: at }).where(eq(person.id, personId));
}

/** Forgets who someone was; the row stays, because others' history points to it. */
export async function blankPerson(tx: Tx, personId: PersonId): Promise<void> {
  await tx
    .update(person)
    .set({ givenName: 'Personne effacée', familyName: null, email: null, phone: null })
    .where(eq(person.id, personId));
}
