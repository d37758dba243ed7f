import { normalisePlaceName } from './place-name.ts';

/** What someone typed to name a commune, taken apart. Every part may be ''. */
export interface PlaceSearch {
  /** Key of the name alone, without the figures of the postal code. */
  readonly name: string;
  /** Key of everything: « Paris 11 » is a name too. */
  readonly whole: string;
  /** Two to five figures that begin a postal code. */
  readonly postal: string;
}

const LONGEST_TEXT = 100;

/** Corsican postal codes do not begin with the code of their département. */
const CORSICA = /\b2[ab]\b/i;

/**
 * Reads « Guéret », « 23000 », « 23 », « 23 000 Guéret Cedex », « Guéret (23) » and the label that this module writes
 * (« Guéret (23000, Creuse) »).
 */
export function readPlaceSearch(text: string): PlaceSearch {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .replace(/,\s*aujourd[’']hui.*$/i, '')
    .replace(/\bcedex\b(?:\s*\d{1,2}\b)?/gi, ' ')
    .replace(/\(([^)]*)\)/g, (_, inside: string) => ` ${figuresOf(inside)} `)
    .replace(/\b(\d{2})\s(\d{3})\b/, '$1$2');
  const figures = /\b\d{2,5}\b/.exec(plain)?.[0] ?? '';
  const nameText = figures ? plain.replace(figures, ' ') : plain.replace(CORSICA, ' ');
  return {
    name: normalisePlaceName(nameText),
    whole: normalisePlaceName(plain),
    postal: figures || (CORSICA.test(plain) ? '20' : ''),
  };
}

function figuresOf(inside: string): string {
  return /\b(?:\d{2,5}|2[ab])\b/i.exec(inside)?.[0] ?? '';
}

/** Enough to suggest something while typing: three letters of a name, or two figures of a postal code (RGESN 4.9). */
export function isEnoughToSuggest(text: string): boolean {
  const search = readPlaceSearch(text);
  return search.postal !== '' || search.whole.length >= 3;
}
