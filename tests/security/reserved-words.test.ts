import { expect, it } from 'vitest';
import { RESERVED_SLUGS } from '#modules/network/pure.ts';
import { TABLE } from './table.ts';

it('reserves the first word of every address of the platform, so that no network can take it', () => {
  const firstWords = Object.keys(TABLE)
    .map((route) => route.split('/')[1] ?? '')
    .filter((word) => /^[a-z]/.test(word));
  const free = [...new Set(firstWords)].filter((word) => !RESERVED_SLUGS.has(word));
  expect(firstWords.length).toBeGreaterThan(50);
  expect(free).toEqual([]);
});
