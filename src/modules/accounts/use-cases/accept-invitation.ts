import { hashToken } from '#platform/chance.ts';
import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import {
  findInvitationByToken,
  lockInvitation,
  markInvitationAccepted,
} from '../data/invitations.ts';
import type { InvitationRow } from '../data/invitations.ts';
import {
  addLogin,
  deleteSecondFactors,
  findLoginByEmail,
  linkLogin,
  savePassword,
} from '../data/logins.ts';
import type { Login } from '../data/logins.ts';
import { findPerson } from '../data/people.ts';
import type { Person } from '../data/people.ts';
import { deleteSessions } from '../data/sessions.ts';
import { decideInvitation, ENROLMENT_MS } from '../rules/invitation.ts';
import { decidePassword } from '../rules/password.ts';
import type { PasswordRefusal } from '../rules/password.ts';
import { signInNow } from './accounts.ts';
import { beginApplication } from './enrol-application.ts';
import { checkPassword } from './sign-in-with-password.ts';
import { openSession } from './visit.ts';
import type { SetCookies, Visit } from './visit.ts';

export type LinkRefusal = 'unknown' | 'used' | 'expired' | 'closed' | 'address-in-use';
export type AcceptanceRefusal = LinkRefusal | PasswordRefusal | 'wrong' | 'too-many';

export interface InvitationCard {
  readonly kind: 'join' | 'enrolment';
  readonly givenName: string;
  readonly email: string;
  /** `choose` a first one, or `give` the one chosen before. */
  readonly password: 'choose' | 'give';
}

interface Found {
  readonly invitation: InvitationRow;
  readonly person: Person;
  readonly login: Login | null;
}

/** What an invitation's page shows. Reading it changes nothing: mail scanners follow links. */
export async function readInvitation(
  visit: Visit,
  token: string,
): Promise<Decision<LinkRefusal, InvitationCard>> {
  const found = await findOpen(visit, token);
  if (!found.ok) return found;
  const { invitation, person, login } = found.value;
  return accept({
    kind: invitation.kind,
    givenName: person.givenName,
    email: invitation.email,
    password: login?.hasPassword ? 'give' : 'choose',
  });
}

/**
 * The invitation's link and a password together open a session that may set a second factor up, for half an hour. The
 * link ends once that is done; until then it opens the same page again, with the password.
 */
export async function acceptInvitation(
  visit: Visit,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<
  Decision<AcceptanceRefusal, { readonly cookies: SetCookies; readonly next: 'enrol' | 'code' }>
> {
  const found = await findOpen(visit, token);
  if (!found.ok) return found;
  const checked = await passwordFor(visit, found.value, password);
  if (!checked.ok) return checked;
  const login = await takeUp(visit, found.value, checked.value);
  if (!login.ok) return login;
  const { loginId, next } = login.value;
  const { personId } = found.value.invitation;
  const memberships = await visit.accounts.directory.listMemberships(personId);
  const opened = await openSession(visit, {
    loginId,
    acting: {
      space: 'professional',
      membershipId: memberships.length === 1 ? (memberships[0]?.membershipId ?? null) : null,
      proof: null,
      enrolmentUntil: next === 'enrol' ? signInNow().add({ milliseconds: ENROLMENT_MS }) : null,
      remembered: false,
    },
  });
  if (!opened) return refuse('closed');
  if (next === 'enrol') await beginApplication(withCookies(visit, opened.cookies), { password });
  return accept({ cookies: opened.cookies, next });
}

function findOpen({ ctx }: Visit, token: string): Promise<Decision<LinkRefusal, Found>> {
  return ctx.db.inInstallation(async (tx) => {
    const invitation = await findInvitationByToken(tx, hashToken(token));
    const decision = decideInvitation(invitation, ctx.now());
    if (!decision.ok) return decision;
    const person = invitation ? await findPerson(tx, invitation.personId) : null;
    if (!invitation || !person) return refuse('unknown');
    if (person.closedAt) return refuse('closed');
    const login = await findLoginByEmail(tx, invitation.email);
    if (login?.personId && login.personId !== person.id) return refuse('address-in-use');
    return accept({ invitation, person, login });
  });
}

/** A password chosen now, hashed, or null when the one chosen before was given rightly. */
async function passwordFor(
  visit: Visit,
  { invitation, person, login }: Found,
  password: string,
): Promise<Decision<PasswordRefusal | 'wrong' | 'too-many', string | null>> {
  if (login?.hasPassword) {
    const checked = await checkPassword(visit, { email: invitation.email, password });
    return checked.ok ? { ok: true, value: null } : checked;
  }
  const about = [invitation.email, person.givenName, person.familyName];
  const decision = decidePassword({ password, about });
  if (!decision.ok) return decision;
  const context = await visit.accounts.identity.$context;
  return accept(await context.password.hash(password));
}

interface TakenUp {
  readonly loginId: string;
  readonly next: 'enrol' | 'code';
}

function takeUp(
  { ctx }: Visit,
  { invitation, person }: Found,
  hash: string | null,
): Promise<Decision<LinkRefusal, TakenUp>> {
  return ctx.db.inInstallation(async (tx) => {
    const decision = decideInvitation(await lockInvitation(tx, invitation.id), ctx.now());
    if (!decision.ok) return decision;
    const login = await findLoginByEmail(tx, invitation.email);
    const loginId = await ensureLogin(ctx, tx, { invitation, person, login });
    if (hash) {
      await savePassword(tx, {
        credentialId: ctx.newId<'Credential'>(),
        loginId,
        hash,
        at: signInNow(),
      });
    }
    // What a mailbox alone may have set up before there was a profession to protect does not protect it.
    const startsAnew = hash !== null || invitation.kind === 'enrolment';
    if (startsAnew) {
      await deleteSecondFactors(tx, loginId);
      await deleteSessions(tx, { personId: person.id });
    }
    const hasApplication = !startsAnew && login?.hasApplication === true;
    if (hasApplication) await markInvitationAccepted(tx, person.id, ctx.now());
    await record(ctx, tx, {
      verb: 'accounts.accept-invitation',
      networkId: null,
      subject: { kind: 'person', id: person.id },
      facts: { kind: invitation.kind },
    });
    return accept({ loginId, next: hasApplication ? 'code' : 'enrol' });
  });
}

async function ensureLogin(
  ctx: Ctx,
  tx: Tx,
  { invitation, person, login }: Found,
): Promise<string> {
  const at = signInNow();
  const { id: personId, givenName: name } = person;
  const loginId = login?.loginId ?? ctx.newId<'Login'>();
  if (login) await linkLogin(tx, { loginId, personId, at });
  else await addLogin(tx, { loginId, personId, email: invitation.email, name, at });
  return loginId;
}

/** The same visit as the browser will make it once it has these cookies. */
function withCookies(visit: Visit, cookies: SetCookies): Visit {
  const headers = new Headers(visit.headers);
  headers.set('cookie', cookies.map((line) => line.split(';')[0] ?? '').join('; '));
  return { ...visit, headers };
}
