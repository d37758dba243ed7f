import { addPerson } from '#modules/accounts/index.ts';
import type { Person } from '#modules/accounts/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MembershipId, PersonId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { listAdviserProfileRows } from '../data/memberships.ts';
import { lockProfessionals } from '../data/professionals.ts';
import { mayManageStaff } from '../rules/authority.ts';
import { isSameName } from '../rules/import-contradictions.ts';
import type { AddMemberRefusal, NewMember } from './add-member.ts';
import { addMember } from './add-member.ts';
import { readKnownPeople } from './known-people.ts';
import { withinTransaction } from './within-transaction.ts';

export interface NewProfessional extends Omit<NewMember, 'personId' | 'scope'> {
  readonly scope: Extract<NewMember['scope'], { readonly kind: 'organisation' | 'place' }>;
  readonly person: {
    readonly givenName: string;
    readonly familyName: string;
    /** By which someone is known again: one address, one person. */
    readonly email: string;
    readonly phone: string | null;
  };
}

export type KnownPersonRefusal = 'email-of-someone-else' | 'account-closed';
export type AddProfessionalRefusal = AddMemberRefusal | KnownPersonRefusal;

/**
 * SM-93: someone joins a structure, new to the installation or already known by that e-mail under the same name. How
 * they are already shown to young people in this network is kept.
 */
export async function addProfessional(
  ctx: Ctx,
  input: NewProfessional,
): Promise<
  Decision<
    AddProfessionalRefusal,
    { readonly personId: PersonId; readonly membershipId: MembershipId }
  >
> {
  if (!mayManageStaff(ctx.actor, input.scope)) return refuse('not-allowed');
  try {
    return await ctx.db.inInstallation(async (tx) => {
      await lockProfessionals(tx);
      const found = await personFor(ctx, tx, {
        person: input.person,
        known: await readKnownPeople(tx),
      });
      if (!found.ok) return refuse(found.refusal);
      const { personId } = found.value;
      const added = await addRole(withinTransaction(ctx, tx), tx, { ...input, personId });
      if (!added.ok) throw new Refused(added.refusal);
      return accept({ personId, membershipId: added.value });
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

/** Undoes the person that was added for a role that is refused. */
class Refused extends Error {
  readonly refusal: AddMemberRefusal;

  constructor(refusal: AddMemberRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** The person known by that e-mail, or a new one, in the caller's transaction; `known` is completed. */
export async function personFor(
  ctx: Ctx,
  tx: Tx,
  {
    person,
    known,
  }: { readonly person: NewProfessional['person']; readonly known: Map<string, Person> },
): Promise<
  Decision<KnownPersonRefusal, { readonly personId: PersonId; readonly created: boolean }>
> {
  const email = person.email.toLowerCase();
  const former = known.get(email);
  if (former?.closedAt) return refuse('account-closed');
  if (former && !isSameName(former, person)) return refuse('email-of-someone-else');
  if (former) return accept({ personId: former.id, created: false });
  const personId = await addPerson(ctx, tx, { ...person, email });
  await record(ctx, tx, {
    verb: 'network.add-person',
    networkId: null,
    subject: { kind: 'person', id: personId },
  });
  known.set(email, { ...person, email, id: personId, createdAt: ctx.now(), closedAt: null });
  return accept({ personId, created: true });
}

/** `inside` writes in `tx`. */
export async function addRole(
  inside: Ctx,
  tx: Tx,
  input: Omit<NewProfessional, 'person'> & { readonly personId: PersonId },
): Promise<Decision<AddMemberRefusal, MembershipId>> {
  const { personId, role, scope, from, until, title, profile } = input;
  const shown =
    profile && role === 'adviser'
      ? await listAdviserProfileRows(tx, { networkId: scope.networkId, personIds: [personId] })
      : [];
  return addMember(inside, {
    personId,
    role,
    scope,
    from,
    until,
    ...(title ? { title } : {}),
    ...(profile && role === 'adviser' && shown.length === 0 ? { profile } : {}),
  });
}
