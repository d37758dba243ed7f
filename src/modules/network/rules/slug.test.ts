import { expect, test } from 'vitest';
import { RESERVED_SLUGS, isNetworkSlug } from './slug.ts';

test.each(['so-mobilite', 'pdn24', 'ab', 'a'.repeat(60)])('%s may be a network', (slug) => {
  expect(isNetworkSlug(slug)).toBe(true);
});

test.each([
  ...RESERVED_SLUGS,
  '',
  'a',
  'a'.repeat(61),
  'So',
  'so_mob',
  '-so',
  'so-',
  'so--mob',
  'é-mob',
  'so/mob',
])('%j may not', (slug) => {
  expect(isNetworkSlug(slug)).toBe(false);
});
