import type { InvitationRefusal } from '#modules/accounts/index.ts';
import type { Affiliation } from '../rules/affiliation.ts';
import type { AttestationStanding, RoomItems } from '../rules/attestation.ts';
import type { BookingFactKind } from '../rules/booking-facts.ts';
import type { LegalForm } from '../rules/organisation.ts';
import type { AddPlaceRefusal } from '../use-cases/add-place.ts';
import type { AddProfessionalRefusal } from '../use-cases/add-professional.ts';
import type { AttestRoomRefusal } from '../use-cases/attest-room.ts';
import type { RegisterStructureRefusal } from '../use-cases/register-structure.ts';
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

export const itemTexts: Record<keyof RoomItems, string> = {
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

export const legalFormTexts: Record<LegalForm, string> = {
  'association-1901': 'Association loi 1901',
  foundation: 'Fondation',
  collectivite: 'Collectivité (commune, département, région…)',
  'etablissement-public': 'Établissement public',
  'groupement-interet-public': 'Groupement d’intérêt public (GIP)',
  cooperative: 'Coopérative (SCOP, SCIC)',
  company: 'Société commerciale',
  other: 'Autre forme',
};

export const affiliationTexts: Record<Affiliation['kind'], string> = {
  operator: 'Elle reçoit des jeunes',
  coordination: 'Elle coordonne le réseau',
  partner: 'Elle est partenaire, sans recevoir',
};

export const structureRefusalTexts: Record<RegisterStructureRefusal, string> = {
  'not-allowed': 'Seule la coordination du réseau ajoute une structure.',
  'not-found': 'Ce réseau n’existe plus. Rechargez la page.',
  'invalid-siret': 'Ce n’est pas un SIRET : il a 14 chiffres, et sa clé doit être juste.',
  'siret-taken': 'Une structure de la plateforme a déjà ce SIRET.',
  'not-non-profit':
    'Seule une structure à but non lucratif reçoit des jeunes. Changez la forme juridique, ou choisissez « partenaire ».',
  'already-affiliated': 'Cette structure est déjà dans le réseau à ces dates.',
  'ends-before-start': 'La fin vient avant le début.',
  known: 'Cette structure est déjà sur la plateforme.',
};

export const placeRefusalTexts: Record<AddPlaceRefusal, string> = {
  'not-allowed': 'Seule la coordination du réseau ajoute un lieu.',
  'not-found': 'Ce lieu ou cette structure n’existe plus. Rechargez la page.',
  'unknown-zone': 'Le fuseau horaire de cette commune n’est pas connu.',
  'unknown-organisation': 'Cette structure n’existe plus. Rechargez la page.',
  'already-there': 'La structure reçoit déjà dans ce lieu.',
  'ends-before-start': 'La fin vient avant le début.',
  'not-affiliated': 'La structure n’est plus dans le réseau.',
  known: 'Un lieu de ce nom est déjà enregistré à cette adresse.',
  'commune-without-centre':
    'Nos données ne situent pas cette commune sur la carte. Écrivez à l’administration de la plateforme.',
};

export const memberRefusalTexts: Record<AddProfessionalRefusal, string> = {
  'not-allowed': 'Vous ne pouvez pas donner ce rôle.',
  'role-does-not-fit-scope': 'Ce rôle ne se donne pas dans une structure.',
  'ends-before-start': 'Le dernier jour vient avant le premier.',
  'not-affiliated': 'La structure n’est plus dans le réseau à cette date.',
  'not-at-place': 'La structure ne reçoit plus dans ce lieu à cette date.',
  'already-member': 'Cette personne a déjà ce rôle ici à ces dates.',
  'email-of-someone-else':
    'Cette adresse est celle d’une personne d’un autre nom. Vérifiez l’adresse, le prénom et le nom.',
  'account-closed': 'Le compte de cette personne est fermé. Donnez une autre adresse.',
};

export const attestationRefusalTexts: Record<AttestRoomRefusal, string> = {
  'not-allowed': 'Seuls la structure et la coordination attestent un local.',
  'not-found': 'Ce lieu n’existe plus.',
  'not-at-place': 'La structure ne reçoit plus dans ce lieu.',
  'not-affiliated': 'La structure n’est plus dans le réseau.',
  'already-past': 'Donnez un jour à venir.',
};

export const invitationTexts: Record<InvitationRefusal, string> = {
  'not-found': 'Cette personne n’est pas de votre périmètre.',
  closed: 'Son compte est fermé.',
  'no-address': 'Aucune adresse électronique n’est connue pour cette personne.',
  'already-signs-in': 'Cette personne a déjà un compte qui fonctionne.',
  'no-second-factor': 'Son compte n’est pas encore ouvert : envoyez-lui une invitation.',
};

/** « Awa Marchadier »; a person erased has no name left. */
export function fullName(
  person: { readonly givenName: string; readonly familyName: string | null } | null,
): string {
  if (!person) return 'Personne effacée';
  return [person.givenName, person.familyName].filter(Boolean).join(' ');
}
