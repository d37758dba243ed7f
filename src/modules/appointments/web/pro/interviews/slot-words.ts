import type { AgeRefusal } from '../../../rules/eligibility.ts';
import type { MovingRefusal } from '../../../rules/moving.ts';
import type { SlotRefusal } from '../../../rules/slot-decision.ts';
import type { TransferRefusal } from '../../../use-cases/transfer-appointment.ts';

/** Why a time is no slot, for a professional who may know: said as the end of « … : ». */
export const staffSlotRefusals: Readonly<Record<SlotRefusal, string>> = {
  'in-the-past': 'cette heure est passée',
  'notice-too-short': 'le délai est trop court',
  'beyond-furthest': 'c’est trop loin',
  'not-bookable-then': 'pas de convention, de formation ou de service ce jour-là',
  'public-holiday': 'jour férié',
  absence: 'absence déclarée',
  busy: 'un autre rendez-vous est à cette heure',
  pause: 'c’est une pause entre deux rendez-vous',
  'no-room-free': 'aucun bureau libre',
  'mode-not-offered': 'pas proposé de cette façon',
  'occurrence-skipped': 'la plage ne se tient pas ce jour-là',
  'occurrence-moved': 'la plage a été déplacée',
  'occurrence-changed': 'les heures ont changé ce jour-là',
  'does-not-fit': 'la plage finit trop tôt',
  'off-grid': 'entre deux créneaux',
  'no-opening': 'pas de plage ouverte à cette heure',
};

/** Why an interview was not moved, in a sentence. */
export function movingRefusal(
  refusal: MovingRefusal | SlotRefusal | AgeRefusal | 'not-found' | 'youth-busy',
): string {
  return refusal in others
    ? others[refusal as keyof typeof others]
    : notFree(refusal as SlotRefusal);
}

const others: Readonly<Record<MovingRefusal | AgeRefusal | 'not-found' | 'youth-busy', string>> = {
  'already-cancelled': 'Ce rendez-vous est annulé : il faut en prendre un autre.',
  'not-booked': 'La suite de ce rendez-vous est notée : il faut en prendre un autre.',
  'already-started': 'Ce rendez-vous a commencé : il ne se déplace plus.',
  'not-found': 'Ce rendez-vous n’existe plus.',
  'youth-busy': 'Cette personne a déjà un rendez-vous à cette heure-là.',
  'too-young': 'À cette date, la personne n’aurait pas encore l’âge de ces entretiens.',
  'too-old': 'À cette date, la personne aurait passé l’âge de ces entretiens.',
};

function notFree(refusal: SlotRefusal): string {
  return `Ce créneau n’est plus libre : ${staffSlotRefusals[refusal]}.`;
}

export function transferRefusal(refusal: TransferRefusal): string {
  switch (refusal) {
    case 'same-adviser':
      return 'C’est déjà cette personne qui reçoit.';
    case 'not-a-colleague':
      return 'Ce créneau compte pour une autre structure : la coordination peut faire ce transfert.';
    default:
      return movingRefusal(refusal);
  }
}
