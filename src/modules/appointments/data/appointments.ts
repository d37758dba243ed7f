import { and, eq, sql } from 'drizzle-orm';
import { violatedConstraint } from '#platform/db/errors.ts';
import type { Tx } from '#platform/db/database.ts';
import type {
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
  YouthFileId,
} from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Interval } from '#platform/kernel/time.ts';
import type { AppointmentId, AppointmentMode, OpeningId } from '../rules/calendar.ts';
import { appointment } from './schema.ts';

/** An interview, or the hold that may become one, as the rules and the verbs know it. */
export type Appointment = Readonly<typeof appointment.$inferSelect>;

/** What a slot fixes; the rest comes with the person. */
export interface NewHold {
  readonly id: AppointmentId;
  readonly networkId: NetworkId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly openingId: OpeningId | null;
  readonly placeId: PlaceId | null;
  readonly roomNo: number | null;
  readonly mode: AppointmentMode;
  readonly period: Interval;
  readonly zone: string;
  readonly pauseMinutes: number;
  readonly holdKey: string;
  readonly expiresAt: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
}

/** Which of the three exclusions (design §5) refused a period. */
export type Clash = 'adviser-taken' | 'youth-taken' | 'room-taken';

const CLASHES: Readonly<Record<string, Clash>> = {
  one_interview_at_a_time_for_an_adviser: 'adviser-taken',
  one_interview_at_a_time_for_a_young_person: 'youth-taken',
  one_interview_at_a_time_in_a_room: 'room-taken',
};

/** Runs a write that an exclusion may refuse; the clash then, null when it was written. Other errors go on. */
export async function clashOf(
  tx: Tx,
  write: (inner: Tx) => Promise<unknown>,
): Promise<Clash | null> {
  try {
    // A savepoint: the refusal must not end the transaction around it.
    await tx.transaction(write);
    return null;
  } catch (error) {
    const constraint = violatedConstraint(error);
    const clash = constraint === null ? undefined : CLASHES[constraint];
    if (!clash) throw error;
    return clash;
  }
}

/**
 * One writer at a time on an adviser's calendar and a place's rooms, in this order for everyone: two transactions never wait
 * for each other. Removes their holds that are over, so that the exclusions only see what stands.
 */
export async function lockCalendar(
  tx: Tx,
  keys: {
    readonly personId: PersonId;
    readonly placeId: PlaceId | null;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { personId, placeId, now } = keys;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 1))`);
  if (placeId) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${placeId}, 2))`);
  await tx.execute(
    sql`select appointments.remove_expired_holds(${personId}::uuid, ${placeId}::uuid, ${now.toString()}::timestamptz)`,
  );
}

export async function saveHold(tx: Tx, hold: NewHold): Promise<void> {
  await tx.insert(appointment).values({ ...hold, status: 'on_hold' });
}

export async function findByHoldKey(
  tx: Tx,
  networkId: NetworkId,
  holdKey: string,
): Promise<Appointment | null> {
  const [row] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.networkId, networkId), eq(appointment.holdKey, holdKey)));
  return row ?? null;
}

/** Gives the slot back at once. Nothing happens when the hold has become an interview. */
export async function removeHold(tx: Tx, networkId: NetworkId, holdKey: string): Promise<void> {
  await tx
    .delete(appointment)
    .where(
      and(
        eq(appointment.networkId, networkId),
        eq(appointment.holdKey, holdKey),
        eq(appointment.status, 'on_hold'),
      ),
    );
}

export async function findAppointment(
  tx: Tx,
  networkId: NetworkId,
  id: AppointmentId,
): Promise<Appointment | null> {
  const [row] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.networkId, networkId), eq(appointment.id, id)));
  return row ?? null;
}

/** For update: what is decided on it stays true until the transaction ends. */
export async function lockAppointment(
  tx: Tx,
  networkId: NetworkId,
  id: AppointmentId,
): Promise<Appointment | null> {
  const [row] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.networkId, networkId), eq(appointment.id, id)))
    .for('update');
  return row ?? null;
}

/** The same form sent twice at once: the second waits for the end of the first, even where no hold stands any more. */
export async function lockHoldKey(tx: Tx, holdKey: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${holdKey}, 3))`);
}

export async function lockByHoldKey(
  tx: Tx,
  networkId: NetworkId,
  holdKey: string,
): Promise<Appointment | null> {
  const [row] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.networkId, networkId), eq(appointment.holdKey, holdKey)))
    .for('update');
  return row ?? null;
}

/** How one meets, fixed at booking so that a change of the opening never changes an interview already given. */
export interface Meeting {
  readonly videoUrl: string | null;
  readonly fallbackPhone: string | null;
  readonly phoneDirection: 'adviser-calls' | 'youth-calls' | null;
  readonly phoneNumber: string | null;
}

export interface Booking {
  readonly youthFileId: YouthFileId;
  readonly helpRequestId: Id<'HelpRequest'>;
  readonly bookedAt: Temporal.Instant;
  readonly bookedBy: 'youth' | 'someone-else' | 'structure';
  readonly meeting: Meeting;
}

/** The hold becomes the interview; its key stays, so that a second press of the button finds the same one. */
export async function markBooked(tx: Tx, id: AppointmentId, booking: Booking): Promise<void> {
  const { meeting, ...rest } = booking;
  await tx
    .update(appointment)
    .set({ ...rest, ...meeting, status: 'booked', expiresAt: null })
    .where(eq(appointment.id, id));
}

/** An interview written at once, by a professional. Its key is that of the form: sent twice, it is found again. */
export async function saveBooked(
  tx: Tx,
  slot: Omit<NewHold, 'expiresAt'> & { readonly overbooked: boolean },
  booking: Booking,
): Promise<void> {
  const { meeting, ...rest } = booking;
  await tx.insert(appointment).values({ ...slot, ...rest, ...meeting, status: 'booked' });
}

export interface Move {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly openingId: OpeningId | null;
  readonly placeId: PlaceId | null;
  readonly roomNo: number | null;
  readonly mode: AppointmentMode;
  readonly period: Interval;
  readonly zone: string;
  readonly pauseMinutes: number;
  readonly meeting: Meeting;
}

/** One statement: the old time is given back and the new one taken at once, so that one may overlap oneself. */
export async function markMoved(tx: Tx, id: AppointmentId, move: Move): Promise<void> {
  const { meeting, ...rest } = move;
  await tx
    .update(appointment)
    .set({
      ...rest,
      ...meeting,
      sequence: sql`${appointment.sequence} + 1`,
      overbooked: false,
      lateMinutes: null,
      lateSaidAt: null,
    })
    .where(eq(appointment.id, id));
}

export interface Cancellation {
  readonly at: Temporal.Instant;
  readonly by: 'youth' | 'structure';
  readonly reason: string;
  readonly note: string | null;
}

export async function markCancelled(
  tx: Tx,
  id: AppointmentId,
  cancellation: Cancellation,
): Promise<void> {
  await tx
    .update(appointment)
    .set({
      status: 'cancelled',
      cancelledAt: cancellation.at,
      cancelledBy: cancellation.by,
      cancellationReason: cancellation.reason,
      cancellationNote: cancellation.note,
      sequence: sql`${appointment.sequence} + 1`,
    })
    .where(eq(appointment.id, id));
}

export async function markLate(
  tx: Tx,
  id: AppointmentId,
  late: { readonly minutes: number; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .update(appointment)
    .set({ lateMinutes: late.minutes, lateSaidAt: late.at })
    .where(eq(appointment.id, id));
}

export async function markOutcome(
  tx: Tx,
  id: AppointmentId,
  outcome: {
    readonly status: 'held' | 'absent';
    readonly at: Temporal.Instant;
    readonly note: string | null;
  },
): Promise<void> {
  await tx
    .update(appointment)
    .set({ status: outcome.status, outcomeAt: outcome.at, outcomeNote: outcome.note })
    .where(eq(appointment.id, id));
}

/** The interview to come of one of these files, if any: one at a time for each network. */
export async function findOpenAppointment(
  tx: Tx,
  scope: {
    readonly networkId: NetworkId;
    readonly youthFileIds: readonly YouthFileId[];
    readonly now: Temporal.Instant;
  },
): Promise<Appointment | null> {
  if (scope.youthFileIds.length === 0) return null;
  const [row] = await tx
    .select()
    .from(appointment)
    .where(
      sql`${appointment.networkId} = ${scope.networkId} and ${appointment.youthFileId} = any(${sql.param(scope.youthFileIds)}::uuid[])
        and ${appointment.status} = 'booked' and upper(${appointment.period}) > ${scope.now.toString()}::timestamptz`,
    )
    .limit(1);
  return row ?? null;
}
