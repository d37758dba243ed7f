/** The columns of an import file, in the order of the model; the first name is the one that is shown. */
export const IMPORT_COLUMNS = {
  structure: ['structure', 'nom de la structure'],
  siret: ['siret'],
  legalForm: ['forme juridique', 'statut juridique'],
  nonProfit: ['but non lucratif', 'non lucratif'],
  address: ['adresse', 'adresse de la structure'],
  postalCode: ['code postal', 'cp'],
  commune: ['commune', 'ville'],
  civility: ['civilité du représentant', 'civilité'],
  representative: ['représentant légal', 'représentant', 'représentante'],
  quality: ['qualité du représentant', 'qualité', 'fonction'],
  phone: ['téléphone', 'tél'],
  email: ['courriel', 'email', 'e-mail', 'mail'],
  website: ['site internet', 'site', 'site web'],
  infoJeunes: ['info jeunes', 'label info jeunes'],
  affiliatedFrom: ['dans le réseau depuis', 'affiliée depuis', 'affiliation'],
  agreementFrom: ['convention du', 'début de convention'],
  agreementUntil: ['convention au', 'fin de convention'],
  place: ['lieu d’accueil', 'lieu'],
  placeAddress: ['adresse du lieu'],
  placePostalCode: ['code postal du lieu'],
  placeCommune: ['commune du lieu', 'ville du lieu'],
  rooms: ['espaces confidentiels', 'salles', 'bureaux'],
  accessNotes: ['accès', 'comment venir'],
  stepFree: ['accès de plain-pied', 'plain-pied'],
  placePhone: ['téléphone du lieu'],
  givenName: ['prénom'],
  familyName: ['nom'],
  personEmail: ['courriel de la personne', 'courriel du conseiller', 'email du conseiller'],
  personPhone: ['téléphone de la personne', 'téléphone du conseiller'],
  role: ['rôle'],
  displayName: ['nom affiché', 'prénom affiché'],
  languages: ['langues'],
  memberFrom: ['en poste depuis', 'depuis'],
  memberUntil: ['en poste jusqu’au', 'jusqu’au'],
  trainedOn: ['formation', 'formation suivie le', 'formé le'],
  serviceFrom: ['mise en service', 'en service le'],
} as const;

export type ImportColumn = keyof typeof IMPORT_COLUMNS;

/** The name of a column as it is shown. */
export function columnName(column: ImportColumn): string {
  return IMPORT_COLUMNS[column][0];
}

/** Small letters and digits without accents, words one space apart: however a header is written, it is recognised. */
export function plainKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

const BY_HEADER: ReadonlyMap<string, ImportColumn> = new Map(
  (Object.keys(IMPORT_COLUMNS) as ImportColumn[]).flatMap((column) =>
    IMPORT_COLUMNS[column].map((name) => [plainKey(name), column]),
  ),
);

export interface HeaderReading {
  /** Where each column stands in the file. */
  readonly at: ReadonlyMap<ImportColumn, number>;
  /** Headers that we do not know: what is under them is not read. */
  readonly unknown: readonly string[];
  /** Columns that are there twice. */
  readonly twice: readonly ImportColumn[];
}

/** Recognises the columns by their header, in any order. */
export function readHeader(cells: readonly string[]): HeaderReading {
  const at = new Map<ImportColumn, number>();
  const unknown: string[] = [];
  const twice: ImportColumn[] = [];
  cells.forEach((cell, index) => {
    const column = BY_HEADER.get(plainKey(cell));
    if (column === undefined) {
      if (cell !== '') unknown.push(cell);
    } else if (at.has(column)) twice.push(column);
    else at.set(column, index);
  });
  return { at, unknown, twice };
}
