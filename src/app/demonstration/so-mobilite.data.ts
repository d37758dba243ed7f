import type { AppointmentMode } from '#modules/appointments/index.ts';
import type { LegalForm, Representative } from '#modules/network/index.ts';

/** Names of towns and kinds of structures are public facts; people, addresses of streets and numbers are invented. */
export interface StructureData {
  readonly name: string;
  readonly shortName: string;
  readonly communeCode: string;
  readonly address: string;
  readonly legalForm: LegalForm;
  readonly infoJeunes: boolean;
  readonly phone: string;
  readonly accessNotes: string | null;
  readonly rooms: number;
  readonly representative: Representative;
  readonly advisers: readonly AdviserData[];
}

export interface AdviserData {
  readonly givenName: string;
  readonly familyName: string;
  readonly languages: readonly string[];
  readonly trained: 'yes' | 'no';
  readonly openings: readonly OpeningData[];
}

export interface OpeningData {
  readonly modes: readonly AppointmentMode[];
  readonly weekdays: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[];
  readonly everyWeeks: number;
  /** Wall minutes. */
  readonly blocks: readonly { readonly start: number; readonly end: number }[];
}

export const coordinationPeople = [{ givenName: 'Maud', familyName: 'Castaing' }] as const;

const morning = { start: 9 * 60, end: 12 * 60 };
const afternoon = { start: 14 * 60, end: 17 * 60 };

export const structures: readonly StructureData[] = [
  {
    name: 'Info Jeunes Creuse',
    shortName: 'Info Jeunes Guéret',
    communeCode: '23096',
    address: '1 place de la Pierre-Levée',
    legalForm: 'association-1901',
    infoJeunes: true,
    phone: '+33555000011',
    accessNotes: 'À côté de la médiathèque, sonnette à droite de la porte.',
    rooms: 1,
    representative: { civility: 'madame', name: 'Odile Vernet', quality: 'présidente' },
    advisers: [
      {
        givenName: 'Léa',
        familyName: 'Marsaud',
        languages: ['fr', 'en', 'es'],
        trained: 'yes',
        openings: [
          { modes: ['in-person', 'video'], weekdays: [2, 4], everyWeeks: 1, blocks: [morning] },
          { modes: ['video', 'phone'], weekdays: [3], everyWeeks: 1, blocks: [afternoon] },
        ],
      },
    ],
  },
  {
    name: 'Info Jeunes Nouvelle-Aquitaine, site de Limoges',
    shortName: 'Info Jeunes Limoges',
    communeCode: '87085',
    address: '12 cours des Tanneurs',
    legalForm: 'association-1901',
    infoJeunes: true,
    phone: '+33555000012',
    accessNotes: null,
    rooms: 2,
    representative: { civility: 'monsieur', name: 'Yvan Delcros', quality: 'directeur' },
    advisers: [
      {
        givenName: 'Samir',
        familyName: 'Ouali',
        languages: ['fr', 'en', 'ar'],
        trained: 'yes',
        openings: [{ modes: ['in-person', 'video', 'phone'], weekdays: [1, 3, 5], everyWeeks: 1, blocks: [morning, afternoon] }],
      },
    ],
  },
];
