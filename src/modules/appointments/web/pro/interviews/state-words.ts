import type { InterviewState } from '../../../data/interviews.query.ts';

/** States of the list's filter, as the address and the screen say them. */
export const STATE_WORDS: readonly {
  readonly state: InterviewState;
  readonly word: string;
  readonly label: string;
}[] = [
  { state: 'to-come', word: 'a-venir', label: 'À venir' },
  { state: 'to-record', word: 'a-noter', label: 'Suite à noter' },
  { state: 'held', word: 'tenus', label: 'Tenus' },
  { state: 'absent', word: 'absents', label: 'Absents' },
  { state: 'cancelled-youth', word: 'annules-jeune', label: 'Annulés par le jeune' },
  { state: 'cancelled-structure', word: 'refus', label: 'Annulés par la structure' },
];
