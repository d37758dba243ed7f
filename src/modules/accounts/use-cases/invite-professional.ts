import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { Id } from '#platform/kernel/id.ts';
import { replaceInvitation } from '../data/invitations.ts';
import { findLoginOfPerson } from '../data/logins.ts';
import { lockPerson } from '../data/people.ts';
import { INVITATION_MS, mayInvite } from '../rules/invitation.ts';
import type { MembershipCard } from '../rules/membership.ts';
import { addMessage } from './ask-for-message.ts';

export type InvitationRefusal =
  | 'not-found'
  | 'closed'
  | 'no-address'
  | 'already-signs-in'
  | 'no-second-factor';

export interface InvitationInput {
  readonly personId: PersonId;
  /** The person's, in force or to come, as their owner reads them: the actor must answer for one of them. */
  readonly memberships: readonly MembershipCard[];
}

/**
 * Sends a professional the link by which they choose a password and set their second factor up. It serves for seven
 * days; an earlier one is replaced. Whoever is out of the actor's scope is not found.
 */
export function inviteProfessional(
  ctx: Ctx,
  input: InvitationInput,
): Promise<Decision<InvitationRefusal, Id<'Invitation'>>> {
  return addInvitation(ctx, {
    ...input,
    kind: 'join',
    verb: 'accounts.invite-professional',
    reason: null,
  });
}

/**
 * For a professional who lost their second factor and their recovery codes: a link by which, with their password, they
 * set a new one up. Recorded with its reason; the person is told by mail.
 */
export function reopenEnrolment(
  ctx: Ctx,
  input: InvitationInput & { readonly reason: string },
): Promise<Decision<InvitationRefusal, Id<'Invitation'>>> {
  return addInvitation(ctx, { ...input, kind: 'enrolment', verb: 'accounts.reopen-enrolment' });
}

interface Wanted extends InvitationInput {
  readonly kind: 'join' | 'enrolment';
  readonly verb: string;
  readonly reason: string | null;
}

function addInvitation(
  ctx: Ctx,
  wanted: Wanted,
): Promise<Decision<InvitationRefusal, Id<'Invitation'>>> {
  const { personId, kind } = wanted;
  return ctx.db.inInstallation(async (tx) => {
    const person = await lockPerson(tx, personId);
    if (!person || !mayInvite(ctx.actor, wanted.memberships)) return refuse('not-found');
    if (person.closedAt) return refuse('closed');
    const login = await findLoginOfPerson(tx, personId);
    const refusal = refusalOf(kind, login);
    if (refusal) return refuse(refusal);
    const email = login?.email ?? person.email;
    if (!email) return refuse('no-address');
    const id = ctx.newId<'Invitation'>();
    const createdAt = ctx.now();
    const expiresAt = createdAt.add({ milliseconds: INVITATION_MS });
    await replaceInvitation(tx, { id, personId, kind, email, createdAt, expiresAt });
    await addMessage(ctx, tx, { email, kind: 'invitation', invitationId: id });
    await record(ctx, tx, {
      verb: wanted.verb,
      networkId: networkOf(wanted.memberships),
      subject: { kind: 'person', id: personId },
      ...(wanted.reason ? { reason: wanted.reason } : {}),
    });
    return accept(id);
  });
}

function refusalOf(
  kind: Wanted['kind'],
  login: { readonly hasApplication: boolean; readonly hasPassword: boolean } | null,
): 'already-signs-in' | 'no-second-factor' | null {
  const isSetUp = login?.hasApplication === true && login.hasPassword;
  if (kind === 'join') return isSetUp ? 'already-signs-in' : null;
  return isSetUp ? null : 'no-second-factor';
}

function networkOf(memberships: readonly MembershipCard[]): NetworkId | null {
  const scope = memberships[0]?.scope;
  return scope && scope.kind !== 'installation' ? scope.networkId : null;
}
