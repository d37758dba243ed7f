import { describe, expect, it } from 'vitest';
import { isEnoughToSuggest, readPlaceSearch } from './place-search.ts';

describe('readPlaceSearch', () => {
  it.each([
    ['Guéret', { name: 'gueret', whole: 'gueret', postal: '' }],
    ['23000', { name: '', whole: '23000', postal: '23000' }],
    ['23', { name: '', whole: '23', postal: '23' }],
    ['2', { name: '2', whole: '2', postal: '' }],
    ['23 000', { name: '', whole: '23000', postal: '23000' }],
    ['23000 Guéret', { name: 'gueret', whole: '23000 gueret', postal: '23000' }],
    ['Guéret 23000', { name: 'gueret', whole: 'gueret 23000', postal: '23000' }],
    ['Guéret (23)', { name: 'gueret', whole: 'gueret 23', postal: '23' }],
    ['Guéret (23000, Creuse)', { name: 'gueret', whole: 'gueret 23000', postal: '23000' }],
    ['23011 Guéret Cedex', { name: 'gueret', whole: '23011 gueret', postal: '23011' }],
    ['Guéret CEDEX 9', { name: 'gueret', whole: 'gueret', postal: '' }],
    ['Bastia 2B', { name: 'bastia', whole: 'bastia 2b', postal: '20' }],
    ['Paris 11', { name: 'paris', whole: 'paris 11', postal: '11' }],
    ['Paris 11e', { name: 'paris 11', whole: 'paris 11', postal: '' }],
    [
      'Bâgé-la-Ville, aujourd’hui Bâgé-Dommartin (01380, Ain)',
      { name: 'bage la ville', whole: 'bage la ville', postal: '' },
    ],
    ['', { name: '', whole: '', postal: '' }],
  ])('%j', (text, search) => {
    expect(readPlaceSearch(text)).toEqual(search);
  });

  it('reads no more than a hundred characters', () => {
    expect(readPlaceSearch('a'.repeat(5000)).name).toHaveLength(100);
  });
});

describe('isEnoughToSuggest', () => {
  it.each([
    ['gu', false],
    ['gué', true],
    ['le g', false],
    ['2', false],
    ['23', true],
    ['', false],
  ])('%j → %s', (text, enough) => {
    expect(isEnoughToSuggest(text)).toBe(enough);
  });
});
