import type { CountedInterview } from '../../../rules/statistics.ts';
import { DIMENSIONS } from '../../../rules/statistics.ts';
import { DIMENSION_WORDS, valueLabel } from './words.ts';

/** Interviews alike, counted: one line for each month, département, way, age band and outcome that occurs. Excel reads it as it is: BOM, semicolons. */
export function statisticsCsv(
  interviews: readonly CountedInterview[],
  departements: ReadonlyMap<string, string>,
): string {
  const groups = Map.groupBy(interviews, (one) =>
    DIMENSIONS.map((dimension) => one[dimension] ?? '').join('|'),
  );
  const lines = [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b, 'fr'))
    .map(([key, ones]) => {
      const values = key.split('|');
      const cells = DIMENSIONS.map((dimension, index) => {
        const value = values[index] ?? '';
        return dimension === 'month' ? value : valueLabel(dimension, value, departements);
      });
      return [...cells, String(ones.length)];
    });
  const head = [...DIMENSIONS.map((dimension) => DIMENSION_WORDS[dimension].label), 'Nombre'];
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
