import { and, desc, eq, gt, inArray, lt, ne } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { MembershipId, PersonId } from '#platform/kernel/actor.ts';
import type { SecondFactorProof } from '../rules/standing.ts';
import { acting, person, session, signIn } from './schema.ts';

/** What stands behind a session, our side of it. */
export interface SessionStanding {
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string | null;
  readonly space: 'own' | 'professional';
  readonly membershipId: MembershipId | null;
  readonly proof: SecondFactorProof | null;
  readonly enrolmentUntil: Temporal.Instant | null;
  readonly remembered: boolean;
}

/** Null when the login is linked to nobody, or to someone whose account is closed. */
export async function findStanding(
  tx: Tx,
  key: { readonly sessionId: string; readonly loginId: string },
): Promise<SessionStanding | null> {
  const [row] = await tx
    .select({ person, acting })
    .from(signIn)
    .innerJoin(person, eq(person.id, signIn.personId))
    .leftJoin(acting, eq(acting.sessionId, key.sessionId))
    .where(eq(signIn.loginId, key.loginId));
  if (!row || row.person.closedAt) return null;
  return {
    personId: row.person.id,
    givenName: row.person.givenName,
    familyName: row.person.familyName,
    ...actingOf(row.acting),
  };
}

/** What a session acts as. */
export type Acting = Omit<SessionStanding, 'personId' | 'givenName' | 'familyName'>;

function actingOf(row: typeof acting.$inferSelect | null): Acting {
  if (!row) {
    return {
      space: 'own',
      membershipId: null,
      proof: null,
      enrolmentUntil: null,
      remembered: false,
    };
  }
  const {
    space,
    membershipId,
    enrolmentUntil,
    remembered,
    secondFactorAt: at,
    secondFactorKind: kind,
  } = row;
  return {
    space,
    membershipId,
    enrolmentUntil,
    remembered,
    proof: at && kind ? { at, kind } : null,
  };
}

/** What a session acts as, whole: a later call replaces what an earlier one said. */
export async function saveActing(tx: Tx, sessionId: string, what: Acting): Promise<void> {
  const row = {
    space: what.space,
    membershipId: what.membershipId,
    secondFactorAt: what.proof?.at ?? null,
    secondFactorKind: what.proof?.kind ?? null,
    enrolmentUntil: what.enrolmentUntil,
    remembered: what.remembered,
  };
  await tx
    .insert(acting)
    .values({ sessionId, ...row })
    .onConflictDoUpdate({ target: acting.sessionId, set: row });
}

export interface SessionRow {
  readonly sessionId: string;
  readonly startedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  /** As the browser said it; null when it said nothing. */
  readonly userAgent: string | null;
}

/** A person's sessions that have not expired, the latest first. */
export async function listSessions(
  tx: Tx,
  key: { readonly personId: PersonId; readonly now: Temporal.Instant },
): Promise<readonly SessionRow[]> {
  const rows = await tx
    .select({ session })
    .from(session)
    .innerJoin(signIn, eq(signIn.loginId, session.userId))
    .where(and(eq(signIn.personId, key.personId), gt(session.expiresAt, dateOf(key.now))))
    .orderBy(desc(session.createdAt), desc(session.id));
  return rows.map(({ session: row }) => ({
    sessionId: row.id,
    startedAt: instantOf(row.createdAt),
    expiresAt: instantOf(row.expiresAt),
    userAgent: row.userAgent === '' ? null : row.userAgent,
  }));
}

/** True when one of this person's sessions was ended. */
export async function deleteSession(
  tx: Tx,
  key: { readonly personId: PersonId; readonly sessionId: string },
): Promise<boolean> {
  const mine = tx
    .select({ id: signIn.loginId })
    .from(signIn)
    .where(eq(signIn.personId, key.personId));
  const ended = await tx
    .delete(session)
    .where(and(eq(session.id, key.sessionId), inArray(session.userId, mine)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends all of a person's sessions, but the one kept; answers how many. */
export async function deleteSessions(
  tx: Tx,
  key: { readonly personId: PersonId; readonly but?: string },
): Promise<number> {
  const mine = tx
    .select({ id: signIn.loginId })
    .from(signIn)
    .where(eq(signIn.personId, key.personId));
  const ended = await tx
    .delete(session)
    .where(and(inArray(session.userId, mine), key.but ? ne(session.id, key.but) : undefined))
    .returning({ id: session.id });
  return ended.length;
}

export async function deleteExpiredSessions(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.delete(session).where(lt(session.expiresAt, dateOf(now)));
}

function dateOf(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds);
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
