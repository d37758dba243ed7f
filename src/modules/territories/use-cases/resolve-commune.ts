import type { Ctx } from '#platform/context.ts';
import { communeLabel } from '../rules/commune.ts';
import type { Commune } from '../rules/commune.ts';
import { surelyMeant } from '../rules/match.ts';
import type { CommuneMatch } from '../rules/match.ts';
import { findCommune } from './find-commune.ts';
import { searchWidely } from './search-communes.ts';

export type CommuneResolution =
  | { readonly kind: 'found'; readonly commune: Commune }
  /** To be shown as choices; a single one when it is only a guess at a faulty name. */
  | { readonly kind: 'several'; readonly matches: readonly CommuneMatch[] }
  /** Nothing was typed, or nothing looks like it. */
  | { readonly kind: 'none' };

export interface CommuneAnswer {
  /** INSEE code chosen, '' when none. */
  readonly code: string;
  /** As typed, '' when a choice was made without typing. */
  readonly text: string;
  readonly preferRegion?: string | undefined;
}

const MOST_CHOICES = 10;
/** Enough to see a larger commune whose name begins the same, whatever the region preferred. */
const LOOKED_AT = 50;

/**
 * What a `CommuneField` posted, the same for every form. The code counts when nothing was typed since it was chosen:
 * the text is empty or is the label of that commune. Otherwise what was typed counts.
 */
export async function resolveCommune(ctx: Ctx, answer: CommuneAnswer): Promise<CommuneResolution> {
  const text = answer.text.trim();
  const chosen = answer.code === '' ? null : await findCommune(ctx, answer.code);
  if (chosen && (text === '' || text === communeLabel(chosen)))
    return { kind: 'found', commune: chosen };
  if (text === '') return { kind: 'none' };
  const matches = await searchWidely(ctx, {
    text,
    limit: LOOKED_AT,
    preferRegion: answer.preferRegion,
  });
  const commune = surelyMeant(matches);
  if (commune) return { kind: 'found', commune };
  return matches.length === 0
    ? { kind: 'none' }
    : { kind: 'several', matches: matches.slice(0, MOST_CHOICES) };
}
