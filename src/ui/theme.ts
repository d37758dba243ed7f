import { adjust, contrast, hexOf, oklchOf, parseHex, type Oklch } from './colour.ts';

/** What two colours of a network change, in one theme. Names are those of tokens.css without their dashes. */
export interface AccentTokens {
  readonly 'network-warm': string;
  readonly 'network-cool': string;
  readonly warm: string;
  readonly 'warm-strong': string;
  readonly 'on-warm': string;
  readonly 'warm-text': string;
  readonly 'warm-soft': string;
  readonly cool: string;
  readonly 'cool-strong': string;
  readonly 'on-cool': string;
  readonly 'cool-text': string;
  readonly 'cool-soft': string;
}

export type ThemeVariant = 'light' | 'dark' | 'contrast' | 'contrast-dark';

export type NetworkTheme = Readonly<Record<ThemeVariant, AccentTokens>>;

export interface NetworkColours {
  /** `#rrggbb`: what to do next. */
  readonly warm: string;
  /** `#rrggbb`: places. */
  readonly cool: string;
}

interface Stage {
  /** Grounds on which text and controls are laid: ground, paper, sunk of tokens.css. */
  readonly grounds: readonly string[];
  readonly ink: string;
  /** Lightness from which a colour starts: on the night, a deep colour would meet its contrast and still look put out. */
  readonly from: number;
  /** Which way a colour goes to stand out. */
  readonly way: 'darker' | 'lighter';
  /** Lightness and greatest chroma of a soft background; null keeps the paper. */
  readonly soft: { readonly l: number; readonly c: number } | null;
  readonly text: number;
  readonly part: number;
}

/** WCAG 2.2: 1.4.3 (text 4.5), 1.4.6 (7, for the contrast themes), 1.4.11 (parts of controls 3). */
const STAGES: Readonly<Record<ThemeVariant, Stage>> = {
  light: {
    grounds: ['#f5eddd', '#fffcf5', '#ece1cb'],
    ink: '#1e2440',
    from: 0,
    way: 'darker',
    soft: { l: 0.93, c: 0.045 },
    text: 4.5,
    part: 3,
  },
  dark: {
    grounds: ['#161a29', '#20253a', '#10131f'],
    ink: '#f7efdf',
    from: 0.74,
    way: 'lighter',
    soft: { l: 0.32, c: 0.05 },
    text: 4.5,
    part: 3,
  },
  contrast: {
    grounds: ['#ffffff', '#f2f2f2'],
    ink: '#000000',
    from: 0,
    way: 'darker',
    soft: null,
    text: 7,
    part: 4.5,
  },
  'contrast-dark': {
    grounds: ['#000000', '#1a1a1a'],
    ink: '#ffffff',
    from: 0.82,
    way: 'lighter',
    soft: null,
    text: 7,
    part: 4.5,
  },
};

const OPPOSITE = { darker: 'lighter', lighter: 'darker' } as const;

interface Accent {
  readonly fill: string;
  readonly strong: string;
  readonly on: string;
  readonly text: string;
  readonly soft: string;
}

/** White or near black, whichever reads best on both states of a button. */
function wordsOn(fill: string, strong: string): string {
  const worst = (words: string) => Math.min(contrast(words, fill), contrast(words, strong));
  return worst('#ffffff') >= worst('#0d0f1a') ? '#ffffff' : '#0d0f1a';
}

function softOf(base: Oklch, stage: Stage): string {
  if (stage.soft === null) return stage.grounds[0] ?? '#ffffff';
  const wanted = { l: stage.soft.l, c: Math.min(base.c, stage.soft.c), h: base.h };
  return adjust(wanted, OPPOSITE[stage.way], [{ grounds: [stage.ink], ratio: 7 }]);
}

/**
 * The fill keeps the network's colour as far as contrast allows. Its words (white or ink) read at 4.5 on the fill and on
 * its pressed state: some fills (a mid tone) suit neither, and go further until one does.
 */
function accentOf(hex: string, stage: Stage): Accent {
  const given = oklchOf(hex);
  const base = { ...given, l: Math.max(given.l, stage.from) };
  const soft = softOf(base, stage);
  const grounds = [...stage.grounds, soft];
  const step = stage.way === 'darker' ? -0.08 : 0.08;
  for (let pushed = 0; ; pushed += 0.01) {
    const from = { ...base, l: base.l + Math.sign(step) * pushed };
    const fill = adjust(from, stage.way, [{ grounds, ratio: stage.part }]);
    const filled = oklchOf(fill);
    const strong = hexOf({ ...filled, l: filled.l + step });
    const on = wordsOn(fill, strong);
    if (Math.min(contrast(on, fill), contrast(on, strong)) >= stage.text || pushed > 1) {
      return {
        fill,
        strong,
        on,
        soft,
        text: adjust(filled, stage.way, [{ grounds, ratio: stage.text }]),
      };
    }
  }
}

function tokensOf({ warm, cool }: NetworkColours, variant: ThemeVariant): AccentTokens {
  const w = accentOf(warm, STAGES[variant]);
  const c = accentOf(cool, STAGES[variant]);
  return {
    'network-warm': adjust(oklchOf(warm), STAGES[variant].way, [
      { grounds: STAGES[variant].grounds, ratio: 2 },
    ]),
    'network-cool': adjust(oklchOf(cool), STAGES[variant].way, [
      { grounds: STAGES[variant].grounds, ratio: 2 },
    ]),
    warm: w.fill,
    'warm-strong': w.strong,
    'on-warm': w.on,
    'warm-text': w.text,
    'warm-soft': w.soft,
    cool: c.fill,
    'cool-strong': c.strong,
    'on-cool': c.on,
    'cool-text': c.text,
    'cool-soft': c.soft,
  };
}

export function isColour(text: string): boolean {
  return parseHex(text) !== null;
}

/** The accents of a network in every theme; contrast holds whatever the two colours. Refuses what `isColour` refuses. */
export function deriveNetworkTheme(colours: NetworkColours): NetworkTheme {
  return {
    light: tokensOf(colours, 'light'),
    dark: tokensOf(colours, 'dark'),
    contrast: tokensOf(colours, 'contrast'),
    'contrast-dark': tokensOf(colours, 'contrast-dark'),
  };
}

/** Grounds of a variant, as tokens.css writes them (a test keeps both alike). */
export function groundsOf(variant: ThemeVariant): {
  readonly grounds: readonly string[];
  readonly ink: string;
} {
  return STAGES[variant];
}

function block(tokens: AccentTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/** The text of `/assets/networks/<slug>.css`: linked after the surface's sheet, in the same layer and with the same selectors. */
export function networkStylesheet(colours: NetworkColours): string {
  const theme = deriveNetworkTheme(colours);
  const auto = ':root:not([data-theme])';
  return [
    '@layer tokens{',
    `:root{${block(theme.light)}}`,
    `@media (prefers-color-scheme:dark){${auto}{${block(theme.dark)}}}`,
    `:root[data-theme='dark']{${block(theme.dark)}}`,
    `@media (prefers-contrast:more){${auto}{${block(theme.contrast)}}}`,
    `:root[data-theme='contrast']{${block(theme.contrast)}}`,
    `@media (prefers-contrast:more) and (prefers-color-scheme:dark){${auto}{${block(theme['contrast-dark'])}}}`,
    '}\n',
  ].join('\n');
}
