import type { Tx } from '#platform/db/database.ts';
import type { PersonId } from '#platform/kernel/actor.ts';
import type { DataSubject } from '#platform/kernel/module.ts';
import { deleteInvitations, listInvitations } from '../data/invitations.ts';
import { deleteLogins, findLoginOfPerson } from '../data/logins.ts';
import { deleteMessagesTo } from '../data/messages.ts';
import { blankPerson, findPerson, markPersonClosed } from '../data/people.ts';
import { listPasskeys } from '../data/second-factors.ts';
import { listSessions } from '../data/sessions.ts';

interface Dated {
  readonly subject: DataSubject;
  readonly now: Temporal.Instant;
}

/** Columns that point to a person, claimed here. */
const COLUMNS = [
  'accounts.person.id',
  'accounts.sign_in.person_id',
  'accounts.invitation.person_id',
  'platform.audit_entry.actor_person_id',
] as const;

/**
 * What the module knows of a person. Erasing blanks the person and deletes their ways in; the row itself stays, because
 * others' history points to it. The audit keeps the id without a name.
 */
export const personalData = {
  columns: COLUMNS,

  async export(tx: Tx, { subject, now }: Dated): Promise<Readonly<Record<string, unknown>> | null> {
    const personId = personOf(subject);
    const person = personId ? await findPerson(tx, personId) : null;
    if (!personId || !person) return null;
    const login = await findLoginOfPerson(tx, personId);
    const passkeys = login ? await listPasskeys(tx, login.loginId) : [];
    return {
      identity: {
        givenName: person.givenName,
        familyName: person.familyName,
        email: person.email,
        phone: person.phone,
        createdAt: person.createdAt.toString(),
        closedAt: person.closedAt?.toString() ?? null,
      },
      signIn: login && {
        email: login.email,
        password: login.hasPassword,
        application: login.hasApplication,
      },
      passkeys: passkeys.map(({ name, addedAt }) => ({
        name,
        addedAt: addedAt?.toString() ?? null,
      })),
      sessions: (await listSessions(tx, { personId, now })).map(({ startedAt, userAgent }) => ({
        startedAt: startedAt.toString(),
        device: userAgent,
      })),
      invitations: (await listInvitations(tx, personId)).map(
        ({ email, createdAt, acceptedAt }) => ({
          email,
          createdAt: createdAt.toString(),
          acceptedAt: acceptedAt?.toString() ?? null,
        }),
      ),
    };
  },

  async erase(tx: Tx, { subject, now }: Dated): Promise<void> {
    const personId = personOf(subject);
    const person = personId ? await findPerson(tx, personId) : null;
    if (!personId || !person) return;
    const login = await findLoginOfPerson(tx, personId);
    for (const email of [login?.email, person.email]) if (email) await deleteMessagesTo(tx, email);
    if (!person.closedAt) await markPersonClosed(tx, personId, now);
    await deleteInvitations(tx, personId);
    await deleteLogins(tx, personId);
    await blankPerson(tx, personId);
  },

  /** Kept for as long as some module's history points to the person; what can serve no more is swept each day. */
  retain: 'until-erased',
} as const;

function personOf(subject: DataSubject): PersonId | null {
  return subject.kind === 'person' ? subject.personId : null;
}
