import type {
  ImportLine,
  ImportedPerson,
  ImportedPlace,
  ImportedStructure,
} from './import-line.ts';
import type { ImportError } from './import-cells.ts';
import type { ImportColumn } from './import-columns.ts';
import { plainKey } from './import-columns.ts';

/** By what a structure is known again: its SIRET, or its name and commune where it has none. */
export function structureKey({ siret, name, commune }: ImportedStructure): string {
  return siret ?? `${plainKey(name)}|${plainKey(commune)}`;
}

/** A place is known again by its name and address. */
export function placeKey({ name, address }: Pick<ImportedPlace, 'name' | 'address'>): string {
  return `${plainKey(name)}|${plainKey(address)}`;
}

/** Two ways of writing the same name: capitals, accents and hyphens do not count. */
export function isSameName(
  one: { readonly givenName: string; readonly familyName: string | null },
  other: { readonly givenName: string; readonly familyName: string | null },
): boolean {
  return (
    plainKey(`${one.givenName} ${one.familyName ?? ''}`) ===
    plainKey(`${other.givenName} ${other.familyName ?? ''}`)
  );
}

type Said = readonly (readonly [ImportColumn, string])[];

/** Lines that say of one structure, place or person something else than the first line that spoke of it. */
export function findContradictions(lines: readonly ImportLine[]): readonly ImportError[] {
  return [
    ...contradictionsBy(lines, ({ structure }) => ({
      key: structureKey(structure),
      said: structureSaid(structure),
    })),
    ...contradictionsBy(
      lines,
      ({ place }) => place && { key: placeKey(place), said: placeSaid(place) },
    ),
    ...contradictionsBy(
      lines,
      ({ person }) => person && { key: person.email, said: personSaid(person) },
    ),
  ];
}

function contradictionsBy(
  lines: readonly ImportLine[],
  read: (line: ImportLine) => { readonly key: string; readonly said: Said } | null,
): ImportError[] {
  const first = new Map<string, Said>();
  return lines.flatMap((line): ImportError[] => {
    const found = read(line);
    if (!found) return [];
    const known = first.get(found.key);
    if (!known) {
      first.set(found.key, found.said);
      return [];
    }
    return found.said
      .filter(
        ([, value], index) => value !== '' && plainKey(value) !== plainKey(known[index]?.[1] ?? ''),
      )
      .map(([column, value]) => ({
        line: line.line,
        column,
        code: 'not-the-same-as-before',
        value,
      }));
  });
}

/** What may not differ; a date or a contact left empty further down is no contradiction. */
function structureSaid(structure: ImportedStructure): Said {
  return [
    ['structure', structure.name],
    ['commune', structure.commune],
    ['legalForm', structure.legalForm],
    ['agreementFrom', structure.agreement?.from.toString() ?? ''],
    ['agreementUntil', structure.agreement?.until?.toString() ?? ''],
  ];
}

function placeSaid(place: ImportedPlace): Said {
  return [
    ['placeCommune', place.commune],
    ['rooms', String(place.rooms)],
  ];
}

function personSaid(person: ImportedPerson): Said {
  return [
    ['givenName', person.givenName],
    ['familyName', person.familyName],
  ];
}
