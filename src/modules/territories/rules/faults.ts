/** How far a typed name is from a known one. */
export interface Faults {
  /** Letters wrong, missing, added or swapped to reach the whole name. */
  readonly whole: number;
  /** The same to reach the nearest beginning of the name: someone may not have finished typing. */
  readonly beginning: number;
}

/** Optimal string alignment distance (Damerau-Levenshtein without editing a swap twice) of two keys. */
export function countFaults(typed: string, known: string): Faults {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: known.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = nextRow({ typed, known, row, last, beforeLast });
    beforeLast = last;
    last = current;
  }
  return { whole: last[known.length] ?? 0, beginning: Math.min(...last) };
}

interface Step {
  readonly typed: string;
  readonly known: string;
  readonly row: number;
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

function nextRow({ typed, known, row, last, beforeLast }: Step): number[] {
  const current = [row];
  for (let column = 1; column <= known.length; column += 1) {
    const differs = typed[row - 1] === known[column - 1] ? 0 : 1;
    let least = Math.min(
      at(last, column) + 1,
      at(current, column - 1) + 1,
      at(last, column - 1) + differs,
    );
    const swapped =
      row > 1 &&
      column > 1 &&
      typed[row - 1] === known[column - 2] &&
      typed[row - 2] === known[column - 1];
    if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1);
    current.push(least);
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/** Faults forgiven in a name of that length: none under 4 letters, then one, two, three. */
export function faultsForgiven(length: number): number {
  if (length < 4) return 0;
  if (length < 7) return 1;
  return length < 12 ? 2 : 3;
}
