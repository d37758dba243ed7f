/** One line of the file that holds something, with the number that a text editor or a spreadsheet shows for it. */
export interface CsvLine {
  /** From 1; a cell written over several lines counts from its first. */
  readonly line: number;
  /** Trimmed; what follows the last separator is a cell too. */
  readonly cells: readonly string[];
}

export type CsvReading =
  | { readonly ok: true; readonly lines: readonly CsvLine[] }
  /** A quote that nothing closes: all that follows would be swallowed. */
  | { readonly ok: false; readonly unclosedAt: number };

const SEPARATORS = [';', ',', '\t'] as const;

/**
 * Reads what spreadsheets write (RFC 4180, and Excel in French): `;`, `,` or tabs, cells between quotes with their own
 * quotes doubled, any end of line, a byte-order mark, Excel's first line `sep=;`. Empty lines are left out.
 */
export function readCsv(text: string): CsvReading {
  const { body, separator, firstLine } = openingOf(text.replace(/^\uFEFF/, ''));
  const lines: CsvLine[] = [];
  let line = firstLine;
  for (let at = 0; at < body.length;) {
    const read = readLine(body, at, separator);
    if (read === null) return { ok: false, unclosedAt: line };
    if (read.cells.some((cell) => cell !== '')) lines.push({ line, cells: read.cells });
    line += read.breaks;
    at = read.next;
  }
  return { ok: true, lines };
}

function openingOf(text: string): { body: string; separator: string; firstLine: number } {
  const told = /^sep=(.)\r?\n/i.exec(text);
  if (told?.[1]) return { body: text.slice(told[0].length), separator: told[1], firstLine: 2 };
  const head = (/^.*\S.*$/m.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  const most = counts.indexOf(Math.max(...counts));
  return { body: text, separator: SEPARATORS[most] ?? ';', firstLine: 1 };
}

interface LineRead {
  readonly cells: readonly string[];
  /** Where the next line begins. */
  readonly next: number;
  /** Line ends passed, those inside quotes included. */
  readonly breaks: number;
}

function readLine(text: string, from: number, separator: string): LineRead | null {
  const cells: string[] = [];
  for (let at = from; ;) {
    const cell = readCell(text, at, separator);
    if (cell === null) return null;
    cells.push(cell.value.trim());
    at = cell.next;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    const next = at + (text.startsWith('\r\n', at) ? 2 : 1);
    return { cells, next, breaks: countBreaks(text.slice(from, next)) };
  }
}

/** A quote opens a cell only at its beginning; elsewhere it is a character like another (14" screens). */
function readCell(
  text: string,
  from: number,
  separator: string,
): { readonly value: string; readonly next: number } | null {
  const quoted = /^[^\S\r\n\t]*"/.exec(text.slice(from, from + 80));
  if (!quoted) {
    let at = from;
    while (at < text.length && text[at] !== separator && !isBreak(text[at])) at += 1;
    return { value: text.slice(from, at), next: at };
  }
  let value = '';
  for (let at = from + quoted[0].length; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else {
      const rest = readCell(text, at + 1, separator);
      return rest && { value: value + rest.value.trim(), next: rest.next };
    }
  }
  return null;
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** A cell as it must be written so that it is read back: quoted where needed. */
export function csvCell(value: string): string {
  return /[;,"\t\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
