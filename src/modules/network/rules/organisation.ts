import type { OrganisationId } from '#platform/kernel/actor.ts';

export const LEGAL_FORMS = [
  'association-1901',
  'foundation',
  'collectivite',
  'etablissement-public',
  'groupement-interet-public',
  'cooperative',
  'company',
  'other',
] as const;

export type LegalForm = (typeof LEGAL_FORMS)[number];

export interface Representative {
  readonly civility: 'madame' | 'monsieur' | null;
  readonly name: string;
  /** Président, maire, directrice… */
  readonly quality: string | null;
}

export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly shortName: string | null;
  readonly legalForm: LegalForm;
  readonly nonProfit: boolean;
  /** Fourteen digits. */
  readonly siret: string | null;
  readonly address: string | null;
  readonly communeCode: string | null;
  readonly representative: Representative | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
}

/** SM-25: what the legal form says of profit; `null` where only the organisation's statutes do. */
export function nonProfitByForm(form: LegalForm): boolean | null {
  switch (form) {
    case 'association-1901':
    case 'foundation':
    case 'collectivite':
    case 'etablissement-public':
    case 'groupement-interet-public':
      return true;
    case 'company':
      return false;
    case 'cooperative':
    case 'other':
      return null;
  }
}
