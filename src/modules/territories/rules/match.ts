import type { Commune } from './commune.ts';

/** How near what was typed is to the name: told from the surest to the least sure. */
export type Closeness = 'exact' | 'former-exact' | 'postal-code' | 'beginning' | 'word' | 'faulty';

/** A name or a code that is no commune of today any more, or a part of one. */
export type FormerKind = 'delegated' | 'associated' | 'municipal-arrondissement' | 'merged';

/** A commune found by a search, and how. */
export interface CommuneMatch {
  readonly commune: Commune;
  readonly closeness: Closeness;
  /** The name that was recognised when it is not the commune's own. */
  readonly via: { readonly code: string; readonly name: string; readonly kind: FormerKind } | null;
  /** « Saint-Étienne-de-Fursac, aujourd’hui Fursac (23290, Creuse) »: what is shown among the answers. */
  readonly label: string;
}

/**
 * The commune that was meant, when there is no doubt: the only answer, or the only one of that very name when no larger
 * commune's name begins with it (« Paris », though Parisot exists; not « Saint-Jean », as Saint-Jean-de-Braye is larger).
 * A faulty name is never taken for sure.
 */
export function surelyMeant(matches: readonly CommuneMatch[]): Commune | null {
  const [first] = matches;
  if (!first || first.closeness === 'faulty') return null;
  if (matches.length === 1) return first.commune;
  const exact = matches.filter((match) => match.closeness === 'exact');
  const same =
    exact.length > 0 ? exact : matches.filter((match) => match.closeness === 'former-exact');
  const [only] = same;
  if (!only || same.length > 1) return null;
  const inhabitants = only.commune.population ?? 0;
  const largerBeginsSo = matches.some(
    ({ closeness, via, commune }) =>
      closeness === 'beginning' && via === null && (commune.population ?? 0) > inhabitants,
  );
  return largerBeginsSo ? null : only.commune;
}
