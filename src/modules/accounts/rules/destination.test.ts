import { describe, expect, test } from 'vitest';
import { ownPath } from './destination.ts';

describe('where one goes after signing in', () => {
  test.each(['/pro', '/', '/so-mobilite/rendez-vous?commune=23096#creneaux'])(
    '%s is a page of ours',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    '',
    'pro',
    'https://ailleurs.example',
    '//ailleurs.example',
    '/\\ailleurs.example',
    '/\t/ailleurs.example',
    '/pro\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    `/${'a'.repeat(500)}`,
  ])('%s is not', (path) => {
    expect(ownPath(path)).toBeNull();
  });
});
