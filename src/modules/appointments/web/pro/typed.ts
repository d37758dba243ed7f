import { epochDayOf } from '#platform/kernel/time.ts';
import type { EpochDay, WallMinute } from '#platform/kernel/time.ts';
import { allValues, oneValue } from '#platform/http/forms.ts';
import type { FormValues } from '#platform/http/forms.ts';
import type { Block } from '../../rules/calendar.ts';

/** Notes that a field is wrong; the first sentence about a field is kept. */
export type Wrong = (field: string, message: string) => void;

/** A form being read: what was typed, and where faults are noted. */
export interface Typed {
  readonly values: FormValues;
  readonly wrong: Wrong;
}

/** « 2026-11-24 » as a date field posts it, or « 24/11/2026 » typed by hand; null when it is no day of these centuries. */
export function readDay(text: string): EpochDay | null {
  const typed = text.trim();
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed) ?? [];
  const iso =
    day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(iso)) return null;
  try {
    return epochDayOf(Temporal.PlainDate.from(iso, { overflow: 'reject' }));
  } catch {
    return null;
  }
}

/** « 09:00 » as a time field posts it, or « 9h », « 9 h 30 » typed by hand: minutes since midnight; null when it is no time. */
export function readTime(text: string): WallMinute | null {
  const [, hours, minutes] = /^(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)?$/i.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes ?? 0);
  return Number(minutes ?? 0) < 60 && minute < 1440 ? minute : null;
}

/** « 09:00 », for a time field. Midnight as an end is said 23:59's next minute: « 00:00 ». */
export function timeText(minute: WallMinute): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** A whole number between two bounds, both included; null otherwise. */
export function readWhole(text: string, [least, most]: readonly [number, number]): number | null {
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** Rows of hours that a form shows. */
export const MOST_BLOCKS = 8;
const ROWS_SHOWN = 3;

/** How many rows to draw: those filled, one more, three at least. */
export function blockRows(values: FormValues): readonly number[] {
  const rows = Array.from({ length: MOST_BLOCKS }, (_, index) => index + 1);
  const filled = rows.filter((row) => startOf(values, row) !== '' || endOf(values, row) !== '');
  const last = Math.max(ROWS_SHOWN, Math.min(MOST_BLOCKS, (filled.at(-1) ?? 0) + 1));
  return rows.slice(0, last);
}

function startOf(values: FormValues, row: number): string {
  return oneValue(values, `debut-${row}`).trim();
}

function endOf(values: FormValues, row: number): string {
  return oneValue(values, `fin-${row}`).trim();
}

/** The hours typed, in order. An end at 00:00 is midnight. Faults are said beside the row; none at all, beside the first. */
export function readBlocks({ values, wrong }: Typed): readonly Block[] {
  const blocks: Block[] = [];
  for (const row of blockRows(values)) {
    const [from, to] = [startOf(values, row), endOf(values, row)];
    if (from === '' && to === '') continue;
    const block = readBlock({ from, to, row }, wrong);
    if (block) blocks.push(block);
  }
  if (blocks.length === 0) wrong('debut-1', 'Il manque les heures. Exemple : de 09:00 à 12:00.');
  return blocks.sort((a, b) => a.start - b.start);
}

function readBlock(
  { from, to, row }: { readonly from: string; readonly to: string; readonly row: number },
  wrong: Wrong,
): Block | null {
  const start = readTime(from);
  const typedEnd = readTime(to);
  if (start === null)
    wrong(`debut-${row}`, 'Cette heure de début n’a pas la bonne forme. Exemple : 09:00.');
  if (typedEnd === null)
    wrong(`fin-${row}`, 'Cette heure de fin n’a pas la bonne forme. Exemple : 12:00.');
  if (start === null || typedEnd === null) return null;
  const end = typedEnd === 0 ? 1440 : typedEnd;
  if (end <= start) {
    wrong(`fin-${row}`, 'La fin doit venir après le début.');
    return null;
  }
  return { start, end };
}

/** The same hours back in their fields. */
export function blockValues(blocks: readonly Block[]): FormValues {
  return Object.fromEntries(
    blocks.flatMap((block, index) => [
      [`debut-${index + 1}`, timeText(block.start)],
      [`fin-${index + 1}`, timeText(block.end)],
    ]),
  );
}

/** Those of the values of a field that are among the possible ones, in the order of these. */
export function readAmong<Item extends string>(
  values: FormValues,
  name: string,
  among: readonly Item[],
): Item[] {
  const given = allValues(values, name);
  return among.filter((item) => given.includes(item));
}

/** The value of a field when it is among the possible ones. */
export function readOneOf<Item extends string>(
  values: FormValues,
  name: string,
  among: readonly Item[],
): Item | null {
  return readAmong(values, name, among)[0] ?? null;
}
