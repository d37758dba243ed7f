import { readCsv } from './csv.ts';
import type { CsvLine } from './csv.ts';
import type { ImportError, LineCells } from './import-cells.ts';
import type { HeaderReading, ImportColumn } from './import-columns.ts';
import { readHeader } from './import-columns.ts';
import { findContradictions } from './import-contradictions.ts';
import type { ImportLine } from './import-line.ts';
import { readPerson } from './import-person.ts';
import { readPlace, readStructure } from './import-structure.ts';

export const MOST_IMPORT_LINES = 2000;

/** What stops the reading before any line. */
export type ImportFileProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unclosed-quote'; readonly line: number }
  | { readonly kind: 'missing-columns'; readonly columns: readonly ImportColumn[] }
  | { readonly kind: 'columns-twice'; readonly columns: readonly ImportColumn[] }
  | { readonly kind: 'too-many-lines'; readonly lines: number };

export interface ImportReading {
  readonly lines: readonly ImportLine[];
  readonly errors: readonly ImportError[];
  /** Headers that we do not know: said, so that a misspelt one is seen. */
  readonly unknownHeaders: readonly string[];
  /** Lines under the header that hold something. */
  readonly count: number;
}

const NEEDED: readonly ImportColumn[] = ['structure', 'legalForm', 'commune'];

/**
 * Reads a file: every line it can take, every error of the others with its line and column. Pure: nothing is looked for
 * in the database. Lines of one structure, place or person must say the same of it.
 */
export function readImport(
  text: string,
):
  | { readonly ok: true; readonly value: ImportReading }
  | { readonly ok: false; readonly problem: ImportFileProblem } {
  const csv = readCsv(text);
  if (!csv.ok) return stopped({ kind: 'unclosed-quote', line: csv.unclosedAt });
  const [head, ...lines] = csv.lines;
  if (!head || lines.length === 0) return stopped({ kind: 'empty' });
  if (lines.length > MOST_IMPORT_LINES) {
    return stopped({ kind: 'too-many-lines', lines: lines.length });
  }
  const header = readHeader(head.cells);
  const missing = NEEDED.filter((column) => !header.at.has(column));
  if (missing.length > 0) return stopped({ kind: 'missing-columns', columns: missing });
  if (header.twice.length > 0) return stopped({ kind: 'columns-twice', columns: header.twice });
  const read = lines.map((line) => readLine(cellsOf(line, header)));
  const whole = read.flatMap(({ value }) => (value ? [value] : []));
  return {
    ok: true,
    value: {
      lines: whole,
      errors: [...read.flatMap(({ errors }) => errors), ...findContradictions(whole)].toSorted(
        (a, b) => a.line - b.line,
      ),
      unknownHeaders: header.unknown,
      count: lines.length,
    },
  };
}

function stopped(problem: ImportFileProblem): {
  readonly ok: false;
  readonly problem: ImportFileProblem;
} {
  return { ok: false, problem };
}

function cellsOf({ line, cells }: CsvLine, { at }: HeaderReading): LineCells {
  return { line, errors: [], text: (column) => cells[at.get(column) ?? -1] ?? '' };
}

function readLine(cells: LineCells): {
  readonly value: ImportLine | null;
  readonly errors: readonly ImportError[];
} {
  const structure = readStructure(cells);
  const place = readPlace(cells);
  const person = readPerson(cells);
  const { line, errors } = cells;
  return {
    value: errors.length === 0 && structure ? { line, structure, place, person } : null,
    errors,
  };
}
