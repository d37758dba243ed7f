import type { CancellationRefusal } from '../../rules/cancellation.ts';
import type { AgeRefusal } from '../../rules/eligibility.ts';
import type { MovingRefusal } from '../../rules/moving.ts';

/** Why someone cancels: asked without insisting, so that the network learns; « je préfère ne pas dire » is an answer. */
export const cancellationReasons: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'not-available', label: 'Je ne suis plus disponible à ce moment-là' },
  { value: 'found-answer', label: 'J’ai trouvé ma réponse' },
  { value: 'changed-mind', label: 'Mon projet a changé' },
  { value: 'transport', label: 'C’est trop loin ou trop compliqué de venir' },
  { value: 'other', label: 'Autre chose' },
  { value: 'unsaid', label: 'Je préfère ne pas dire' },
];

export const cancellationRefusals: Readonly<Record<CancellationRefusal | 'not-found', string>> = {
  'already-cancelled': 'Ce rendez-vous est déjà annulé.',
  'not-booked': 'Ce rendez-vous est déjà passé.',
  'already-started': 'Ce rendez-vous a déjà commencé : appelle ou écris au lieu d’accueil.',
  'reason-missing': 'Il manque la raison.',
  'not-found': 'Ce rendez-vous n’existe plus.',
};

export const movingRefusals: Readonly<
  Record<MovingRefusal | AgeRefusal | 'not-found' | 'youth-busy', string>
> = {
  'already-cancelled': 'Ce rendez-vous est annulé : il faut en prendre un autre.',
  'not-booked': 'Ce rendez-vous est déjà passé : il faut en prendre un autre.',
  'already-started': 'Ce rendez-vous a déjà commencé : il ne peut plus être déplacé.',
  'not-found': 'Ce rendez-vous n’existe plus.',
  'youth-busy': 'Il y a déjà un rendez-vous à cette heure-là.',
  'too-young': 'Ce jour-là, l’âge pour ces entretiens n’est pas encore atteint.',
  'too-old': 'Ce jour-là, l’âge pour ces entretiens est dépassé : un jour d’avant convient.',
};

export const LATE_MINUTES = [5, 10, 15, 30] as const;
