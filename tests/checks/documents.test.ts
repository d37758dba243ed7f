import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import modules from '../../modules.json' with { type: 'json' };
import {
  WORDS,
  findMissingWords,
  findModulesWithoutReadme,
  findUntruePaths,
  listDocuments,
} from './documents.ts';

describe('the documents', () => {
  it('quote paths that exist', () => {
    const untrue = listDocuments().flatMap((file) =>
      findUntruePaths(file.replaceAll('\\', '/'), readFileSync(file, 'utf8')),
    );
    expect(untrue).toEqual([]);
  });

  it.each([
    ['docs/x.md', '`src/platform/gone.ts`', ['src/platform/gone.ts']],
    ['docs/x.md', '`src/platform/kernel/*.ts`, `src/modules/<name>/rules/`, `modules.json`', []],
    [
      'docs/x.md',
      '`gone.mjs` and `#platform/kernel/gone.ts`',
      ['gone.mjs', '#platform/kernel/gone.ts'],
    ],
    ['docs/x.md', '`#platform/kernel/id.ts`, `/pro`, `npm start`, `text/html`, `slot`', []],
    ['docs/x.md', '```\nsrc/gone.ts\n```', []],
    ['src/modules/network/README.md', '`rules/gone.ts`', ['rules/gone.ts']],
    ['src/modules/network/README.md', '`rules/siret.ts`', []],
  ])('%s saying %s', (document, text, untrue) => {
    expect(findUntruePaths(document, text)).toEqual(untrue.map((path) => `${document}: ${path}`));
  });

  it('include 15 lines for each module', () => {
    expect(findModulesWithoutReadme()).toEqual([]);
  });

  it('bind every word of the field to the code’s', () => {
    expect(findMissingWords(readFileSync('docs/glossary.md', 'utf8'))).toEqual([]);
  });

  it('would miss a word left out', () => {
    const glossary = WORDS.map(([french, code]) => `| ${french} | \`${code}\` |`);
    expect(findMissingWords(glossary.join('\n'))).toEqual([]);
    expect(findMissingWords(glossary.slice(1).join('\n'))).toEqual(['réseau = network']);
  });
});

describe('modules.json', () => {
  it('declares neighbours that exist, each before those who know it', () => {
    const seen = new Set<string>();
    const early = Object.entries(modules.modules).flatMap(([name, known]) => {
      const unknown = known.filter((neighbour) => !seen.has(neighbour));
      seen.add(name);
      return unknown.map((neighbour) => `${name} knows ${neighbour}`);
    });
    expect(early).toEqual([]);
  });
});
