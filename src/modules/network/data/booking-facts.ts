import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { RecordedFact } from '../rules/booking-facts.ts';
import { bookingFactTable } from './schema.ts';

export async function saveBookingFact(tx: Tx, fact: RecordedFact): Promise<void> {
  await tx.insert(bookingFactTable).values(fact);
}

export async function findBookingFactRow(
  tx: Tx,
  id: Id<'BookingFact'>,
): Promise<RecordedFact | null> {
  const [row] = await tx.select().from(bookingFactTable).where(eq(bookingFactTable.id, id));
  return row ?? null;
}

/** In the order in which they were recorded. */
export async function listBookingFactRows(
  tx: Tx,
  where: {
    readonly networkId: NetworkId;
    readonly personIds: readonly PersonId[];
    readonly organisationIds: readonly OrganisationId[];
  },
): Promise<RecordedFact[]> {
  return tx
    .select()
    .from(bookingFactTable)
    .where(
      and(
        eq(bookingFactTable.networkId, where.networkId),
        or(
          inArray(bookingFactTable.personId, [...where.personIds]),
          inArray(bookingFactTable.organisationId, [...where.organisationIds]),
        ),
      ),
    )
    .orderBy(asc(bookingFactTable.recordedAt), asc(bookingFactTable.id));
}

/** What was recorded about a person, in every network. */
export async function listBookingFactRowsOf(tx: Tx, personId: PersonId): Promise<RecordedFact[]> {
  return tx
    .select()
    .from(bookingFactTable)
    .where(eq(bookingFactTable.personId, personId))
    .orderBy(asc(bookingFactTable.recordedAt), asc(bookingFactTable.id));
}
