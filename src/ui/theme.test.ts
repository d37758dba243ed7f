import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, hexOf, oklchOf, parseHex } from './colour.ts';
import {
  deriveNetworkTheme,
  groundsOf,
  isColour,
  networkStylesheet,
  type ThemeVariant,
} from './theme.ts';

const VARIANTS: readonly ThemeVariant[] = ['light', 'dark', 'contrast', 'contrast-dark'];

/** The blocks of tokens.css by variant; a later block completes the first (`:root` holds light and all that does not change). */
function readTokens(): Record<string, Record<string, string>> {
  const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8').replace(
    /\/\*[\s\S]*?\*\//g,
    '',
  );
  const blocks: Record<string, Record<string, string>> = {};
  let media = '';
  for (const [, query, selector, body] of css.matchAll(
    /(?:@media ([^{]+)\{\s*)?(:root[^{]*)\{([^}]*)\}/g,
  )) {
    media = query?.trim() ?? '';
    const name = `${media}|${selector?.trim()}`;
    const tokens = blocks[name] ?? {};
    for (const [, token, value] of (body ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g))
      tokens[token ?? ''] = value ?? '';
    blocks[name] = tokens;
  }
  return blocks;
}

const blocks = readTokens();
const AUTO = ':root:not([data-theme])';
const sheets: Readonly<Record<ThemeVariant, Record<string, string>>> = {
  light: blocks['|:root'] ?? {},
  dark: blocks[`(prefers-color-scheme: dark)|${AUTO}`] ?? {},
  contrast: blocks[`(prefers-contrast: more)|${AUTO}`] ?? {},
  'contrast-dark':
    blocks[`(prefers-contrast: more) and (prefers-color-scheme: dark)|${AUTO}`] ?? {},
};

/** Every text and background that the parts lay on one another. */
const GROUNDS = ['ground', 'paper', 'sunk'];
const UNDER_TEXT = [...GROUNDS, 'dot'];
const TEXT_PAIRS: readonly (readonly [string, readonly string[]])[] = [
  [
    'ink',
    [
      ...UNDER_TEXT,
      'warm-soft',
      'cool-soft',
      'info-soft',
      'success-soft',
      'warning-soft',
      'danger-soft',
    ],
  ],
  ['ink-soft', [...UNDER_TEXT, 'cool-soft', 'warm-soft']],
  ['warm-text', [...UNDER_TEXT, 'warm-soft']],
  ['cool-text', [...UNDER_TEXT, 'cool-soft']],
  ['on-warm', ['warm', 'warm-strong']],
  ['on-cool', ['cool', 'cool-strong']],
  ['on-danger', ['danger']],
  ['on-night', ['night']],
  ['on-night-soft', ['night']],
  ['ground', ['ink']],
  ['paper', ['info', 'success', 'warning', 'danger']],
  ...(['info', 'success', 'warning', 'danger'] as const).map(
    (kind) => [kind, [...GROUNDS, `${kind}-soft`]] as const,
  ),
];
const PART_PAIRS: readonly (readonly [string, readonly string[]])[] = [
  ['line-strong', GROUNDS],
  ['warm', GROUNDS],
  ['cool', [...GROUNDS, 'cool-soft']],
  ['danger', GROUNDS],
  ['focus', [...GROUNDS, 'warm-soft', 'cool-soft']],
];

function pairsOf(pairs: typeof TEXT_PAIRS) {
  return pairs.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));
}

describe.each(VARIANTS)('tokens of the %s theme', (variant) => {
  const tokens = sheets[variant];
  const colour = (name: string) => tokens[name] ?? 'missing';

  it.each(pairsOf(TEXT_PAIRS))('%s reads on %s (4.5)', (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairsOf(PART_PAIRS))('%s stands out from %s (3)', (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(3);
  });

  it('has the grounds that networks are measured against', () => {
    const { grounds, ink } = groundsOf(variant);
    expect(new Set(grounds)).toEqual(new Set(GROUNDS.map(colour)));
    expect(ink).toBe(colour('ink'));
  });

  it('names every colour that the light theme names', () => {
    const colours = Object.keys(sheets.light).filter((name) => sheets.light[name]?.startsWith('#'));
    expect(colours.filter((name) => !(name in tokens))).toEqual([]);
  });
});

describe('a theme chosen by hand', () => {
  it.each([
    ['dark', sheets.dark],
    ['contrast', sheets.contrast],
  ])('%s is the same as the one of the machine', (name, automatic) => {
    expect(blocks[`|:root[data-theme='${name}']`]).toEqual(automatic);
  });
});

describe('a network’s two colours', () => {
  const hex = fc
    .integer({ min: 0, max: 0xffffff })
    .map((n) => `#${n.toString(16).padStart(6, '0')}`);

  it('keep contrast in every theme, whatever they are', () => {
    fc.assert(
      fc.property(hex, hex, fc.constantFrom(...VARIANTS), (warm, cool, variant) => {
        const accents: Record<string, string> = { ...deriveNetworkTheme({ warm, cool })[variant] };
        const { grounds, ink } = groundsOf(variant);
        for (const name of ['warm', 'cool']) {
          const of = (suffix: string) => accents[`${name}${suffix}`] ?? 'missing';
          const under = [...grounds, of('-soft')];
          for (const back of under) {
            expect(contrast(of('-text'), back)).toBeGreaterThanOrEqual(4.5);
            expect(contrast(of(''), back)).toBeGreaterThanOrEqual(3);
          }
          expect(contrast(accents[`on-${name}`] ?? '', of(''))).toBeGreaterThanOrEqual(4.5);
          expect(contrast(accents[`on-${name}`] ?? '', of('-strong'))).toBeGreaterThanOrEqual(4.5);
          expect(contrast(ink, of('-soft'))).toBeGreaterThanOrEqual(4.5);
        }
      }),
      {
        numRuns: 300,
        examples: [
          ['#ffffff', '#000000', 'light'],
          ['#ffff00', '#777777', 'dark'],
        ],
      },
    );
  });

  it('are kept as they are where contrast allows', () => {
    const { light } = deriveNetworkTheme({ warm: '#a8123a', cool: '#0b5a62' });
    expect([light.warm, light.cool]).toEqual(['#a8123a', '#0b5a62']);
  });

  it('give a sheet with every theme and nothing typed by a person', () => {
    const css = networkStylesheet({ warm: '#d94f2b', cool: '#127a84' });
    expect(css).toMatch(/^@layer tokens\{/);
    expect(css.match(/--warm:#[0-9a-f]{6}/g)).toHaveLength(6);
    expect(css.match(/--[\w-]+:/g)).toHaveLength(72);
    expect(css.replace(/[^{}]/g, '')).toMatch(/^\{(\{\}|\{\{\}\})+\}$/);
  });

  it.each(['red', '#12', '#12345', '#1234567', '#12345g', '', '#fff;}'])('refuse %j', (text) => {
    expect(isColour(text)).toBe(false);
    expect(() => deriveNetworkTheme({ warm: text, cool: '#000000' })).toThrow(RangeError);
  });
});

describe('colours', () => {
  it('measure as WCAG says', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.542, 3);
  });

  it('come back from OKLCH as they went', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), (bytes) => {
        const hex = `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
        const back = parseHex(hexOf(oklchOf(hex))) ?? [9, 9, 9];
        bytes.forEach((byte, at) =>
          expect(Math.abs(byte - (back[at] ?? 9) * 255)).toBeLessThanOrEqual(1),
        );
      }),
    );
  });
});
