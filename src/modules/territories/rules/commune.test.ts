import { describe, expect, it } from 'vitest';
import { communeIsIn, communeLabel } from './commune.ts';
import type { Commune, Territory } from './commune.ts';

const aubusson: Commune = {
  code: '23008',
  name: 'Aubusson',
  departement: { code: '23', name: 'Creuse' },
  region: { code: '75', name: 'Nouvelle-Aquitaine' },
  epci: { code: '242300135', name: 'CC Creuse Grand Sud' },
  postalCodes: ['23200'],
  population: 3000,
  centre: null,
};

describe('communeIsIn', () => {
  it.each<[Territory, boolean]>([
    [{ kind: 'region', code: '75' }, true],
    [{ kind: 'region', code: '76' }, false],
    [{ kind: 'departement', code: '23' }, true],
    [{ kind: 'departement', code: '2' }, false],
    [{ kind: 'epci', code: '242300135' }, true],
    [{ kind: 'epci', code: '200067189' }, false],
    [{ kind: 'communes', codes: ['23096', '23008'] }, true],
    [{ kind: 'communes', codes: ['23096'] }, false],
    [{ kind: 'communes', codes: [] }, false],
  ])('%j → %s', (territory, isIn) => {
    expect(communeIsIn(aubusson, territory)).toBe(isIn);
  });

  it('a commune of no EPCI is in none', () => {
    expect(communeIsIn({ ...aubusson, epci: null }, { kind: 'epci', code: '242300135' })).toBe(
      false,
    );
  });
});

describe('communeLabel', () => {
  it('tells homonyms apart', () => {
    expect(communeLabel(aubusson)).toBe('Aubusson (23200, Creuse)');
  });

  it('does without a postal code', () => {
    expect(communeLabel({ ...aubusson, postalCodes: [] })).toBe('Aubusson (Creuse)');
  });
});
