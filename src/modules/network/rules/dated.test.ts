import { expect, test } from 'vitest';
import { endedBefore, holdsOn } from './dated.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const period = { from: day('2026-05-02'), until: day('2026-05-31') };

test.each([
  ['2026-05-01', false, false],
  ['2026-05-02', true, false],
  ['2026-05-31', true, false],
  ['2026-06-01', false, true],
])('on %s: holds %s, ended %s', (text, holds, ended) => {
  expect(holdsOn(period, day(text))).toBe(holds);
  expect(endedBefore(period, day(text))).toBe(ended);
});

test('without an end it goes on', () => {
  const open = { from: day('2026-05-02'), until: null };
  expect(holdsOn(open, day('2126-01-01'))).toBe(true);
  expect(endedBefore(open, day('2126-01-01'))).toBe(false);
});
