import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { AppointmentId } from '../rules/calendar.ts';
import { appointment } from './schema.ts';

/** The note of follow-up; null takes it away. */
export async function markNote(tx: Tx, id: AppointmentId, note: string | null): Promise<void> {
  await tx.update(appointment).set({ outcomeNote: note }).where(eq(appointment.id, id));
}
