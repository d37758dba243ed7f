import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePlaceName } from './place-name.ts';

describe('normalisePlaceName', () => {
  it.each([
    ['Guéret', 'gueret'],
    ['  GUÉRET ', 'gueret'],
    ['St Junien', 'saint junien'],
    ['saint-junien', 'saint junien'],
    ['ST-JUNIEN', 'saint junien'],
    ['Ste-Feyre', 'sainte feyre'],
    ['Stes-Maries-de-la-Mer', 'saintes maries de la mer'],
    ['Sts-Geosmes', 'saints geosmes'],
    ['Stains', 'stains'],
    ['Saint-Yrieix-la-Perche', 'saint yrieix la perche'],
    ['saint yrieix  la   perche', 'saint yrieix la perche'],
    ['L’Isle-Jourdain', 'isle jourdain'],
    ["L'Isle-Jourdain", 'isle jourdain'],
    ['l isle jourdain', 'isle jourdain'],
    ["L'Haÿ-les-Roses", 'hay les roses'],
    ['Le Havre', 'havre'],
    ['La Rochelle', 'rochelle'],
    ['Les Sables-d’Olonne', 'sables d olonne'],
    ['Lens', 'lens'],
    ['Œuilly', 'oeuilly'],
    ['Boulogne s/ Mer', 'boulogne sur mer'],
    ['Boulogne-s/Mer', 'boulogne sur mer'],
    ['Fontaine-lès-Dijon', 'fontaine les dijon'],
    ['Paris 11e Arrondissement', 'paris 11 arrondissement'],
    ['Paris 1er', 'paris 1'],
    ['Lyon 3ème', 'lyon 3'],
    ['Bors (Canton de Charente-Sud)', 'bors canton de charente sud'],
    ['Y', 'y'],
    ['Le', 'le'],
    ['', ''],
    [' -’ ', ''],
  ])('%j → %j', (text, key) => {
    expect(normalisePlaceName(text)).toBe(key);
  });

  it('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeélLs -’/1tœ'.split('')) }), (text) => {
        const key = normalisePlaceName(text);
        expect(normalisePlaceName(key)).toBe(key);
      }),
    );
  });
});
