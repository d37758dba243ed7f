import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerritoriesKit } from '#tests/territories/kit.ts';
import type { TerritoriesKit } from '#tests/territories/kit.ts';
import { resolveCommune } from './resolve-commune.ts';

let kit: TerritoriesKit;
beforeAll(async () => {
  kit = await openTerritoriesKit();
});
afterAll(() => kit.close());

describe('resolveCommune', () => {
  it.each([
    ['a code alone', { code: '23096', text: '' }, 'Guéret'],
    ['a code with its own label', { code: '23096', text: 'Guéret (23000, Creuse)' }, 'Guéret'],
    ['a text typed after the code was chosen', { code: '23096', text: 'Bourganeuf' }, 'Bourganeuf'],
    ['a code of nothing, with a text', { code: '00000', text: 'Bourganeuf' }, 'Bourganeuf'],
    ['an old code', { code: '75111', text: '' }, 'Paris'],
    ['a sure name', { code: '', text: ' gueret ' }, 'Guéret'],
    ['a large commune whose name begins others', { code: '', text: 'Paris' }, 'Paris'],
    ['a name and its postal code', { code: '', text: '23200 Aubusson' }, 'Aubusson'],
    ['a postal code of one commune', { code: '', text: '75011' }, 'Paris'],
    ['the only name that begins so', { code: '', text: 'Bourganeu' }, 'Bourganeuf'],
    ['a label without its code', { code: '', text: 'Aubusson (23200, Creuse)' }, 'Aubusson'],
    ['a name of before', { code: '', text: 'Bâgé-la-Ville' }, 'Bâgé-Dommartin'],
  ])('%s is found', async (_, answer, name) => {
    expect(await resolveCommune(kit.ctx, answer)).toMatchObject({
      kind: 'found',
      commune: { name },
    });
  });

  it.each([
    ['homonyms', 'Aubusson'],
    ['a name that begins larger ones', 'Saint-Jean'],
    ['a postal code of many', '23400'],
    ['a faulty name, however near', 'Geuret'],
  ])('%s are several', async (_, text) => {
    expect(await resolveCommune(kit.ctx, { code: '', text })).toMatchObject({ kind: 'several' });
  });

  it('several are ten at most, whatever the region preferred', async () => {
    const answer = await resolveCommune(kit.ctx, {
      code: '',
      text: 'Saint-Jean',
      preferRegion: '75',
    });
    expect(answer.kind === 'several' && answer.matches).toHaveLength(10);
  });

  it.each([
    ['nothing typed', { code: '', text: '  ' }],
    ['nothing typed, a code of nothing', { code: '00000', text: '' }],
    ['nothing like it', { code: '', text: 'zzzzqq' }],
  ])('%s is none', async (_, answer) => {
    expect(await resolveCommune(kit.ctx, answer)).toEqual({ kind: 'none' });
  });
});
