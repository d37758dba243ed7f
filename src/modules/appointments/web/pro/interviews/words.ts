import type { Tone } from '#ui/alert.tsx';
import type { IconName } from '#ui/icon.tsx';
import type { Notice } from '#modules/notifications/index.ts';
import type { CancellationRefusal } from '../../../rules/cancellation.ts';
import type { InterviewLine } from '../../../use-cases/list-interviews.ts';
import type { RecordOutcomeRefusal } from '../../../use-cases/record-outcome.ts';
import type { Said } from '../interview-paths.ts';

type Appointment = InterviewLine['appointment'];

export interface StateWords {
  readonly label: string;
  readonly tone: Tone;
  readonly icon?: IconName;
}

/** Where an interview stands, in a word. */
export function stateOf(appointment: Appointment, now: number): StateWords {
  switch (appointment.status) {
    case 'on_hold':
      return { label: 'Retenu', tone: 'neutral' };
    case 'booked':
      return now >= appointment.period.end
        ? { label: 'À noter', tone: 'warning' }
        : { label: 'Prévu', tone: 'cool', icon: 'calendar' };
    case 'held':
      return { label: 'Tenu', tone: 'success' };
    case 'absent':
      return { label: 'Absent', tone: 'neutral', icon: 'skip' };
    case 'cancelled':
      return appointment.cancelledBy === 'youth'
        ? { label: 'Annulé par le jeune', tone: 'neutral', icon: 'close' }
        : { label: 'Annulé par la structure', tone: 'danger' };
  }
}

/** What has just been done, said first on the page that follows. */
export const saidWords: Readonly<Record<Said, string>> = {
  tenu: 'C’est noté : entretien tenu.',
  absent: 'C’est noté : absence. Un message part pour proposer un autre rendez-vous.',
  annule: 'C’est annulé.',
  note: 'La note est enregistrée.',
  deplace: 'Rendez-vous déplacé. La personne est prévenue.',
  transfere: 'Rendez-vous transféré. La personne et votre collègue sont prévenus.',
  pris: 'Rendez-vous pris. La personne reçoit sa confirmation.',
  'agenda-retire': 'L’adresse de l’agenda ne fonctionne plus.',
};

export function saidOf(text: string): Said | null {
  return (Object.keys(saidWords) as Said[]).find((one) => one === text) ?? null;
}

export const outcomeRefusals: Readonly<Record<RecordOutcomeRefusal, string>> = {
  'not-started':
    'Ce rendez-vous n’a pas encore commencé : sa suite se note à partir de l’heure prévue.',
  'already-cancelled': 'Ce rendez-vous est annulé : sa suite ne change plus.',
  'already-recorded': 'C’est déjà noté ainsi.',
  'reason-missing': 'Il manque la raison : la coordination la lit.',
  'not-booked': 'Ce rendez-vous n’attend plus de suite.',
  'not-found': 'Ce rendez-vous n’existe plus.',
  busy: 'Une autre personne a été reçue à la même heure : les deux entretiens ne peuvent pas avoir été tenus.',
};

export const staffCancellationRefusals: Readonly<
  Record<CancellationRefusal | 'not-found', string>
> = {
  'already-cancelled': 'Ce rendez-vous est déjà annulé.',
  'not-booked': 'Ce rendez-vous est déjà passé et sa suite est notée.',
  'already-started': 'Ce rendez-vous a commencé.',
  'reason-missing': outcomeRefusals['reason-missing'],
  'not-found': outcomeRefusals['not-found'],
};

/** Why a structure withdraws: a refusal that the coordination reads (SM-24). */
export const structureReasons: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'adviser-away', label: 'La personne qui devait recevoir est absente' },
  { value: 'room-closed', label: 'Le lieu ou le bureau n’est pas disponible' },
  { value: 'outside-scope', label: 'La demande ne relève pas de ces entretiens' },
  { value: 'answered', label: 'La réponse a été donnée autrement' },
  { value: 'other', label: 'Autre raison, dite dans le message' },
];

/** Every reason in the words of a professional: theirs, and what a young person chose. */
export const reasonWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(structureReasons.map(({ value, label }) => [value, label])),
  'not-available': 'N’est plus disponible à ce moment-là',
  'found-answer': 'A trouvé sa réponse',
  'changed-mind': 'Son projet a changé',
  transport: 'Trop loin ou trop compliqué de venir',
  unsaid: 'Raison non dite',
};

export function reasonOf(code: string | null): string {
  return (code && reasonWords[code]) ?? 'Autre raison';
}

const MESSAGE_WORDS: Readonly<Record<string, string>> = {
  confirmed: 'Confirmation',
  moved: 'Changement de date',
  cancelled: 'Annulation',
  transferred: 'Changement de conseiller',
  'reminder-48': 'Rappel deux jours avant',
  'reminder-3': 'Rappel trois heures avant',
  missed: 'Message après une absence',
  'link-again': 'Lien du rendez-vous, à nouveau',
  late: 'Annonce d’un retard',
  'outcome-forgotten': 'Rappel : noter la suite',
  withdrawn: 'Retrait de l’agenda',
};

const DROPPED_WORDS: Readonly<Record<string, string>> = {
  moved: 'le rendez-vous a été déplacé',
  cancelled: 'le rendez-vous a été annulé',
  superseded: 'le rendez-vous a changé entre-temps',
  over: 'le rendez-vous était passé',
  'not-missed': 'l’absence a été corrigée',
  settled: 'la suite était notée',
  'nobody-to-tell': 'aucun contact sûr',
  'no-gateway': 'pas d’envoi de SMS ici',
  'daily-cap': 'limite de SMS du jour atteinte',
  gone: 'le rendez-vous n’existe plus',
  'before-loading': 'c’était avant la démonstration',
};

const AUDIENCES: Readonly<Record<Notice['audience'], string>> = {
  youth: 'au jeune',
  professional: 'au conseiller ou à la conseillère',
  coordination: 'à la coordination',
};

/** « Rappel deux jours avant, par e-mail au jeune » */
export function messageName(notice: Notice): string {
  const channel = notice.channel === 'email' ? 'par e-mail' : 'par SMS';
  return `${MESSAGE_WORDS[notice.kind] ?? 'Message'}, ${channel} ${AUDIENCES[notice.audience]}`;
}

/** What became of it; `when` puts an instant into words. */
export function messageState(notice: Notice, when: (at: Temporal.Instant) => string): StateWords {
  switch (notice.status) {
    case 'sent':
      return { label: `Envoyé ${when(notice.settledAt ?? notice.dueAt)}`, tone: 'success' };
    case 'due':
      return { label: `Partira ${when(notice.dueAt)}`, tone: 'neutral', icon: 'clock' };
    case 'sending':
      return { label: 'En cours d’envoi', tone: 'neutral', icon: 'clock' };
    case 'dropped':
      return {
        label: `Pas envoyé : ${DROPPED_WORDS[notice.outcome ?? ''] ?? 'plus utile'}`,
        tone: 'neutral',
        icon: 'skip',
      };
    case 'failed':
      return { label: 'N’a pas pu partir', tone: 'danger' };
  }
}

export const originWords: Readonly<Record<string, string>> = {
  'booking-page': 'Demande faite en ligne',
  phone: 'Demande faite par téléphone',
  'on-site': 'Demande faite sur place',
};

export const exchangeStates: Readonly<Record<string, string>> = {
  booked: 'prévu',
  held: 'tenu',
  absent: 'absent',
  cancelled: 'annulé',
};
