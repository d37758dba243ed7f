import type { PersonId } from '#platform/kernel/actor.ts';
import { listMembershipRows } from '../../data/memberships.ts';
import { endedBefore } from '../../rules/dated.ts';
import type { ImportLine, ImportedPerson } from '../../rules/import-line.ts';
import type { AddMemberRefusal } from '../add-member.ts';
import { addRole, personFor } from '../add-professional.ts';
import { ensureFact } from './facts.ts';
import type { ImportRun, StructureMet } from './run.ts';
import { faulty, note } from './run.ts';

/** The person of a line with their role and dates; whoever is known by that e-mail stays one person. */
export async function ensurePerson(
  run: ImportRun,
  { line, person }: ImportLine,
  met: StructureMet,
): Promise<void> {
  if (!person) return;
  const found = await personFor(run.ctx, run.tx, { person, known: run.people });
  if (!found.ok) {
    faulty(run, { line, column: 'personEmail', code: found.refusal, value: person.email });
    return;
  }
  const { personId, created } = found.value;
  note(run, line, { thing: 'person', outcome: created ? 'created' : 'already' });
  if (!(await ensureRole(run, { line, person, personId }, met))) return;
  const subject = { kind: 'person', personId } as const;
  if (person.trainedOn) {
    const outcome = await ensureFact(run, subject, { kind: 'trained', date: person.trainedOn });
    note(run, line, { thing: 'training', outcome });
  }
  if (person.serviceFrom) {
    const date = person.serviceFrom;
    note(run, line, {
      thing: 'service',
      outcome: await ensureFact(run, subject, { kind: 'service-starts', date }),
    });
  }
}

interface Joining {
  readonly line: number;
  readonly person: ImportedPerson;
  readonly personId: PersonId;
}

async function ensureRole(
  run: ImportRun,
  { line, person, personId }: Joining,
  { organisationId }: StructureMet,
): Promise<boolean> {
  const networkId = run.network.id;
  const from = person.from ?? run.today;
  const roles = await listMembershipRows(run.tx, { networkId, organisationIds: [organisationId] });
  const former = roles.some(
    (one) => one.personId === personId && one.role === person.role && !endedBefore(one, from),
  );
  if (former) {
    note(run, line, { thing: 'role', outcome: 'already' });
    return true;
  }
  const decision = await addRole(run.ctx, run.tx, {
    personId,
    role: person.role,
    scope: { kind: 'organisation', networkId, organisationId },
    from,
    until: person.until,
    profile: { displayName: person.displayName, languages: person.languages, presentation: null },
  });
  if (decision.ok) {
    note(run, line, { thing: 'role', outcome: 'created' });
    return true;
  }
  refusedRole(run, { line, from, until: person.until }, decision.refusal);
  return false;
}

function refusedRole(
  run: ImportRun,
  where: {
    readonly line: number;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate | null;
  },
  refusal: AddMemberRefusal,
): void {
  const { line, from, until } = where;
  if (refusal === 'ends-before-start') {
    run.errors.push({ line, column: 'memberUntil', code: refusal, value: until?.toString() ?? '' });
    return;
  }
  const code = refusal === 'not-affiliated' ? 'starts-before-network' : 'refused';
  faulty(run, { line, column: 'memberFrom', code, value: from.toString() });
}
