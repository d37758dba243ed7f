import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerritoriesKit } from '#tests/territories/kit.ts';
import type { TerritoriesKit } from '#tests/territories/kit.ts';
import type { CommuneSuggestion } from './api.ts';

let kit: TerritoriesKit;
beforeAll(async () => {
  kit = await openTerritoriesKit();
});
afterAll(() => kit.close());

async function ask(
  query: string,
): Promise<{ status: number; communes: CommuneSuggestion[]; cache: unknown }> {
  const answer = await kit.app.inject(`/api/v1/communes${query}`);
  const body = answer.json<{ communes?: CommuneSuggestion[] }>();
  return {
    status: answer.statusCode,
    communes: body.communes ?? [],
    cache: answer.headers['cache-control'],
  };
}

describe('GET /api/v1/communes', () => {
  it('gives what a form needs, and may be kept an hour', async () => {
    const { status, communes, cache } = await ask('?q=gueret');
    expect(status).toBe(200);
    expect(cache).toBe('public, max-age=3600');
    expect(communes[0]).toMatchObject({
      code: '23096',
      name: 'Guéret',
      label: 'Guéret (23000, Creuse)',
      fieldText: 'Guéret (23000, Creuse)',
      departement: { code: '23', name: 'Creuse' },
      region: { code: '75' },
      postalCodes: ['23000'],
    });
  });

  it('fills the field with the commune of today', async () => {
    const { communes } = await ask(`?q=${encodeURIComponent('Bâgé-la-Ville')}`);
    expect(communes[0]).toMatchObject({
      label: 'Bâgé-la-Ville, aujourd’hui Bâgé-Dommartin (01380, Ain)',
      fieldText: 'Bâgé-Dommartin (01380, Ain)',
    });
  });

  it.each([
    ['?q=gu', 0],
    ['?q=2', 0],
    ['', 0],
    ['?q=23', 10],
    ['?q=saint&limit=3', 3],
    ['?q=aubusson&region=28', 3],
  ])('%s gives %i communes', async (query, count) => {
    const { status, communes } = await ask(query);
    expect([status, communes.length]).toEqual([200, count]);
  });

  it.each([
    `?q=${'a'.repeat(201)}`,
    '?q=saint&limit=0',
    '?q=saint&limit=11',
    '?q=saint&limit=x',
    '?q=saint&region=abc',
    '?q=a&q=b',
  ])('refuses %s', async (query) => {
    expect((await ask(query)).status).toBe(400);
  });
});
