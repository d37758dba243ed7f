/** A colour in OKLCH (Björn Ottosson's Oklab, polar): lightness 0 to 1, chroma 0 to about 0.37, hue in radians. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

type Rgb = readonly [number, number, number];

/** The three channels of `#rrggbb` (or `#rgb`) from 0 to 1; null when the text is not such a colour. */
export function parseHex(hex: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const full = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : hex;
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(full);
  if (!match) return null;
  const channel = (at: number) => Number.parseInt(match[at] ?? '0', 16) / 255;
  return [channel(1), channel(2), channel(3)];
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function gamma(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}

/** Relative luminance of WCAG 2.2, 0 to 1. Refuses what is not a hex colour. */
export function luminance(hex: string): number {
  const rgb = parseHex(hex);
  if (!rgb) throw new RangeError(`Not a colour: ${hex}`);
  const [r, g, b] = rgb;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of WCAG 2.2, 1 to 21, whatever the order. */
export function contrast(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export function oklchOf(hex: string): Oklch {
  const rgb = parseHex(hex);
  if (!rgb) throw new RangeError(`Not a colour: ${hex}`);
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const bb = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { l, c: Math.hypot(a, bb), h: Math.atan2(bb, a) };
}

function linearRgbOf({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos(h);
  const b = c * Math.sin(h);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** The nearest colour that a screen can show: lightness and hue kept, chroma lowered as far as needed. */
export function hexOf(colour: Oklch): string {
  let shown = { ...colour, l: Math.min(1, Math.max(0, colour.l)) };
  const outside = (rgb: Rgb) => rgb.some((channel) => channel < -0.0005 || channel > 1.0005);
  while (shown.c > 0.002 && outside(linearRgbOf(shown))) shown = { ...shown, c: shown.c * 0.96 };
  const digits = linearRgbOf(shown).map((channel) => {
    const byte = Math.round(gamma(Math.min(1, Math.max(0, channel))) * 255);
    return byte.toString(16).padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

/** A colour must stand out from `grounds` by at least `ratio`. */
export interface Demand {
  readonly grounds: readonly string[];
  readonly ratio: number;
}

function satisfies(hex: string, demands: readonly Demand[]): boolean {
  return demands.every(({ grounds, ratio }) =>
    grounds.every((ground) => contrast(hex, ground) >= ratio),
  );
}

const STEPS = 200;

/**
 * The colour nearest to `wanted` in lightness, same hue, that meets every demand, going darker or lighter as told.
 * Black or white closes the search, so demands must be ones that black (or white) meets.
 */
export function adjust(
  wanted: Oklch,
  direction: 'darker' | 'lighter',
  demands: readonly Demand[],
): string {
  const end = direction === 'darker' ? 0 : 1;
  for (let step = 0; step <= STEPS; step += 1) {
    const hex = hexOf({ ...wanted, l: wanted.l + ((end - wanted.l) * step) / STEPS });
    if (satisfies(hex, demands)) return hex;
  }
  return direction === 'darker' ? '#000000' : '#ffffff';
}
