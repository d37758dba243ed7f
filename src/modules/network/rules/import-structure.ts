import type { LineCells } from './import-cells.ts';
import {
  checkOrder,
  optionalText,
  parseEmail,
  parseSite,
  parsed,
  readDate,
  readYesNo,
  requiredText,
  wrong,
} from './import-cells.ts';
import type { ImportColumn } from './import-columns.ts';
import { plainKey } from './import-columns.ts';
import type { ImportedPlace, ImportedStructure } from './import-line.ts';
import { namesSomeone } from './import-person.ts';
import type { LegalForm, Representative } from './organisation.ts';
import { nonProfitByForm } from './organisation.ts';
import { parsePhone } from './phone.ts';
import { parseSiret } from './siret.ts';

/** Words by which a legal form is known, in plain letters. */
const LEGAL_FORM_WORDS: Readonly<Record<LegalForm, RegExp>> = {
  'association-1901': /^association/,
  foundation: /^fondation/,
  collectivite:
    /^(collectivite|commune|mairie|ville|departement|region|intercommunalite|communaute|epci)/,
  'etablissement-public': /^(etablissement public|epa|epic|ccas|cias|lycee|universite)/,
  'groupement-interet-public': /^(gip|g i p|groupement d interet public)/,
  cooperative: /^(cooperative|scop|scic)/,
  company: /^(societe|entreprise|sarl|sas|sa$)/,
  other: /^autre/,
};

/** A legal form as a coordinator writes it: « Association loi 1901 », « GIP », « mairie ». */
export function parseLegalForm(text: string): LegalForm | null {
  const key = plainKey(text);
  const forms = Object.keys(LEGAL_FORM_WORDS) as LegalForm[];
  return forms.find((form) => LEGAL_FORM_WORDS[form].test(key)) ?? null;
}

export function readStructure(cells: LineCells): ImportedStructure | null {
  const legalForm = parsed(cells, 'legalForm', {
    parse: parseLegalForm,
    code: 'unknown-legal-form',
  });
  if (cells.text('legalForm') === '') wrong(cells, 'legalForm', 'missing');
  const agreement = readAgreement(cells);
  const structure = {
    name: requiredText(cells, 'structure'),
    siret: parsed(cells, 'siret', { parse: parseSiret, code: 'not-a-siret' }),
    nonProfitByStatutes: readYesNo(cells, 'nonProfit'),
    address: optionalText(cells, 'address'),
    commune: communeOf(cells, { commune: 'commune', postalCode: 'postalCode' }),
    representative: readRepresentative(cells),
    phone: parsed(cells, 'phone', { parse: parsePhone, code: 'not-a-phone' }),
    email: parsed(cells, 'email', { parse: parseEmail, code: 'not-an-email' }),
    website: parsed(cells, 'website', { parse: parseSite, code: 'not-an-address-of-site' }),
    infoJeunes: readYesNo(cells, 'infoJeunes') ?? false,
    affiliatedFrom: readDate(cells, 'affiliatedFrom'),
    agreement,
    serviceFrom: namesSomeone(cells) ? null : readDate(cells, 'serviceFrom'),
  };
  if (structure.commune === '') wrong(cells, 'commune', 'missing');
  if (legalForm === null) return null;
  if (nonProfitByForm(legalForm) === null && cells.text('nonProfit') === '') {
    wrong(cells, 'nonProfit', 'missing');
  }
  return { ...structure, legalForm };
}

function readAgreement(cells: LineCells): ImportedStructure['agreement'] {
  const from = readDate(cells, 'agreementFrom');
  const until = readDate(cells, 'agreementUntil');
  checkOrder(cells, { from: 'agreementFrom', until: 'agreementUntil' }, { from, until });
  return from && { from, until };
}

function readRepresentative(cells: LineCells): Representative | null {
  const name = optionalText(cells, 'representative');
  const civility = parsed(cells, 'civility', { parse: parseCivility, code: 'unknown-civility' });
  const quality = optionalText(cells, 'quality');
  return name === null ? null : { civility, name, quality };
}

function parseCivility(text: string): 'madame' | 'monsieur' | null {
  const key = plainKey(text);
  if (['madame', 'mme', 'f'].includes(key)) return 'madame';
  return ['monsieur', 'm', 'mr', 'h'].includes(key) ? 'monsieur' : null;
}

/** « 23000 Guéret »: the name and the postal code together leave no doubt. */
function communeOf(
  cells: LineCells,
  columns: { readonly commune: ImportColumn; readonly postalCode: ImportColumn },
): string {
  // A spreadsheet takes the zero of « 01000 » away.
  const postalCode = cells.text(columns.postalCode).replace(/^\d{4}$/, '0$&');
  return [postalCode, cells.text(columns.commune)].filter((part) => part !== '').join(' ');
}

const OF_PLACE = [
  'placeAddress',
  'placePostalCode',
  'placeCommune',
  'rooms',
  'accessNotes',
  'stepFree',
  'placePhone',
] as const;

/** Without an address or a commune of its own, the place is where the structure is. */
export function readPlace(cells: LineCells): ImportedPlace | null {
  const name = optionalText(cells, 'place');
  if (name === null) {
    const alone = OF_PLACE.find((column) => cells.text(column) !== '');
    return alone ? wrong(cells, 'place', 'place-without-name') : null;
  }
  const rooms = parsed(cells, 'rooms', { parse: parseRooms, code: 'not-a-number' });
  if (cells.text('rooms') === '') wrong(cells, 'rooms', 'missing');
  const commune = communeOf(cells, { commune: 'placeCommune', postalCode: 'placePostalCode' });
  const address = optionalText(cells, 'placeAddress') ?? optionalText(cells, 'address');
  return {
    name,
    rooms: rooms ?? 0,
    address: address ?? (wrong(cells, 'placeAddress', 'missing') || ''),
    commune: commune || communeOf(cells, { commune: 'commune', postalCode: 'postalCode' }),
    accessNotes: optionalText(cells, 'accessNotes'),
    stepFree: readYesNo(cells, 'stepFree'),
    phone: parsed(cells, 'placePhone', { parse: parsePhone, code: 'not-a-phone' }),
  };
}

/** 0 to 200, as the database holds it. */
function parseRooms(text: string): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) <= 200 ? Number(text) : null;
}
