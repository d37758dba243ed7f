import type { LineCells } from './import-cells.ts';
import {
  checkOrder,
  optionalText,
  parseEmail,
  parsed,
  readDate,
  requiredText,
  wrong,
} from './import-cells.ts';
import { plainKey } from './import-columns.ts';
import type { ImportedPerson } from './import-line.ts';
import { readLanguages } from './languages.ts';
import { parsePhone } from './phone.ts';

const OF_PERSON = [
  'personEmail',
  'personPhone',
  'role',
  'displayName',
  'languages',
  'memberFrom',
  'memberUntil',
  'trainedOn',
] as const;

/** Whether the line speaks of a person. */
export function namesSomeone(cells: LineCells): boolean {
  return cells.text('givenName') !== '' || cells.text('familyName') !== '';
}

export function readPerson(cells: LineCells): ImportedPerson | null {
  if (!namesSomeone(cells)) {
    const alone = OF_PERSON.find((column) => cells.text(column) !== '');
    return alone ? wrong(cells, 'givenName', 'person-without-name') : null;
  }
  const givenName = requiredText(cells, 'givenName');
  const email = parsed(cells, 'personEmail', { parse: parseEmail, code: 'not-an-email' });
  if (cells.text('personEmail') === '') wrong(cells, 'personEmail', 'missing');
  const role = readRole(cells);
  const from = readDate(cells, 'memberFrom');
  const until = readDate(cells, 'memberUntil');
  checkOrder(cells, { from: 'memberFrom', until: 'memberUntil' }, { from, until });
  const trainedOn = readDate(cells, 'trainedOn');
  if (trainedOn && role !== 'adviser') wrong(cells, 'trainedOn', 'trained-but-not-adviser');
  return {
    givenName,
    familyName: requiredText(cells, 'familyName'),
    email: email ?? '',
    phone: parsed(cells, 'personPhone', { parse: parsePhone, code: 'not-a-phone' }),
    role,
    displayName: optionalText(cells, 'displayName') ?? givenName,
    languages: readLanguagesOf(cells),
    from,
    until,
    trainedOn,
    serviceFrom: readDate(cells, 'serviceFrom'),
  };
}

const ROLE_WORDS: readonly (readonly [RegExp, ImportedPerson['role']])[] = [
  [/^(conseil|operat|advis|intervenant)/, 'adviser'],
  [/^(responsable|direct|gestionnaire)/, 'manager'],
  [/^referent/, 'referent'],
];

/** An adviser unless it is said otherwise. */
function readRole(cells: LineCells): ImportedPerson['role'] {
  const parse = (text: string) =>
    ROLE_WORDS.find(([words]) => words.test(plainKey(text)))?.[1] ?? null;
  return parsed(cells, 'role', { parse, code: 'unknown-role' }) ?? 'adviser';
}

function readLanguagesOf(cells: LineCells): readonly string[] {
  const reading = readLanguages(cells.text('languages'));
  if (!reading.ok) wrong(cells, 'languages', 'unknown-language');
  return reading.ok && reading.tags.length > 0 ? reading.tags : ['fr'];
}
