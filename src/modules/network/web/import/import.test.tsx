import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, NetworkId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import type { Pages } from '#tests/network/pages.tsx';
import { openPages } from '#tests/network/pages.tsx';
import { foundNetwork, professional } from '#tests/network/so-mobilite.ts';
import { networkPaths } from '../paths.ts';

let house: House;
let pages: Pages;
let networkId: NetworkId;
let coordinator: Actor;

beforeAll(async () => {
  house = await openHouse();
  networkId = await foundNetwork(house);
  const person = await house.person('Solène');
  coordinator = professional('coordinator', { kind: 'network', networkId }, person);
  pages = await openPages(house, coordinator);
});
afterAll(async () => {
  await pages.close();
  await house.close();
});
beforeEach(() => pages.actAs(coordinator));

const address = networkPaths.import('so-mobilite');
const HEAD = 'structure;forme juridique;commune';

const organisations = async () =>
  (await house.owner.query('select name from network.organisation')).rows.length;

describe('from a file to its import', () => {
  test('the page documents every column and gives a model that it reads itself', async () => {
    const { statusCode, body } = await pages.get(address);
    expect(statusCode).toBe(200);
    expect(body).toContain('type="file"');
    expect(body).toContain('forme juridique');
    const model = await pages.get(networkPaths.importModel('so-mobilite'));
    expect(model.headers['content-disposition']).toContain('modele-structures.csv');
    const answer = await pages.upload(address, {
      fichier: new File([Uint8Array.from(model.rawPayload)], 'modele.csv'),
      contenu: '',
      geste: 'verifier',
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('prêt à être importé');
    expect(answer.body).toContain('1\u00a0structure');
    expect(await organisations()).toBe(0);
  });

  test('a spreadsheet of an older machine, then the confirmation, then the same again', async () => {
    // « Maison d’Été » and « Guéret » in Windows-1252.
    const text = `${HEAD}\nMaison d'\u00c9t\u00e9;association;Gu\u00e9ret\n`;
    const bytes = Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
    const checked = await pages.upload(address, { fichier: new File([bytes], 'liste.csv') });
    expect(checked.body).toContain('Nouveau');
    const content = /name="contenu" value="([^"]*)"/.exec(checked.body)?.[1] ?? '';
    expect(content).toContain('Été');
    const done = await pages.upload(address, {
      contenu: content.replaceAll('&#39;', "'"),
      geste: 'importer',
    });
    expect(done.statusCode).toBe(303);
    expect(done.headers.location).toBe(`${networkPaths.structures('so-mobilite')}?importe=1`);
    expect(await organisations()).toBe(1);
    const again = await pages.upload(address, { contenu: text, geste: 'verifier' });
    expect(again.body).toContain('Tout est déjà là');
  });

  test('an error is said with its line and column, the content stays, nothing is written', async () => {
    const before = await organisations();
    const text = `${HEAD}\nClub;association;Limoges\nRelais;amicale;Trifouillis`;
    const answer = await pages.upload(address, { contenu: text, geste: 'importer' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Ligne\u00a03');
    expect(answer.body).toContain('Forme juridique');
    expect(answer.body).toContain('Relais;amicale;Trifouillis');
    expect(await organisations()).toBe(before);
  });

  test.each<[Record<string, string | Blob>, string]>([
    [{ contenu: ' ' }, 'Choisissez un fichier'],
    [{ contenu: 'nom;ville\nA;B' }, 'Il manque des titres de colonnes'],
    [{ contenu: `${HEAD}\n"A;association;B` }, 'un guillemet est ouvert'],
    [{ fichier: new File(['PK'], 'liste.xlsx') }, 'n’est pas du CSV'],
    [{ fichier: new File(['x'.repeat(5_000_001)], 'liste.csv') }, 'dépasse 5 Mo'],
  ])('what cannot be read is said in words (%#)', async (fields, words) => {
    const answer = await pages.upload(address, fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
  });
});

test('only those who coordinate this network', async () => {
  const other = await foundNetwork(house, 'autre-reseau');
  for (const actor of [
    professional('coordinator', { kind: 'network', networkId: other }),
    { kind: 'visitor' } as const,
  ]) {
    pages.actAs(actor);
    const answers = [
      await pages.get(address),
      await pages.get(networkPaths.importModel('so-mobilite')),
      await pages.upload(address, { contenu: `${HEAD}\nA;association;Limoges`, geste: 'importer' }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  }
  pages.actAs(coordinator);
  expect((await pages.get(networkPaths.import('reseau-inconnu'))).statusCode).toBe(404);
});
