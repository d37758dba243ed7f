import type { ProfessionalRole } from '#platform/kernel/actor.ts';
import type { LegalForm, Representative } from './organisation.ts';

export interface ImportedStructure {
  readonly name: string;
  readonly siret: string | null;
  readonly legalForm: LegalForm;
  /** Said only where the legal form does not say it. */
  readonly nonProfitByStatutes: boolean | null;
  readonly address: string | null;
  /** As typed: a name, a postal code, or both. */
  readonly commune: string;
  readonly representative: Representative | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly infoJeunes: boolean;
  /** Null: from the beginning of the agreement, or else from the day of the import. */
  readonly affiliatedFrom: Temporal.PlainDate | null;
  readonly agreement: {
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate | null;
  } | null;
  /** Of the structure: on a line that names nobody. */
  readonly serviceFrom: Temporal.PlainDate | null;
}

export interface ImportedPlace {
  readonly name: string;
  readonly address: string;
  readonly commune: string;
  readonly rooms: number;
  readonly accessNotes: string | null;
  readonly stepFree: boolean | null;
  readonly phone: string | null;
}

export interface ImportedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly role: Extract<ProfessionalRole, 'adviser' | 'manager' | 'referent'>;
  readonly displayName: string;
  readonly languages: readonly string[];
  /** Null: from the day of the import. */
  readonly from: Temporal.PlainDate | null;
  readonly until: Temporal.PlainDate | null;
  readonly trainedOn: Temporal.PlainDate | null;
  readonly serviceFrom: Temporal.PlainDate | null;
}

/** A line of the file: a structure, said again on each of its lines, and with it a place, a person, both or neither. */
export interface ImportLine {
  readonly line: number;
  readonly structure: ImportedStructure;
  readonly place: ImportedPlace | null;
  readonly person: ImportedPerson | null;
}
