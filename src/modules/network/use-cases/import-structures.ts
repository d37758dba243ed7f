import { record } from '#platform/audit/record.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import { localDateAt } from '#platform/kernel/time.ts';
import { findNetworkRow } from '../data/networks.ts';
import { lockProfessionals } from '../data/professionals.ts';
import { mayCoordinate } from '../rules/authority.ts';
import type { ImportFileProblem, ImportReading } from '../rules/import.ts';
import { readImport } from '../rules/import.ts';
import type { Network } from '../rules/network.ts';
import { ensurePerson } from './import/person.ts';
import { ensurePlace } from './import/place.ts';
import type { ImportLineError, ImportOutcome, ImportRun, ImportedThing } from './import/run.ts';
import { ensureStructure } from './import/structure.ts';
import { readKnownPeople } from './known-people.ts';
import { withinTransaction } from './within-transaction.ts';

export type { ImportLineError, ImportOutcome, ImportedThing } from './import/run.ts';

export interface ImportLineReport {
  readonly line: number;
  readonly outcomes: readonly { readonly thing: ImportedThing; readonly outcome: ImportOutcome }[];
  readonly errors: readonly ImportLineError[];
}

export interface ImportReport {
  /** In the order of the file. */
  readonly lines: readonly ImportLineReport[];
  readonly errorCount: number;
  readonly unknownHeaders: readonly string[];
  /** How many of each thing are new. */
  readonly created: Readonly<Partial<Record<ImportedThing, number>>>;
  /** Whether it was written: asked for, and without an error. */
  readonly written: boolean;
}

export type ImportAnswer =
  | { readonly kind: 'unreadable'; readonly problem: ImportFileProblem }
  | { readonly kind: 'report'; readonly report: ImportReport };

/**
 * Structures, places, people and dates of a file (issue 2 §5): all or nothing, and what is there already is left as it
 * is, so that the same file may come again. A `dry-run` does all of it and undoes it: what it reports is what a
 * `confirm` of the same file would do at that moment.
 */
export async function importStructures(
  ctx: Ctx,
  input: {
    readonly networkId: NetworkId;
    readonly text: string;
    readonly mode: 'dry-run' | 'confirm';
  },
): Promise<Decision<'not-allowed' | 'not-found', ImportAnswer>> {
  const { networkId, mode } = input;
  if (!mayCoordinate(ctx.actor, networkId)) return refuse('not-allowed');
  const reading = readImport(input.text);
  if (!reading.ok) return accept({ kind: 'unreadable', problem: reading.problem });
  try {
    return await ctx.db.inInstallation(async (tx) => {
      const network = await findNetworkRow(tx, networkId);
      if (!network) return refuse('not-found');
      const report = reportOf(
        reading.value,
        await pass(ctx, tx, { network, ...reading.value }),
        mode,
      );
      if (!report.written) throw new Undone(report);
      await recordImport(ctx, tx, { networkId, report });
      return accept({ kind: 'report', report });
    });
  } catch (error) {
    if (error instanceof Undone) return accept({ kind: 'report', report: error.report });
    throw error;
  }
}

/** Ends the transaction without keeping anything. */
class Undone extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('undone');
    this.report = report;
  }
}

async function pass(
  ctx: Ctx,
  tx: Tx,
  { network, lines }: { readonly network: Network } & ImportReading,
): Promise<ImportRun> {
  // Two imports at once would each add the same person.
  await lockProfessionals(tx);
  const run: ImportRun = {
    ctx: withinTransaction(ctx, tx),
    tx,
    network,
    today: localDateAt(ctx.now(), network.settings.timeZone),
    people: await readKnownPeople(tx),
    communes: new Map(),
    structures: new Map(),
    places: new Set(),
    outcomes: [],
    errors: [],
  };
  for (const line of lines) {
    const met = await ensureStructure(run, line);
    if (!met) continue;
    await ensurePlace(run, line, met);
    await ensurePerson(run, line, met);
  }
  return run;
}

function reportOf(
  reading: ImportReading,
  run: ImportRun,
  mode: 'dry-run' | 'confirm',
): ImportReport {
  const errors: readonly ImportLineError[] = [...reading.errors, ...run.errors];
  const numbers = new Set([
    ...reading.lines.map(({ line }) => line),
    ...errors.map(({ line }) => line),
  ]);
  const created: Partial<Record<ImportedThing, number>> = {};
  for (const { thing, outcome } of run.outcomes) {
    if (outcome === 'created') created[thing] = (created[thing] ?? 0) + 1;
  }
  const outcomesByLine = Map.groupBy(run.outcomes, ({ line }) => line);
  const errorsByLine = Map.groupBy(errors, ({ line }) => line);
  return {
    lines: [...numbers]
      .toSorted((a, b) => a - b)
      .map((line) => ({
        line,
        outcomes: outcomesByLine.get(line) ?? [],
        errors: errorsByLine.get(line) ?? [],
      })),
    errorCount: errors.length,
    unknownHeaders: reading.unknownHeaders,
    created,
    written: mode === 'confirm' && errors.length === 0,
  };
}

async function recordImport(
  ctx: Ctx,
  tx: Tx,
  { networkId, report }: { readonly networkId: NetworkId; readonly report: ImportReport },
): Promise<void> {
  await record(ctx, tx, {
    verb: 'network.import-structures',
    networkId,
    subject: { kind: 'network', id: networkId },
    facts: { lines: report.lines.length, ...report.created },
  });
}
