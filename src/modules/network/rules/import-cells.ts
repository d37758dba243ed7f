import type { ImportColumn } from './import-columns.ts';
import { plainKey } from './import-columns.ts';

/** Why a cell, or a line, cannot be taken; `texts.ts` puts each into words. */
export type ImportErrorCode =
  | 'missing'
  | 'too-long'
  | 'not-a-siret'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-yes-or-no'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-an-address-of-site'
  | 'unknown-legal-form'
  | 'unknown-role'
  | 'unknown-language'
  | 'unknown-civility'
  | 'ends-before-start'
  | 'end-without-start'
  | 'place-without-name'
  | 'person-without-name'
  | 'trained-but-not-adviser'
  | 'not-the-same-as-before';

export interface ImportError {
  /** As the spreadsheet numbers it. */
  readonly line: number;
  readonly column: ImportColumn;
  readonly code: ImportErrorCode;
  /** What was found there. */
  readonly value: string;
}

/** The cells of one line, and the errors met while they are read. */
export interface LineCells {
  readonly line: number;
  text(column: ImportColumn): string;
  readonly errors: ImportError[];
}

/** Writes an error down and answers null, so that reading goes on: all the errors of a line are said at once. */
export function wrong(cells: LineCells, column: ImportColumn, code: ImportErrorCode): null {
  cells.errors.push({ line: cells.line, column, code, value: cells.text(column) });
  return null;
}

const LONGEST = 300;

/** The text of a cell, null when it is empty. */
export function optionalText(cells: LineCells, column: ImportColumn): string | null {
  const text = cells.text(column);
  if (text.length > LONGEST) return wrong(cells, column, 'too-long');
  return text === '' ? null : text;
}

/** The text of a cell; an empty one is an error and reads as ''. */
export function requiredText(cells: LineCells, column: ImportColumn): string {
  if (cells.text(column) === '') wrong(cells, column, 'missing');
  return optionalText(cells, column) ?? '';
}

/** An empty cell is null; one that `parse` does not understand is an error. */
export function parsed<Value>(
  cells: LineCells,
  column: ImportColumn,
  how: { readonly parse: (text: string) => Value | null; readonly code: ImportErrorCode },
): Value | null {
  const text = cells.text(column);
  return text === '' ? null : (how.parse(text) ?? wrong(cells, column, how.code));
}

/** dd/mm/yyyy as spreadsheets in French write it, or ISO; Excel's midnight after it is let pass. */
export function parseDate(text: string): Temporal.PlainDate | null {
  const plain = text.replace(/[ T]00:00(:00(\.000)?)?$/, '');
  const french = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/.exec(plain);
  const found = french ?? /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(plain);
  if (!found?.groups) return null;
  const { year, month, day } = found.groups;
  return dateOf({ year: Number(year), month: Number(month), day: Number(day) });
}

/** From 1900 to 2100: a year beyond is a mistake. */
function dateOf(parts: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): Temporal.PlainDate | null {
  if (parts.year < 1900 || parts.year > 2100) return null;
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' });
  } catch {
    return null;
  }
}

export function readDate(cells: LineCells, column: ImportColumn): Temporal.PlainDate | null {
  return parsed(cells, column, { parse: parseDate, code: 'not-a-date' });
}

const YES = new Set(['oui', 'o', 'vrai', 'true', '1', 'x', 'yes']);
const NO = new Set(['non', 'n', 'faux', 'false', '0', 'no']);

export function readYesNo(cells: LineCells, column: ImportColumn): boolean | null {
  return parsed(cells, column, {
    parse: (text) => {
      const key = plainKey(text);
      if (YES.has(key)) return true;
      return NO.has(key) ? false : null;
    },
    code: 'not-yes-or-no',
  });
}

/** In small letters, as addresses are compared. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(email) && email.length <= 254
    ? email
    : null;
}

export function parseSite(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return /^https?:\/\/[^\s/]+\.[^\s/]{2,}(\/\S*)?$/i.test(address) ? address : null;
}

/** Two dates of which the second, when given, asks for the first and does not come before it. */
export function checkOrder(
  cells: LineCells,
  columns: { readonly from: ImportColumn; readonly until: ImportColumn },
  dates: { readonly from: Temporal.PlainDate | null; readonly until: Temporal.PlainDate | null },
): void {
  if (dates.until === null) return;
  if (dates.from === null) {
    if (cells.text(columns.from) === '') wrong(cells, columns.until, 'end-without-start');
    return;
  }
  if (Temporal.PlainDate.compare(dates.until, dates.from) < 0) {
    wrong(cells, columns.until, 'ends-before-start');
  }
}
