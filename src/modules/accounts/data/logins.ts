import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import { credential, login, passkey, person, secondFactor, signIn } from './schema.ts';

export interface Login {
  readonly loginId: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly hasApplication: boolean;
  readonly personId: PersonId | null;
  readonly closed: boolean;
}

/** The login of an address, whatever the case it was typed in. */
export function findLoginByEmail(tx: Tx, email: string): Promise<Login | null> {
  return findLogin(tx, eq(login.email, email.toLowerCase()));
}

export function findLoginById(tx: Tx, loginId: string): Promise<Login | null> {
  return findLogin(tx, eq(login.id, loginId));
}

/** Whoever links this login to a person waits for the other. */
export async function lockLogin(tx: Tx, loginId: string): Promise<void> {
  await tx.select({ id: login.id }).from(login).where(eq(login.id, loginId)).for('update');
}

/** The first login linked to a person, or null: one need not sign in to exist. */
export function findLoginOfPerson(tx: Tx, personId: PersonId): Promise<Login | null> {
  return findLogin(tx, eq(signIn.personId, personId));
}

async function findLogin(tx: Tx, where: ReturnType<typeof eq>): Promise<Login | null> {
  const [row] = await tx
    .select({
      loginId: login.id,
      email: login.email,
      password: credential.password,
      verified: secondFactor.verified,
      personId: signIn.personId,
      closedAt: person.closedAt,
    })
    .from(login)
    .leftJoin(
      credential,
      and(eq(credential.userId, login.id), eq(credential.providerId, 'credential')),
    )
    .leftJoin(secondFactor, eq(secondFactor.userId, login.id))
    .leftJoin(signIn, eq(signIn.loginId, login.id))
    .leftJoin(person, eq(person.id, signIn.personId))
    .where(where)
    .orderBy(login.createdAt)
    .limit(1);
  if (!row) return null;
  return {
    loginId: row.loginId,
    email: row.email,
    hasPassword: row.password !== null,
    hasApplication: row.verified === true,
    personId: row.personId,
    closed: row.closedAt !== null,
  };
}

interface NewLogin {
  readonly loginId: string;
  readonly personId: PersonId;
  readonly email: string;
  readonly name: string;
  readonly at: Temporal.Instant;
}

/** Makes a login whose address is already proven, and links it to a person. */
export async function addLogin(
  tx: Tx,
  { loginId, personId, email, name, at }: NewLogin,
): Promise<string> {
  const date = new Date(at.epochMilliseconds);
  await tx.insert(login).values({
    id: loginId,
    name,
    email: email.toLowerCase(),
    emailVerified: true,
    createdAt: date,
    updatedAt: date,
  });
  await linkLogin(tx, { loginId, personId, at });
  return loginId;
}

export async function linkLogin(
  tx: Tx,
  { loginId, personId, at }: { loginId: string; personId: PersonId; at: Temporal.Instant },
): Promise<void> {
  await tx.insert(signIn).values({ loginId, personId, linkedAt: at }).onConflictDoNothing();
}

interface NewPassword {
  /** Kept when the login already has a password. */
  readonly credentialId: string;
  readonly loginId: string;
  readonly hash: string;
  readonly at: Temporal.Instant;
}

/** `hash` is better-auth's. Also marks the address proven: whoever sets a password came by a link sent to it. */
export async function savePassword(
  tx: Tx,
  { credentialId, loginId, hash, at }: NewPassword,
): Promise<void> {
  const date = new Date(at.epochMilliseconds);
  await tx.update(login).set({ emailVerified: true, updatedAt: date }).where(eq(login.id, loginId));
  await tx
    .insert(credential)
    .values({
      id: credentialId,
      accountId: loginId,
      providerId: 'credential',
      userId: loginId,
      password: hash,
      createdAt: date,
      updatedAt: date,
    })
    .onConflictDoUpdate({
      target: [credential.providerId, credential.accountId],
      set: { password: hash, updatedAt: date },
    });
}

/** Forgets the application, its recovery codes and the passkeys of a login. */
export async function deleteSecondFactors(tx: Tx, loginId: string): Promise<void> {
  await tx.delete(secondFactor).where(eq(secondFactor.userId, loginId));
  await tx.delete(passkey).where(eq(passkey.userId, loginId));
  await tx.update(login).set({ twoFactorEnabled: false }).where(eq(login.id, loginId));
}

/** Deletes every login of a person, with sessions, passwords, second factors and passkeys. */
export async function deleteLogins(tx: Tx, personId: PersonId): Promise<void> {
  const mine = await tx
    .select({ id: signIn.loginId })
    .from(signIn)
    .where(eq(signIn.personId, personId));
  for (const { id } of mine) await tx.delete(login).where(eq(login.id, id));
}

/** People without a login whose contact address this is, accounts closed left out. */
export async function listPeopleToClaim(tx: Tx, email: string): Promise<readonly PersonId[]> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .leftJoin(signIn, eq(signIn.personId, person.id))
    .where(
      and(eq(person.email, email.toLowerCase()), isNull(person.closedAt), isNull(signIn.loginId)),
    )
    .limit(2);
  return rows.map((row) => row.id);
}

/** Addresses that a person has proven to be theirs by signing in: what a youth file may be claimed with. */
export async function listProvenEmails(tx: Tx, personId: PersonId): Promise<readonly string[]> {
  const rows = await tx
    .select({ email: login.email })
    .from(login)
    .innerJoin(signIn, eq(signIn.loginId, login.id))
    .where(and(eq(signIn.personId, personId), eq(login.emailVerified, true)));
  return rows.map((row) => row.email);
}
