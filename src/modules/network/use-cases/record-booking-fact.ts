import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import { violatedConstraint } from '#platform/db/errors.ts';
import type { NetworkId, OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Id } from '#platform/kernel/id.ts';
import { findBookingFactRow, saveBookingFact } from '../data/booking-facts.ts';
import { mayCoordinate } from '../rules/authority.ts';
import type { BookingFactKind, RecordedFact } from '../rules/booking-facts.ts';
import { factFitsSubject } from '../rules/booking-facts.ts';

export interface NewBookingFact {
  readonly networkId: NetworkId;
  readonly subject:
    | { readonly kind: 'person'; readonly personId: PersonId }
    | { readonly kind: 'organisation'; readonly organisationId: OrganisationId };
  readonly kind: BookingFactKind;
  /** Null withdraws the fact that is superseded. */
  readonly date: Temporal.PlainDate | null;
  readonly note: string | null;
  readonly supersedes: Id<'BookingFact'> | null;
}

export type RecordBookingFactRefusal =
  | 'not-allowed'
  | 'kind-does-not-fit-subject'
  | 'without-date'
  | 'not-found'
  | 'not-the-same-fact'
  | 'already-superseded';

/** SM-26: what the coordinator writes down by hand. Nothing is overwritten: a fact takes the place of another. */
export async function recordBookingFact(
  ctx: Ctx,
  input: NewBookingFact,
): Promise<Decision<RecordBookingFactRefusal, Id<'BookingFact'>>> {
  const { networkId, kind, date, supersedes } = input;
  if (!mayCoordinate(ctx.actor, networkId)) return refuse('not-allowed');
  if (!factFitsSubject(kind, input.subject.kind)) return refuse('kind-does-not-fit-subject');
  if (date === null && supersedes === null) return refuse('without-date');
  const fact = factOf(ctx, input);
  try {
    return await ctx.db.inInstallation(async (tx) => {
      if (supersedes) {
        const former = await findBookingFactRow(tx, supersedes);
        if (!former) return refuse('not-found');
        if (!isAboutTheSame(former, fact)) return refuse('not-the-same-fact');
      }
      await saveBookingFact(tx, fact);
      await record(ctx, tx, {
        verb: 'network.record-booking-fact',
        networkId,
        subject: { kind: 'booking-fact', id: fact.id },
        facts: { kind, date: date?.toString() ?? null, supersedes },
      });
      return accept(fact.id);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'booking_fact_supersedes_key')
      return refuse('already-superseded');
    throw error;
  }
}

function factOf(ctx: Ctx, input: NewBookingFact): RecordedFact {
  const { subject, ...same } = input;
  return {
    ...same,
    id: ctx.newId<'BookingFact'>(),
    personId: subject.kind === 'person' ? subject.personId : null,
    organisationId: subject.kind === 'organisation' ? subject.organisationId : null,
    recordedBy: ctx.actor.kind === 'professional' ? ctx.actor.personId : null,
    recordedAt: ctx.now(),
  };
}

function isAboutTheSame(a: RecordedFact, b: RecordedFact): boolean {
  return (
    a.networkId === b.networkId &&
    a.personId === b.personId &&
    a.organisationId === b.organisationId &&
    a.kind === b.kind
  );
}
