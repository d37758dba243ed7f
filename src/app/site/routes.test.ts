import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import { addMember } from '#modules/network/index.ts';
import {
  GUERET,
  INSTALLER,
  LIMOGES,
  accepted,
  day,
  foundNetwork,
  foundStructure,
} from '#tests/network/so-mobilite.ts';
import { openWebKit } from '#tests/security/web-kit.ts';
import type { WebKit } from '#tests/security/web-kit.ts';

let kit: WebKit;
let networkId: NetworkId;

beforeAll(async () => {
  kit = await openWebKit();
  networkId = await foundNetwork(kit);
  for (const [town, title, name] of [
    [GUERET, 'Guéret', 'Nadège'],
    [LIMOGES, 'Limoges', 'Samir'],
  ] as const) {
    const { organisationId, placeId } = await foundStructure(kit, networkId, town);
    const personId: PersonId = await kit.person(name);
    accepted(
      await addMember(kit.as(INSTALLER), {
        personId,
        role: 'referent',
        scope: { kind: 'place', networkId, organisationId, placeId },
        from: day('2026-02-01'),
        until: null,
        title,
      }),
    );
  }
});
afterAll(() => kit.close());

const get = (url: string) => kit.browse().get(url);

describe('the portal', () => {
  test('asks for a commune, without an answer yet', async () => {
    const answer = await get('/');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Qui peut m’aider');
  });

  test('a commune leads to the networks that are at home there, with the next step', async () => {
    const answer = await get('/?communeCode=23192');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('À Fursac');
    expect(answer.body).toMatch(/href="\/so-mobilite\/rendez-vous\?communeCode=23192"/);
  });

  test('elsewhere: no network, but a way', async () => {
    const answer = await get('/?communeCode=31555');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('aucun réseau n’est encore ouvert ici');
    expect(answer.body).not.toContain('communeCode=31555"');
  });

  test('nothing typed is said, with the field to fill; homonyms are a choice', async () => {
    const empty = await get('/?commune=&communeCode=');
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Il manque une réponse');
    const several = await get('/?commune=Saint-Martin&communeCode=');
    expect(several.statusCode).toBe(200);
    expect(several.body).toContain('/?communeCode=');
  });
});

describe('a network’s own pages', () => {
  test('home, legal notice; an unknown network is not found', async () => {
    expect((await get('/so-mobilite')).body).toContain('Prendre rendez-vous');
    expect((await get('/so-mobilite/mentions-legales')).body).toContain('CRIJ Nouvelle-Aquitaine');
    for (const path of ['', '/contact', '/mentions-legales']) {
      expect((await get(`/autre-reseau${path}`)).statusCode, path).toBe(404);
    }
  });

  test('contacts: one named person per site with a phone, each place (SM-14)', async () => {
    const { body } = await get('/so-mobilite/contact');
    expect(body).toContain('Nadège');
    expect(body).toContain('Samir');
    expect(body).toContain('Creuse (1)');
  });

  test('seen from a commune, the nearest comes first', async () => {
    const { body } = await get('/so-mobilite/contact?communeCode=87085');
    expect(body.indexOf('Samir')).toBeLessThan(body.indexOf('Nadège'));
    expect(body).toContain('Près de Limoges');
  });
});

describe('the pages that the law asks for', () => {
  test.each(['/accessibilite', '/donnees-personnelles'])(
    '%s leads to the network’s contact',
    async (path) => {
      const answer = await get(path);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('href="/so-mobilite/contact"');
    },
  );

  test('an untested site says non conforme', async () => {
    expect((await get('/accessibilite')).body).toContain('non conforme');
  });
});
