/** Written short or long, the same name: « St-Junien », « Saint-Junien »; « Boulogne s/ Mer », « Boulogne-sur-Mer ». */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['sts', 'saints'],
  ['stes', 'saintes'],
]);

const ORDINAL = /^(\d+)(?:er|re|ere|e|eme|ieme|nd|nde)$/;

/**
 * The key under which the name of a place is stored and looked for: lower case without accents, words of a-z and 0-9
 * with one space between, « St » written out, the article at the start left out (« L'Isle » is found by « isle »).
 * A key is its own key; '' when the text holds no letter and no digit.
 */
export function normalisePlaceName(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/\bs\//g, 'sur ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => WRITTEN_OUT.get(word) ?? word.replace(ORDINAL, '$1'));
  return withoutArticles(words).join(' ');
}

/** Every leading article goes, so that the key of a key is itself; a name that is only an article keeps it. */
function withoutArticles(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !/^(?:l|le|la|les)$/.test(word));
  return first === -1 ? words.slice(-1) : words.slice(first);
}
