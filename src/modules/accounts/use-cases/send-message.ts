import { hashToken, newToken } from '#platform/chance.ts';
import type { Id } from '#platform/kernel/id.ts';
import { findInvitation, insertInvitationToken } from '../data/invitations.ts';
import { findLoginByEmail } from '../data/logins.ts';
import { findMessage, markMessageSent } from '../data/messages.ts';
import type { MessageRequest } from '../data/messages.ts';
import { findPerson } from '../data/people.ts';
import { invitationMail } from '../emails/invitation.ts';
import type { Letter } from '../emails/letter.ts';
import { wordsOf } from '../emails/letter.ts';
import { passwordChangedMail, secondFactorChangedMail } from '../emails/notices.ts';
import { passwordResetMail } from '../emails/password-reset.ts';
import { signInLinkMail } from '../emails/sign-in-link.ts';
import { decideInvitation } from '../rules/invitation.ts';
import { signInNow } from './accounts.ts';
import type { Accounts } from './accounts.ts';
import { mintedBy } from './identity/identity.ts';

/** Mints the token of a message and sends it. Run twice, it sends once, unless it was killed before it could say so. */
export async function sendMessage(accounts: Accounts, id: Id<'MessageRequest'>): Promise<void> {
  const { db, mail, baseUrl } = accounts.services;
  const request = await db.inInstallation((tx) => findMessage(tx, id));
  if (!request || request.sentAt) return;
  const letter = await letterFor(accounts, request);
  if (letter) {
    const host = new URL(baseUrl).hostname;
    const envelope = { messageId: `<${id}@${host}>`, from: accounts.mailFrom, to: request.email };
    await mail.send({ ...envelope, ...wordsOf(letter) });
  }
  await db.inInstallation((tx) => markMessageSent(tx, id, signInNow()));
}

/** Null when there is nothing to say any more, or nobody to say it to. */
async function letterFor(accounts: Accounts, request: MessageRequest): Promise<Letter | null> {
  switch (request.kind) {
    case 'sign-in-link':
      return signInLetter(accounts, request.email);
    case 'password-reset':
      return resetLetter(accounts, request.email);
    case 'invitation':
      return invitationLetter(accounts, request);
    case 'password-changed':
      return passwordChangedMail({ url: `${accounts.services.baseUrl}/mot-de-passe-oublie` });
    case 'second-factor-changed':
      return secondFactorChangedMail({ url: `${accounts.services.baseUrl}/mon-compte/sessions` });
  }
}

async function signInLetter(
  { identity, services }: Accounts,
  email: string,
): Promise<Letter | null> {
  const login = await services.db.inInstallation((tx) => findLoginByEmail(tx, email));
  const token = await mintedBy(() =>
    identity.api.signInMagicLink({ body: { email }, headers: new Headers() }),
  );
  if (!token) return null;
  // Only the mailbox's owner reads whether an account is there; the page then asks a newcomer for a first name.
  const query = login ? '' : '?nouveau=1';
  return signInLinkMail({ url: `${services.baseUrl}/connexion/lien/${token}${query}` });
}

async function resetLetter(accounts: Accounts, email: string): Promise<Letter | null> {
  const { identity, services } = accounts;
  const login = await services.db.inInstallation((tx) => findLoginByEmail(tx, email));
  if (!login) return null;
  if (!login.hasPassword) return signInLetter(accounts, email);
  const token = await mintedBy(() => identity.api.requestPasswordReset({ body: { email } }));
  return token
    ? passwordResetMail({ url: `${services.baseUrl}/mot-de-passe-oublie/${token}` })
    : null;
}

async function invitationLetter(
  accounts: Accounts,
  request: MessageRequest,
): Promise<Letter | null> {
  const { db, clock, baseUrl } = accounts.services;
  const { invitationId } = request;
  if (!invitationId) return null;
  return db.inInstallation(async (tx) => {
    const invitation = await findInvitation(tx, invitationId);
    if (!invitation || !decideInvitation(invitation, clock.now()).ok) return null;
    const person = await findPerson(tx, invitation.personId);
    if (!person || person.closedAt) return null;
    const token = newToken();
    await insertInvitationToken(tx, {
      tokenHash: hashToken(token),
      invitationId,
      mintedAt: clock.now(),
    });
    return invitationMail({
      kind: invitation.kind,
      givenName: person.givenName,
      url: `${baseUrl}/invitation/${token}`,
      until: invitation.expiresAt,
    });
  });
}
