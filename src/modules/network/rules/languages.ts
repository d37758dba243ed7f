/** Languages in which young people of the field are received: BCP 47 tags by the French name, as a coordinator writes it. */
export const LANGUAGES = {
  français: 'fr',
  anglais: 'en',
  espagnol: 'es',
  allemand: 'de',
  italien: 'it',
  portugais: 'pt',
  arabe: 'ar',
  'langue des signes française': 'fsl',
  basque: 'eu',
  occitan: 'oc',
  breton: 'br',
  néerlandais: 'nl',
  polonais: 'pl',
  roumain: 'ro',
  russe: 'ru',
  ukrainien: 'uk',
  turc: 'tr',
  chinois: 'zh',
  japonais: 'ja',
  wolof: 'wo',
  lingala: 'ln',
  pachto: 'ps',
  persan: 'fa',
  'créole réunionnais': 'rcf',
  'créole antillais': 'gcf',
} as const;

const KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries(LANGUAGES).flatMap(([name, tag]) => [
    [keyOf(name), tag],
    [tag, tag],
  ]),
);

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .trim();
}

export type LanguagesReading =
  | { readonly ok: true; readonly tags: readonly string[] }
  | { readonly ok: false; readonly unknown: string };

/** « Français, anglais et LSF » → `fr, en, fsl`, without doubles; the first word that names no language is said. */
export function readLanguages(text: string): LanguagesReading {
  const words = text
    .split(/[,;/+]|\bet\b/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const tags = new Set<string>();
  for (const word of words) {
    const tag = KEYS.get(keyOf(word) === 'lsf' ? 'fsl' : keyOf(word));
    if (tag === undefined) return { ok: false, unknown: word };
    tags.add(tag);
  }
  return { ok: true, tags: [...tags] };
}

/** The French name of a tag that we know; the tag itself otherwise. */
export function languageName(tag: string): string {
  return Object.entries(LANGUAGES).find(([, known]) => known === tag)?.[0] ?? tag;
}
