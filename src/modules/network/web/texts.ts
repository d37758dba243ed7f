import type { AttestationStanding, RoomItems } from '../rules/attestation.ts';
import type { BookingFactKind } from '../rules/booking-facts.ts';
import type { OrganisationStanding } from '../rules/organisation-standing.ts';
import type { RecordBookingFactRefusal } from '../use-cases/record-booking-fact.ts';

export const standingTexts: Record<OrganisationStanding, string> = {
  'not-affiliated': 'Plus affiliée',
  'no-agreement': 'Sans convention en cours',
  'no-operator': 'Suspendue\u00a0: aucun opérateur désigné',
  'no-trained-operator': 'Aucun opérateur formé',
  'before-service': 'Mise en service à venir',
  bookable: 'Ouverte aux rendez-vous',
};

export const factTexts: Record<BookingFactKind, string> = {
  trained: 'Formation suivie',
  'agreement-starts': 'Début de convention',
  'agreement-ends': 'Fin de convention (dernier jour)',
  'service-starts': 'Mise en service',
};

export const roleTexts = {
  adviser: 'Opérateur',
  manager: 'Responsable de structure',
  referent: 'Référent de site',
  coordinator: 'Coordination',
  administrator: 'Administration',
} as const;

const itemTexts: Record<keyof RoomItems, string> = {
  isolatedRoom: 'espace isolé',
  confidential: 'confidentialité',
  computer: 'ordinateur',
  internet: 'connexion internet',
  webcam: 'webcam',
  microphone: 'micro',
  speakers: 'haut-parleurs',
};

export function attestationText(
  standing: AttestationStanding,
  formatDate: (date: Temporal.PlainDate) => string,
): string {
  switch (standing.kind) {
    case 'missing':
      return 'Local non attesté';
    case 'incomplete':
      return `Local à compléter\u00a0: ${standing.lacking.map((item) => itemTexts[item]).join(', ')}`;
    case 'expired':
      return `Attestation du local expirée depuis le ${formatDate(standing.validUntil)}`;
    case 'valid':
      return `Local attesté jusqu’au ${formatDate(standing.validUntil)}`;
  }
}

export const factRefusalTexts: Record<RecordBookingFactRefusal, string> = {
  'not-allowed': 'Seule la coordination du réseau enregistre ces dates.',
  'kind-does-not-fit-subject':
    'Une formation concerne une personne, une convention concerne la structure. Changez l’un des deux choix.',
  'without-date': 'Donnez une date, ou choisissez la date à retirer.',
  'not-found': 'La date à remplacer n’existe plus. Rechargez la page.',
  'not-the-same-fact':
    'On ne remplace une date que par une date de même nature, pour la même personne ou la structure.',
  'already-superseded':
    'Cette date vient d’être remplacée par quelqu’un d’autre. Rechargez la page.',
};
