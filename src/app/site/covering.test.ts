import { expect, test } from 'vitest';
import { covers } from './covering.ts';

const fursac = {
  code: '23192',
  departement: { code: '23', name: 'Creuse' },
  region: { code: '75', name: 'Nouvelle-Aquitaine' },
  epci: { code: '242320000', name: 'CC Bénévent Grand Bourg' },
};

test.each([
  [{ kind: 'country', code: 'FR' }, true],
  [{ kind: 'region', code: '75' }, true],
  // The région 75 is not the département 75.
  [{ kind: 'departement', code: '75' }, false],
  [{ kind: 'departement', code: '23' }, true],
  [{ kind: 'epci', code: '242320000' }, true],
  [{ kind: 'commune', code: '23192' }, true],
  [{ kind: 'commune', code: '23096' }, false],
] as const)('a network of %o covers Fursac: %s', (territory, expected) => {
  expect(covers({ territory }, fursac)).toBe(expected);
});
