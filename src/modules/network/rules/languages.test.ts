import { expect, test } from 'vitest';
import { languageName, readLanguages } from './languages.ts';

test.each([
  ['Français, anglais', ['fr', 'en']],
  ['francais et Néerlandais', ['fr', 'nl']],
  ['fr / es / fr', ['fr', 'es']],
  ['LSF; langue des signes française', ['fsl']],
  ['', []],
])('%s', (text, tags) => {
  expect(readLanguages(text)).toEqual({ ok: true, tags });
});

test('a word that is no language we know is said', () => {
  expect(readLanguages('français, klingon')).toEqual({ ok: false, unknown: 'klingon' });
  expect(languageName('fsl')).toBe('langue des signes française');
  expect(languageName('tlh')).toBe('tlh');
});
