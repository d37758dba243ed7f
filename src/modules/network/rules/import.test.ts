import { describe, expect, test } from 'vitest';
import type { ImportColumn } from './import-columns.ts';
import { columnName, plainKey, readHeader } from './import-columns.ts';
import { csvCell } from './csv.ts';
import { importModel } from './import-model.ts';
import { MOST_IMPORT_LINES, readImport } from './import.ts';

type Line = Partial<Record<ImportColumn, string>>;

const SOUND: Line = {
  structure: 'Espace jeunes de Guéret',
  legalForm: 'Association loi 1901',
  commune: 'Guéret',
};
const PERSON: Line = {
  ...SOUND,
  givenName: 'Awa',
  familyName: 'Marchadier',
  personEmail: 'awa@exemple.fr',
};
const PLACE: Line = { ...SOUND, place: 'Espace jeunes', address: '1 place Bonnyaud', rooms: '2' };

function fileOf(...lines: readonly Line[]): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))] as ImportColumn[];
  return [columns.map(columnName), ...lines.map((line) => columns.map((one) => line[one] ?? ''))]
    .map((cells) => cells.map(csvCell).join(';'))
    .join('\r\n');
}

function read(...lines: readonly Line[]) {
  const reading = readImport(fileOf(...lines));
  if (!reading.ok) throw new Error(reading.problem.kind);
  return reading.value;
}

function errorsOf(...lines: readonly Line[]) {
  return read(...lines).errors.map(({ line, column, code }) => `${line} ${column} ${code}`);
}

test('the model reads without an error, and says what it shows', () => {
  const reading = readImport(importModel());
  if (!reading.ok) throw new Error(reading.problem.kind);
  const { lines, errors, unknownHeaders, count } = reading.value;
  expect({ errors, unknownHeaders, count }).toEqual({ errors: [], unknownHeaders: [], count: 2 });
  expect(lines[0]).toMatchObject({
    line: 2,
    structure: {
      legalForm: 'association-1901',
      commune: '23000 Guéret',
      phone: '+33555000001',
      representative: { civility: 'madame', name: 'Odile Vernet', quality: 'présidente' },
      infoJeunes: true,
    },
    place: { rooms: 2, address: '1 place Bonnyaud', commune: '23000 Guéret', stepFree: true },
    person: { role: 'adviser', displayName: 'Awa', languages: ['fr', 'en'] },
  });
  const day = (text: string) => Temporal.PlainDate.from(text);
  expect(lines).toMatchObject([
    {
      structure: {
        agreement: { from: day('2026-01-01'), until: day('2028-12-31') },
        serviceFrom: null,
      },
      person: { serviceFrom: day('2026-04-15') },
    },
    { person: { role: 'manager' } },
  ]);
});

describe('headers', () => {
  test.each([
    ['Représentant légal', 'representative'],
    ['REPRESENTANT LEGAL', 'representative'],
    ['Lieu d’accueil', 'place'],
    ["lieu d'accueil", 'place'],
    ['E-mail', 'email'],
    ['En poste jusqu’au', 'memberUntil'],
    ['Plain pied', 'stepFree'],
  ])('%s', (header, column) => {
    expect([...readHeader([header]).at.keys()]).toEqual([column]);
  });

  test('no two columns answer to one name', () => {
    const names = readHeader([]).unknown;
    expect(names).toEqual([]);
    const reading = readImport(importModel().replace('rôle', 'poids'));
    expect(reading.ok && reading.value.unknownHeaders).toEqual(['poids']);
    expect(plainKey('  Œuvre   d’Été ')).toBe('oeuvre d ete');
  });
});

describe('what stops a whole file', () => {
  test.each([
    ['', { kind: 'empty' }],
    ['structure;forme juridique;commune', { kind: 'empty' }],
    ['structure;siret\nA;B', { kind: 'missing-columns', columns: ['legalForm', 'commune'] }],
    [
      'structure;forme juridique;commune;ville\nA;association;B;C',
      { kind: 'columns-twice', columns: ['commune'] },
    ],
    ['structure;forme juridique;commune\n"A;association;B', { kind: 'unclosed-quote', line: 2 }],
  ])('%j', (text, problem) => {
    expect(readImport(text)).toEqual({ ok: false, problem });
  });

  test('the number of lines, on both sides of its bound', () => {
    const lines = Array.from({ length: MOST_IMPORT_LINES }, () => SOUND);
    expect(readImport(fileOf(...lines)).ok).toBe(true);
    expect(readImport(fileOf(...lines, SOUND))).toEqual({
      ok: false,
      problem: { kind: 'too-many-lines', lines: MOST_IMPORT_LINES + 1 },
    });
  });
});

describe('a bad cell is said with its line and column', () => {
  test.each<[Line, string]>([
    [{ ...SOUND, structure: '' }, 'structure missing'],
    [{ ...SOUND, commune: '' }, 'commune missing'],
    [{ ...SOUND, legalForm: '' }, 'legalForm missing'],
    [{ ...SOUND, legalForm: 'amicale' }, 'legalForm unknown-legal-form'],
    [{ ...SOUND, legalForm: 'SCIC' }, 'nonProfit missing'],
    [{ ...SOUND, legalForm: 'SCIC', nonProfit: 'peut-être' }, 'nonProfit not-yes-or-no'],
    [{ ...SOUND, siret: '12345678900010' }, 'siret not-a-siret'],
    [{ ...SOUND, structure: 'x'.repeat(301) }, 'structure too-long'],
    [{ ...SOUND, phone: '05 55' }, 'phone not-a-phone'],
    [{ ...SOUND, email: 'contact chez exemple' }, 'email not-an-email'],
    [{ ...SOUND, website: 'notre site' }, 'website not-an-address-of-site'],
    [{ ...SOUND, civility: 'maître', representative: 'Odile Vernet' }, 'civility unknown-civility'],
    [{ ...SOUND, agreementFrom: '31/02/2026' }, 'agreementFrom not-a-date'],
    [{ ...SOUND, agreementFrom: '2026-13-01' }, 'agreementFrom not-a-date'],
    [{ ...SOUND, agreementFrom: '01/01/26' }, 'agreementFrom not-a-date'],
    [{ ...SOUND, agreementUntil: '01/01/2026' }, 'agreementUntil end-without-start'],
    [
      { ...SOUND, agreementFrom: '02/01/2026', agreementUntil: '01/01/2026' },
      'agreementUntil ends-before-start',
    ],
    [{ ...PLACE, rooms: '' }, 'rooms missing'],
    [{ ...PLACE, rooms: '201' }, 'rooms not-a-number'],
    [{ ...PLACE, rooms: '1,5' }, 'rooms not-a-number'],
    [{ ...PLACE, address: '' }, 'placeAddress missing'],
    [{ ...SOUND, rooms: '2' }, 'place place-without-name'],
    [{ ...PERSON, givenName: '' }, 'givenName missing'],
    [{ ...PERSON, familyName: '' }, 'familyName missing'],
    [{ ...PERSON, personEmail: '' }, 'personEmail missing'],
    [{ ...PERSON, personEmail: 'awa@' }, 'personEmail not-an-email'],
    [{ ...PERSON, role: 'président' }, 'role unknown-role'],
    [{ ...PERSON, languages: 'klingon' }, 'languages unknown-language'],
    [
      { ...PERSON, role: 'responsable', trainedOn: '01/02/2026' },
      'trainedOn trained-but-not-adviser',
    ],
    [
      { ...PERSON, memberFrom: '02/02/2026', memberUntil: '01/02/2026' },
      'memberUntil ends-before-start',
    ],
    [{ ...SOUND, personEmail: 'awa@exemple.fr' }, 'givenName person-without-name'],
  ])('%j', (line, expected) => {
    expect(errorsOf(line)).toEqual([`2 ${expected}`]);
  });

  test('all the errors of a line at once, and none of the sound one before it', () => {
    expect(errorsOf(PERSON, { ...PERSON, siret: '1', phone: '2', role: '3' })).toEqual([
      '3 siret not-a-siret',
      '3 phone not-a-phone',
      '3 role unknown-role',
    ]);
  });
});

describe('a sound cell', () => {
  test.each<[Line, object]>([
    [{ ...SOUND, legalForm: 'mairie' }, { legalForm: 'collectivite' }],
    [{ ...SOUND, legalForm: 'G.I.P.' }, { legalForm: 'groupement-interet-public' }],
    [
      { ...SOUND, legalForm: 'Groupement d’intérêt public' },
      { legalForm: 'groupement-interet-public' },
    ],
    [{ ...SOUND, legalForm: 'SCIC', nonProfit: 'oui' }, { nonProfitByStatutes: true }],
    [{ ...SOUND, siret: '732 829 320 00074' }, { siret: '73282932000074' }],
    [
      { ...SOUND, postalCode: '1000', commune: 'Bourg-en-Bresse' },
      { commune: '01000 Bourg-en-Bresse' },
    ],
    [{ ...SOUND, website: 'exemple.fr/jeunes' }, { website: 'https://exemple.fr/jeunes' }],
  ])('%j', (line, structure) => {
    expect(read(line).lines[0]?.structure).toMatchObject(structure);
  });

  test.each([
    ['01/02/2026', '2026-02-01'],
    ['1/2/2026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
    ['01-02-2026', '2026-02-01'],
    ['29/02/2028', '2028-02-29'],
    ['01/02/2026 00:00:00', '2026-02-01'],
  ])('the date %s', (text, expected) => {
    expect(read({ ...PERSON, trainedOn: text }).lines[0]?.person?.trainedOn?.toString()).toBe(
      expected,
    );
  });
});

describe('lines that speak of the same thing say the same of it', () => {
  test.each<[Line, Line, string[]]>([
    [PERSON, { ...PERSON, givenName: 'AWA' }, []],
    [PERSON, { ...PERSON, familyName: 'Durand' }, ['3 familyName not-the-same-as-before']],
    [PLACE, { ...PLACE, rooms: '3' }, ['3 rooms not-the-same-as-before']],
    [SOUND, { ...SOUND, legalForm: 'mairie' }, ['3 legalForm not-the-same-as-before']],
    [
      { ...SOUND, siret: '73282932000074' },
      { ...SOUND, siret: '73282932000074', structure: 'Autre nom' },
      ['3 structure not-the-same-as-before'],
    ],
    [SOUND, { ...SOUND, commune: 'Limoges', legalForm: 'mairie' }, []],
  ])('%j then %j', (first, second, expected) => {
    expect(errorsOf(first, second)).toEqual(expected);
  });
});
