import type { Person } from '#modules/accounts/index.ts';
import { resolveCommune } from '#modules/territories/index.ts';
import type { Commune } from '#modules/territories/index.ts';
import { communeLabel } from '#modules/territories/pure.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrganisationId } from '#platform/kernel/actor.ts';
import type { ImportError } from '../../rules/import-cells.ts';
import type { ImportColumn } from '../../rules/import-columns.ts';
import type { Network } from '../../rules/network.ts';

/** What a line says something of. */
export type ImportedThing =
  | 'structure'
  | 'affiliation'
  | 'place'
  | 'person'
  | 'role'
  | 'agreement'
  | 'training'
  | 'service';

/** `kept`: another date is recorded already; an import changes nothing of what is there. */
export type ImportOutcome = 'created' | 'already' | 'kept';

/** What only the database can say no to. */
export type ImportFinding =
  | 'unknown-commune'
  | 'several-communes'
  | 'commune-without-centre'
  | 'not-non-profit'
  | 'email-of-someone-else'
  | 'account-closed'
  | 'starts-before-network'
  | 'refused';

export type ImportLineError =
  | ImportError
  | {
      readonly line: number;
      readonly column: ImportColumn;
      readonly code: ImportFinding;
      readonly value: string;
      /** The communes among which to choose. */
      readonly among?: readonly string[];
    };

/** What a pass over a file knows, and what it has found so far. */
export interface ImportRun {
  /** Writes inside `tx`. */
  readonly ctx: Ctx;
  readonly tx: Tx;
  readonly network: Network;
  readonly today: Temporal.PlainDate;
  /** Professionals by e-mail, those just added included. */
  readonly people: Map<string, Person>;
  /** By what was typed. */
  readonly communes: Map<string, Commune>;
  /** Structures met, by their key in the file. */
  readonly structures: Map<string, StructureMet>;
  readonly places: Set<string>;
  readonly outcomes: {
    readonly line: number;
    readonly thing: ImportedThing;
    readonly outcome: ImportOutcome;
  }[];
  readonly errors: ImportLineError[];
}

export interface StructureMet {
  readonly organisationId: OrganisationId;
  readonly commune: Commune;
  readonly affiliatedFrom: Temporal.PlainDate;
}

export function note(
  run: ImportRun,
  line: number,
  said: { readonly thing: ImportedThing; readonly outcome: ImportOutcome },
): void {
  run.outcomes.push({ line, ...said });
}

/** Writes an error down and answers null. */
export function faulty(
  run: ImportRun,
  error: Extract<ImportLineError, { readonly code: ImportFinding }>,
): null {
  run.errors.push(error);
  return null;
}

/** The commune that was meant without doubt; otherwise an error, said on each line that needs it. */
export async function communeFor(
  run: ImportRun,
  where: { readonly line: number; readonly column: ImportColumn; readonly text: string },
): Promise<Commune | null> {
  const { line, column, text } = where;
  const known = run.communes.get(text);
  if (known) return known;
  const { territory } = run.network;
  const resolution = await resolveCommune(run.ctx, {
    code: '',
    text,
    preferRegion: territory.kind === 'region' ? territory.code : undefined,
  });
  if (resolution.kind === 'found') {
    run.communes.set(text, resolution.commune);
    return resolution.commune;
  }
  if (resolution.kind === 'none') {
    return faulty(run, { line, column, code: 'unknown-commune', value: text });
  }
  const among = resolution.matches.slice(0, 5).map(({ commune }) => communeLabel(commune));
  return faulty(run, { line, column, code: 'several-communes', value: text, among });
}
