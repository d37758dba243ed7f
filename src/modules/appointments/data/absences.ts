import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { dateOfEpochDay, epochDayOf } from '#platform/kernel/time.ts';
import type { EpochDay } from '#platform/kernel/time.ts';
import type { AbsenceId, Recurrence } from '../rules/calendar.ts';
import { absence } from './schema.ts';
import { recurrenceOf, storedRecurrenceOf } from './stored-series.ts';

type Row = typeof absence.$inferSelect;

/** An absence as it was declared, its recurrence in the engine's terms. */
export interface SavedAbsence extends Readonly<Omit<Row, 'recurrence' | 'firstDay'>> {
  readonly firstDay: EpochDay;
  readonly recurrence: Recurrence | null;
}

export type NewAbsence = Omit<SavedAbsence, 'endedAt'>;

export async function saveAbsence(tx: Tx, item: NewAbsence): Promise<void> {
  await tx.insert(absence).values(rowOf(item));
}

export async function updateAbsence(tx: Tx, item: NewAbsence): Promise<void> {
  const { id, createdAt: _createdAt, ...changes } = rowOf(item);
  await tx.update(absence).set(changes).where(eq(absence.id, id));
}

export async function markAbsenceEnded(tx: Tx, id: AbsenceId, at: Temporal.Instant): Promise<void> {
  await tx.update(absence).set({ endedAt: at }).where(eq(absence.id, id));
}

export async function findAbsence(tx: Tx, id: AbsenceId): Promise<SavedAbsence | null> {
  const [row] = await tx.select().from(absence).where(eq(absence.id, id));
  return row ? savedOf(row) : null;
}

export async function lockAbsence(tx: Tx, id: AbsenceId): Promise<SavedAbsence | null> {
  const [row] = await tx.select().from(absence).where(eq(absence.id, id)).for('update');
  return row ? savedOf(row) : null;
}

/** Those that have not been withdrawn, whatever the network under which they were declared, in order of their first day. */
export async function listAbsences(
  tx: Tx,
  personIds: readonly PersonId[],
): Promise<readonly SavedAbsence[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(absence)
    .where(and(inArray(absence.personId, [...personIds]), isNull(absence.endedAt)))
    .orderBy(absence.firstDay, absence.id);
  return rows.map(savedOf);
}

function rowOf(item: NewAbsence) {
  return {
    ...item,
    firstDay: dateOfEpochDay(item.firstDay),
    recurrence: storedRecurrenceOf(item.recurrence),
  };
}

function savedOf(row: Row): SavedAbsence {
  return { ...row, firstDay: epochDayOf(row.firstDay), recurrence: recurrenceOf(row.recurrence) };
}
