import { describe, expect, it } from 'vitest';
import type { Closeness, CommuneMatch } from './match.ts';
import { surelyMeant } from './match.ts';

function match(closeness: Closeness, name: string, population: number | null = 1000): CommuneMatch {
  const commune = {
    code: name,
    name,
    departement: { code: '23', name: 'Creuse' },
    region: { code: '75', name: 'Nouvelle-Aquitaine' },
    epci: null,
    postalCodes: [],
    population,
    centre: null,
  };
  return { commune, closeness, via: null, label: name };
}

const former = { code: '23999', name: 'Saint-Jean-le-Vieux', kind: 'delegated' } as const;

describe('surelyMeant', () => {
  it.each<[string, CommuneMatch[], string | null]>([
    ['nothing', [], null],
    ['the only answer', [match('word', 'Felletin')], 'Felletin'],
    ['a faulty name, even alone', [match('faulty', 'Guéret')], null],
    [
      'that very name',
      [match('exact', 'Paris', 2_000_000), match('beginning', 'Parisot', 500)],
      'Paris',
    ],
    ['two of that very name', [match('exact', 'Aubusson'), match('exact', 'Aubusson')], null],
    [
      'a larger one begins so',
      [match('exact', 'Saint-Jean', 10), match('beginning', 'Saint-Jean-de-Luz', 11)],
      null,
    ],
    [
      'one as large begins so',
      [match('exact', 'Saint-Jean', 10), match('beginning', 'Saint-Jean-d’Illac', 10)],
      'Saint-Jean',
    ],
    [
      'a name of before, of a larger one',
      [match('exact', 'A', 10), { ...match('beginning', 'B', 11), via: former }],
      'A',
    ],
    [
      'a larger one with that word',
      [match('exact', 'Guéret', 10), match('word', 'Guérétois', 11)],
      'Guéret',
    ],
    [
      'that very name before',
      [match('former-exact', 'Fursac'), match('beginning', 'Fursacois', 1)],
      'Fursac',
    ],
    [
      'that name now, another before',
      [match('exact', 'Conques'), match('former-exact', 'Conques-en-R')],
      'Conques',
    ],
    ['several of one postal code', [match('postal-code', 'A'), match('postal-code', 'B')], null],
    ['several beginnings', [match('beginning', 'A'), match('beginning', 'B')], null],
    ['where nobody lives', [match('exact', 'Île', null), match('beginning', 'Île-Tudy', 1)], null],
  ])('%s', (_, matches, meant) => {
    expect(surelyMeant(matches)?.name ?? null).toBe(meant);
  });
});
