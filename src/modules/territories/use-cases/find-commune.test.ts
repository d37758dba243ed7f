import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerritoriesKit } from '#tests/territories/kit.ts';
import type { TerritoriesKit } from '#tests/territories/kit.ts';
import { communeIsIn } from '../rules/commune.ts';
import { findCommune, findCommunes, listCommunes } from './find-commune.ts';
import { findEpci, listDepartements, listRegions } from './list-areas.ts';

let kit: TerritoriesKit;
beforeAll(async () => {
  kit = await openTerritoriesKit();
});
afterAll(() => kit.close());

describe('findCommune', () => {
  it('knows what the commune is in', async () => {
    const gueret = await findCommune(kit.ctx, '23096');
    expect(gueret).toMatchObject({
      code: '23096',
      name: 'Guéret',
      departement: { code: '23', name: 'Creuse' },
      region: { code: '75', name: 'Nouvelle-Aquitaine' },
      postalCodes: ['23000'],
    });
    expect(gueret?.population).toBeGreaterThan(10_000);
    expect(gueret?.centre?.latitude).toBeCloseTo(46.17, 1);
    expect(gueret && communeIsIn(gueret, { kind: 'epci', code: gueret.epci?.code ?? '' })).toBe(
      true,
    );
  });

  it.each([
    ['an arrondissement of Paris', '75111', '75056'],
    ['one of Lyon', '69383', '69123'],
    ['one of Marseille', '13201', '13055'],
    ['a delegated commune', '01039', '01138'],
    ['a merged commune', '01340', '01015'],
    ['a code kept by the new commune', '01015', '01015'],
  ])('%s leads to the commune of today', async (_, code, today) => {
    expect((await findCommune(kit.ctx, code))?.code).toBe(today);
  });

  it.each(['97411', '97105', '97611', '97502', '97701', '97801', '98818', '98735', '98613'])(
    'overseas: %s',
    async (code) => {
      expect((await findCommune(kit.ctx, code))?.departement.code).toBe(code.slice(0, 3));
    },
  );

  it('a commune of no EPCI, without centre, without inhabitants', async () => {
    expect((await findCommune(kit.ctx, '29155'))?.epci).toBeNull();
    expect(await findCommune(kit.ctx, '98412')).toMatchObject({
      epci: null,
      centre: null,
      population: null,
      postalCodes: [],
    });
  });

  it.each(['00000', '', 'Guéret', "23096' or true"])('%j is none', async (code) => {
    expect(await findCommune(kit.ctx, code)).toBeNull();
  });
});

describe('many at once', () => {
  it('answers by the code asked for', async () => {
    const found = await findCommunes(kit.ctx, ['75111', '23096', '00000', '75111']);
    const names = new Map([...found].map(([code, { name }]) => [code, name]));
    expect(names).toEqual(
      new Map([
        ['23096', 'Guéret'],
        ['75111', 'Paris'],
      ]),
    );
    expect((await findCommunes(kit.ctx, [])).size).toBe(0);
  });

  it('lists each once, in the order asked', async () => {
    const listed = await listCommunes(kit.ctx, ['75111', '23096', '00000', '75056']);
    expect(listed.map(({ name }) => name)).toEqual(['Paris', 'Guéret']);
  });
});

describe('areas', () => {
  it('lists regions and départements of today', async () => {
    expect(await listRegions(kit.ctx)).toHaveLength(26);
    expect(await listDepartements(kit.ctx)).toHaveLength(109);
    const codes = (await listDepartements(kit.ctx, { regionCode: '75' })).map(({ code }) => code);
    expect(codes).toEqual(['16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87']);
    expect(await listDepartements(kit.ctx, { regionCode: '00' })).toEqual([]);
  });

  it('finds an EPCI with its communes', async () => {
    const gueret = await findCommune(kit.ctx, '23096');
    const epci = await findEpci(kit.ctx, gueret?.epci?.code ?? '');
    expect(epci).toMatchObject({ name: gueret?.epci?.name, kind: 'CA' });
    expect(epci?.communeCodes).toContain('23096');
    expect(await findEpci(kit.ctx, '000000000')).toBeNull();
  });
});
