import { describe, expect, it } from 'vitest';
import { countFaults, faultsForgiven } from './faults.ts';

describe('countFaults', () => {
  it.each([
    ['gueret', 'gueret', { whole: 0, beginning: 0 }],
    ['geuret', 'gueret', { whole: 1, beginning: 1 }],
    ['geret', 'gueret', { whole: 1, beginning: 1 }],
    ['guueret', 'gueret', { whole: 1, beginning: 1 }],
    ['gueret', 'gueret les bains', { whole: 10, beginning: 0 }],
    ['saint yriex', 'saint yrieix la perche', { whole: 11, beginning: 1 }],
    ['', 'gueret', { whole: 6, beginning: 0 }],
    ['gueret', '', { whole: 6, beginning: 6 }],
  ])('%j for %j', (typed, known, faults) => {
    expect(countFaults(typed, known)).toEqual(faults);
  });
});

it.each([
  [3, 0],
  [4, 1],
  [6, 1],
  [7, 2],
  [11, 2],
  [12, 3],
])('a name of %i letters is forgiven %i faults', (length, faults) => {
  expect(faultsForgiven(length)).toBe(faults);
});
