import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import { epochDayOf, dateOfEpochDay } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import type { Recurrence, SeriesException, OpeningId } from '../rules/calendar.ts';
import { opening, openingException } from './schema.ts';
import { exceptionOf, recurrenceOf, storedRecurrenceOf } from './stored-series.ts';

type OpeningRow = typeof opening.$inferSelect;

/** An opening as it was saved, with its recurrence and its exceptions in the engine's terms. */
export interface SavedOpening extends Readonly<Omit<OpeningRow, 'recurrence' | 'firstDay'>> {
  readonly firstDay: EpochDay;
  readonly recurrence: Recurrence | null;
  readonly exceptions: readonly SeriesException[];
}

export type NewOpening = Omit<SavedOpening, 'exceptions' | 'endedAt'>;

export async function saveOpening(tx: Tx, item: NewOpening): Promise<void> {
  await tx.insert(opening).values(rowOf(item));
}

/** Another text of the same opening: exceptions of days that no longer occur simply say nothing. */
export async function updateOpening(tx: Tx, item: NewOpening): Promise<void> {
  const { id, createdAt: _createdAt, ...changes } = rowOf(item);
  await tx.update(opening).set(changes).where(eq(opening.id, id));
}

function rowOf(item: NewOpening) {
  return {
    ...item,
    modes: [...item.modes],
    firstDay: dateOfEpochDay(item.firstDay),
    recurrence: storedRecurrenceOf(item.recurrence),
  };
}

export async function findOpening(tx: Tx, id: OpeningId): Promise<SavedOpening | null> {
  const [row] = await tx.select().from(opening).where(eq(opening.id, id));
  if (!row) return null;
  const [saved] = await withExceptions(tx, [row]);
  return saved ?? null;
}

export async function lockOpening(tx: Tx, id: OpeningId): Promise<SavedOpening | null> {
  const [row] = await tx.select().from(opening).where(eq(opening.id, id)).for('update');
  if (!row) return null;
  const [saved] = await withExceptions(tx, [row]);
  return saved ?? null;
}

/** The openings of one adviser in a network that have not been ended, in order of their first day. */
export async function listOpenings(
  tx: Tx,
  where: { readonly networkId: NetworkId; readonly personIds: readonly PersonId[] },
): Promise<readonly SavedOpening[]> {
  if (where.personIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(opening)
    .where(
      and(
        eq(opening.networkId, where.networkId),
        inArray(opening.personId, [...where.personIds]),
        isNull(opening.endedAt),
      ),
    )
    .orderBy(opening.firstDay, opening.id);
  return withExceptions(tx, rows);
}

async function withExceptions(tx: Tx, rows: readonly OpeningRow[]): Promise<SavedOpening[]> {
  if (rows.length === 0) return [];
  const exceptions = await tx
    .select()
    .from(openingException)
    .where(
      inArray(
        openingException.openingId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(openingException.day);
  return rows.map((row) => ({
    ...row,
    firstDay: epochDayOf(row.firstDay),
    recurrence: recurrenceOf(row.recurrence),
    exceptions: exceptions
      .filter((item) => item.openingId === row.id)
      .map((item) =>
        exceptionOf({
          kind: item.kind,
          day: epochDayOf(item.day),
          toDay: item.toDay && epochDayOf(item.toDay),
          blocks: item.blocks,
        }),
      ),
  }));
}

/** One occurrence, and only it. Said again, it takes the new text. */
export async function saveException(
  tx: Tx,
  openingId: OpeningId,
  exception: SeriesException & { readonly recordedAt: Temporal.Instant },
): Promise<void> {
  const row = {
    openingId,
    day: dateOfEpochDay(exception.day),
    kind: exception.kind,
    toDay: exception.kind === 'moved' ? dateOfEpochDay(exception.toDay) : null,
    blocks: exception.kind === 'skipped' ? null : exception.blocks,
    recordedAt: exception.recordedAt,
  };
  const { openingId: _openingId, day: _day, ...changes } = row;
  await tx
    .insert(openingException)
    .values(row)
    .onConflictDoUpdate({
      target: [openingException.openingId, openingException.day],
      set: changes,
    });
}

/** The days of which something particular is said. */
export async function listExceptionDays(
  tx: Tx,
  openingId: OpeningId,
): Promise<readonly EpochDay[]> {
  const rows = await tx
    .select({ day: openingException.day })
    .from(openingException)
    .where(eq(openingException.openingId, openingId));
  return rows.map((row) => epochDayOf(row.day));
}

/** The occurrence is again as its series says. */
export async function removeException(tx: Tx, openingId: OpeningId, day: EpochDay): Promise<void> {
  await tx
    .delete(openingException)
    .where(
      and(
        eq(openingException.openingId, openingId),
        sql`${openingException.day} = ${dateOfEpochDay(day).toString()}::date`,
      ),
    );
}

export async function markOpeningEnded(tx: Tx, id: OpeningId, at: Temporal.Instant): Promise<void> {
  await tx.update(opening).set({ endedAt: at }).where(eq(opening.id, id));
}
