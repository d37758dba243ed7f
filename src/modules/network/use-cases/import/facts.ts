import type { OrganisationId, PersonId } from '#platform/kernel/actor.ts';
import { listBookingFactRows } from '../../data/booking-facts.ts';
import type { BookingFactKind, RecordedFact } from '../../rules/booking-facts.ts';
import { agreementPeriods, currentFacts } from '../../rules/booking-facts.ts';
import { holdsOn } from '../../rules/dated.ts';
import type { ImportedStructure } from '../../rules/import-line.ts';
import { recordBookingFact } from '../record-booking-fact.ts';
import type { ImportOutcome, ImportRun } from './run.ts';

type Subject =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'organisation'; readonly organisationId: OrganisationId };

async function listFactsOf(run: ImportRun, subject: Subject): Promise<RecordedFact[]> {
  return listBookingFactRows(run.tx, {
    networkId: run.network.id,
    personIds: subject.kind === 'person' ? [subject.personId] : [],
    organisationIds: subject.kind === 'organisation' ? [subject.organisationId] : [],
  });
}

async function write(
  run: ImportRun,
  subject: Subject,
  fact: { readonly kind: BookingFactKind; readonly date: Temporal.PlainDate },
): Promise<void> {
  const decision = await recordBookingFact(run.ctx, {
    ...fact,
    networkId: run.network.id,
    subject,
    note: null,
    supersedes: null,
  });
  // The line was read and the actor may coordinate: a refusal here is not an answer to the person.
  if (!decision.ok) throw new Error(`an import could not record a date: ${decision.refusal}`);
}

/** Records a date unless one of that kind is there: the first one recorded is kept. */
export async function ensureFact(
  run: ImportRun,
  subject: Subject,
  fact: { readonly kind: 'trained' | 'service-starts'; readonly date: Temporal.PlainDate },
): Promise<ImportOutcome> {
  const same = currentFacts(await listFactsOf(run, subject)).filter(
    ({ kind }) => kind === fact.kind,
  );
  if (same.some(({ date }) => date.equals(fact.date))) return 'already';
  if (same.length > 0) return 'kept';
  await write(run, subject, fact);
  return 'created';
}

/**
 * Records an agreement: a new one, or the end of the one that began that day and had none. One that would run over
 * another is not written: it is changed by hand, on the structure's page.
 */
export async function ensureAgreement(
  run: ImportRun,
  organisationId: OrganisationId,
  agreement: NonNullable<ImportedStructure['agreement']>,
): Promise<ImportOutcome> {
  const subject = { kind: 'organisation', organisationId } as const;
  const periods = agreementPeriods(await listFactsOf(run, subject));
  const { from, until } = agreement;
  const begun = periods.find((period) => period.from.equals(from));
  if (begun) {
    if (until === null || begun.endsOn?.equals(until)) return 'already';
    if (begun.endsOn) return 'kept';
    await write(run, subject, { kind: 'agreement-ends', date: until });
    return 'created';
  }
  const runsOver = periods.some(
    (period) =>
      holdsOn({ from: period.from, until: period.endsOn }, from) || holdsOn(agreement, period.from),
  );
  if (runsOver) return 'kept';
  await write(run, subject, { kind: 'agreement-starts', date: from });
  if (until) await write(run, subject, { kind: 'agreement-ends', date: until });
  return 'created';
}
