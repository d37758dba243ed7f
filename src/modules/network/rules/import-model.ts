import { csvCell } from './csv.ts';
import type { ImportColumn } from './import-columns.ts';
import { IMPORT_COLUMNS, columnName } from './import-columns.ts';

type ModelLine = Partial<Readonly<Record<ImportColumn, string>>>;

/** Real towns, invented people: a structure with two advisers, of whom the second says the structure and the place again. */
const STRUCTURE: ModelLine = {
  structure: 'Espace jeunes de Guéret',
  legalForm: 'association loi 1901',
  address: '1 place Bonnyaud',
  postalCode: '23000',
  commune: 'Guéret',
  civility: 'madame',
  representative: 'Odile Vernet',
  quality: 'présidente',
  phone: '05 55 00 00 01',
  email: 'contact@espace-jeunes-gueret.example',
  infoJeunes: 'oui',
  agreementFrom: '01/01/2026',
  agreementUntil: '31/12/2028',
  place: 'Espace jeunes de Guéret',
  rooms: '2',
  accessNotes: 'Entrée par la cour',
  stepFree: 'oui',
};

const MODEL: readonly ModelLine[] = [
  {
    ...STRUCTURE,
    givenName: 'Awa',
    familyName: 'Marchadier',
    personEmail: 'awa.marchadier@espace-jeunes-gueret.example',
    role: 'conseillère',
    languages: 'français, anglais',
    memberFrom: '01/02/2026',
    trainedOn: '12/03/2026',
    serviceFrom: '15/04/2026',
  },
  {
    ...STRUCTURE,
    givenName: 'Odile',
    familyName: 'Vernet',
    personEmail: 'odile.vernet@espace-jeunes-gueret.example',
    role: 'responsable',
    memberFrom: '01/01/2026',
  },
];

/** The file that the page offers, as a French spreadsheet opens it: byte-order mark, semicolons, CRLF. */
export function importModel(): string {
  const columns = Object.keys(IMPORT_COLUMNS) as ImportColumn[];
  const lines = [
    columns.map(columnName),
    ...MODEL.map((line) => columns.map((name) => line[name] ?? '')),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}
