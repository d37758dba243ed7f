import type { Chance } from './seed.ts';

/** What becomes of an interview of the demonstration, and when it was said. */
export type Fate =
  | { readonly kind: 'to-come' }
  /** It is over and nobody wrote what became of it. */
  | { readonly kind: 'forgotten' }
  | {
      readonly kind: 'cancelled';
      readonly at: Temporal.Instant;
      readonly by: 'youth' | 'structure';
      readonly reason: string;
      readonly note: string | null;
    }
  | {
      readonly kind: 'met' | 'missed';
      readonly at: Temporal.Instant;
      readonly note: string | null;
    };

export interface FateFacts {
  /** Milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly bookedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

const YOUTH_REASONS = [
  'not-available',
  'found-answer',
  'changed-mind',
  'transport',
  'unsaid',
] as const;
const STRUCTURE_REASONS = [
  {
    reason: 'adviser-away',
    note: 'Je suis malade cette semaine, désolée. Tu peux reprendre un rendez-vous quand tu veux.',
  },
  { reason: 'room-closed', note: 'Le bâtiment ferme pour travaux ce jour-là.' },
] as const;
const NOTES = [
  'Fiche « volontariat européen » remise, on se rappelle après les résultats du bac.',
  'A choisi l’Irlande. Contact pris avec une famille, passeport à refaire.',
  'Beaucoup d’idées, pas encore de date. Revoir en début d’année.',
  'Aide au financement : dossier région commencé ensemble.',
  'Venue avec sa mère, questions sur la couverture santé.',
  null,
  null,
] as const;

/** One in ten cancels, one in nine does not come, a few are forgotten: what a real network sees. */
export function drawFate(chance: Chance, facts: FateFacts): Fate {
  const roll = chance.below(100);
  const cancelling = cancellation(chance, facts, roll);
  if (cancelling) return cancelling;
  const { end, now } = facts;
  const at = Temporal.Instant.fromEpochMilliseconds(end).add({ minutes: 5 + chance.below(170) });
  const note = chance.pick(NOTES);
  if (end > now.epochMilliseconds) return { kind: 'to-come' };
  if (roll >= 96 || Temporal.Instant.compare(at, now) > 0) return { kind: 'forgotten' };
  return roll >= 85 ? { kind: 'missed', at, note: null } : { kind: 'met', at, note };
}

function cancellation(
  chance: Chance,
  { start, bookedAt, now }: FateFacts,
  roll: number,
): Fate | null {
  if (roll >= 13) return null;
  const last = Math.min(start, now.epochMilliseconds);
  const share = 0.2 + chance.below(70) / 100;
  const ms = Math.round(bookedAt.epochMilliseconds + (last - bookedAt.epochMilliseconds) * share);
  const at = Temporal.Instant.fromEpochMilliseconds(ms);
  if (roll >= 4)
    return { kind: 'cancelled', at, by: 'youth', reason: chance.pick(YOUTH_REASONS), note: null };
  return { kind: 'cancelled', at, by: 'structure', ...chance.pick(STRUCTURE_REASONS) };
}
