import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerritoriesKit } from '#tests/territories/kit.ts';
import type { TerritoriesKit } from '#tests/territories/kit.ts';
import { searchCommunes } from './search-communes.ts';

const NOUVELLE_AQUITAINE = '75';

let kit: TerritoriesKit;
beforeAll(async () => {
  kit = await openTerritoriesKit();
});
afterAll(() => kit.close());

async function labelsFor(
  text: string,
  options: { limit?: number; preferRegion?: string } = {},
): Promise<string[]> {
  return (await searchCommunes(kit.ctx, { text, ...options })).map(({ label }) => label);
}

describe('by name', () => {
  it.each([
    ['Guéret', 'Guéret (23000, Creuse)'],
    ['GUERET', 'Guéret (23000, Creuse)'],
    ['guéra', 'Guérande (44350, Loire-Atlantique)'],
    ['St Junien', 'Saint-Junien (87200, Haute-Vienne)'],
    ['saint-yrieix la perche', 'Saint-Yrieix-la-Perche (87500, Haute-Vienne)'],
    ["L'Isle-Jourdain (86)", "L'Isle-Jourdain (86150, Vienne)"],
    ['L’Isle', 'Isle (87170, Haute-Vienne)'],
    ['bourganeuf', 'Bourganeuf (23400, Creuse)'],
    ['La Rochelle', 'La Rochelle (17000, Charente-Maritime)'],
    ['Rochelle', 'La Rochelle (17000, Charente-Maritime)'],
    ['Bordeaux', 'Bordeaux (33000, Gironde)'],
    ['33800 Bordeaux', 'Bordeaux (33800, Gironde)'],
    ['Fort de France', 'Fort-de-France (97200, Martinique)'],
    ['papeete', 'Papeete (98714, Polynésie française)'],
    ['Kerguelen', 'Archipel des Kerguelen (Terres australes et antarctiques françaises)'],
    ['Ouessant', 'Ouessant (29242, Finistère)'],
    ['23011 Guéret cedex', 'Guéret (23000, Creuse)'],
    ['Y', 'Y (80190, Somme)'],
  ])('%j finds %j first', async (text, first) => {
    expect((await labelsFor(text))[0]).toBe(first);
  });

  it('tells homonyms apart', async () => {
    expect(await labelsFor('Aubusson')).toEqual([
      'Aubusson (23200, Creuse)',
      'Aubusson (61100, Orne)',
      "Aubusson-d'Auvergne (63120, Puy-de-Dôme)",
    ]);
  });

  it('puts that very name before larger communes whose name begins so', async () => {
    const labels = await labelsFor('Saint-Jean');
    expect(labels[0]).toBe('Saint-Jean (31240, Haute-Garonne)');
    expect(labels[1]).toBe('Saint-Jean-de-Braye (45800, Loiret)');
  });

  it('puts the region preferred first among names found as surely, and hides no other', async () => {
    const labels = await labelsFor('Saint-Denis', { preferRegion: NOUVELLE_AQUITAINE });
    expect(labels[0]).toBe('Saint-Denis (97400, La Réunion)');
    const inRegion = labels.findIndex((label) => label.includes('Gironde'));
    const elsewhere = labels.findIndex(
      (label) => label.includes('-les-') && !label.includes('Gironde'),
    );
    expect(inRegion).toBeGreaterThan(0);
    expect(elsewhere === -1 || inRegion < elsewhere).toBe(true);
    expect((await labelsFor('Aubusson', { preferRegion: '28' }))[0]).toBe('Aubusson (61100, Orne)');
  });

  it('reads % and _ as themselves', async () => {
    expect(await labelsFor('%')).toEqual([]);
    expect(await labelsFor('___')).toEqual([]);
  });
});

describe('with faults', () => {
  it.each([
    ['Geuret', 'Guéret (23000, Creuse)'],
    ['Bordaux', 'Bordeaux (33000, Gironde)'],
    ['Perigeux', 'Périgueux (24000, Dordogne)'],
    ['Sant Junien', 'Saint-Junien (87200, Haute-Vienne)'],
    ['Bourgneuf la foret', 'Le Bourgneuf-la-Forêt (53410, Mayenne)'],
    ['Angoulaime', 'Angoulême (16000, Charente)'],
  ])('%j finds %j first', async (text, first) => {
    expect((await labelsFor(text))[0]).toBe(first);
  });

  it.each(['zzzzqq', 'abc', '', '   ', '-'])('%j finds nothing', async (text) => {
    expect(await labelsFor(text)).toEqual([]);
  });
});

describe('by postal code', () => {
  it('finds every commune of a code, the largest first', async () => {
    const labels = await labelsFor('23400');
    expect(labels[0]).toBe('Bourganeuf (23400, Creuse)');
    expect(labels.length).toBeGreaterThan(5);
    expect(labels.every((label) => label.includes('23400'))).toBe(true);
  });

  it('finds the largest communes of a code begun', async () => {
    expect((await labelsFor('23')).slice(0, 2)).toEqual([
      'Guéret (23000, Creuse)',
      'La Souterraine (23300, Creuse)',
    ]);
    expect((await labelsFor('974'))[0]).toBe('Saint-Denis (97400, La Réunion)');
  });

  it.each([
    ['75011', ['Paris (75011, Paris)']],
    ['Bastia 2B', ['Bastia (20200, Haute-Corse)']],
    ['00000', []],
    ['2', []],
  ])('%j', async (text, labels) => {
    expect(await labelsFor(text)).toEqual(labels);
  });
});

describe('by a name of before', () => {
  it('says what it is today', async () => {
    const [match] = await searchCommunes(kit.ctx, { text: 'Bâgé-la-Ville' });
    expect(match).toMatchObject({
      commune: { name: 'Bâgé-Dommartin' },
      closeness: 'former-exact',
      via: { name: 'Bâgé-la-Ville', kind: 'delegated' },
      label: 'Bâgé-la-Ville, aujourd’hui Bâgé-Dommartin (01380, Ain)',
    });
  });

  it.each(['Paris 11', 'paris 11e', 'Paris 11ème'])('%j leads to Paris', async (text) => {
    const [match] = await searchCommunes(kit.ctx, { text });
    expect(match?.label).toBe('Paris 11e Arrondissement (Paris)');
    expect(match?.commune.code).toBe('75056');
  });
});

describe('limits', () => {
  it.each([
    [undefined, 10],
    [3, 3],
    [0, 1],
    [500, 10],
  ])('asked for %s, gives %i', async (limit, count) => {
    expect(await labelsFor('saint', limit === undefined ? {} : { limit })).toHaveLength(count);
  });

  it('gives each commune once', async () => {
    const matches = await searchCommunes(kit.ctx, { text: 'paris' });
    const codes = matches.map(({ commune }) => commune.code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
