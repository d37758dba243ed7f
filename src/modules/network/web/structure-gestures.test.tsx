import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, NetworkId, OrganisationId } from '#platform/kernel/actor.ts';
import type { OpenedHouse } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import type { Pages } from '#tests/network/pages.tsx';
import { openPages } from '#tests/network/pages.tsx';
import type { Structure } from '#tests/network/so-mobilite.ts';
import {
  BAYONNE,
  GUERET,
  foundNetwork,
  foundStructure,
  hireAdviser,
  professional,
} from '#tests/network/so-mobilite.ts';
import { networkPaths } from './paths.ts';

let house: OpenedHouse;
let pages: Pages;
let networkId: NetworkId;
let gueret: Structure;
let bayonne: Structure;
let coordinator: Actor;
let manager: Actor;

beforeAll(async () => {
  house = await openHouse();
  await house.openQueues(['accounts.send-message']);
  networkId = await foundNetwork(house);
  gueret = await foundStructure(house, networkId, GUERET);
  bayonne = await foundStructure(house, networkId, BAYONNE);
  await hireAdviser(house, { networkId, organisationId: gueret.organisationId }, 'Awa');
  const scope = { kind: 'organisation', networkId, organisationId: gueret.organisationId } as const;
  coordinator = professional(
    'coordinator',
    { kind: 'network', networkId },
    await house.person('Solène'),
  );
  manager = professional('manager', scope, await house.person('Odile'));
  pages = await openPages(house, coordinator);
});
afterAll(async () => {
  await pages.close();
  await house.close();
});
beforeEach(() => pages.actAs(coordinator));

const SLUG = 'so-mobilite';
const home = () => networkPaths.structure(SLUG, gueret.organisationId);

async function memberId(organisationId: OrganisationId, givenName: string): Promise<string> {
  const { rows } = await house.owner.query<{ id: string }>(
    `select m.id from network.membership m join accounts.person p on p.id = m.person_id
     where m.organisation_id = $1 and p.given_name = $2`,
    [organisationId, givenName],
  );
  return rows[0]?.id ?? '';
}

describe('a structure', () => {
  const url = networkPaths.newStructure(SLUG);
  const sound = {
    name: 'Mission locale de la Creuse',
    legalForm: 'association-1901',
    siret: '732 829 320 00074',
    commune: 'Guéret',
    communeCode: '',
    kind: 'operator',
    from: '2026-11-02',
    representativeCivility: 'madame',
    representativeName: 'Claire Aubuge',
    representativeQuality: 'présidente',
  };

  test('is registered with its SIRET and who signs, and enters the network', async () => {
    expect((await pages.get(url)).body).toContain('SIRET');
    const answer = await pages.post(url, sound);
    expect(answer.statusCode).toBe(303);
    const page = await pages.get(answer.headers.location ?? '');
    expect(page.body).toContain('La structure est dans le réseau');
    expect(page.body).toContain('732 829 320 00074');
    expect(page.body).toContain('Claire Aubuge, présidente');
    expect(page.body).toContain('Sans convention en cours');
  });

  test('known already: said, nothing written, then joined when asked', async () => {
    const other = await foundNetwork(house, 'voisin');
    const stranger = professional(
      'coordinator',
      { kind: 'network', networkId: other },
      await house.person('Yann'),
    );
    pages.actAs(stranger);
    const there = networkPaths.newStructure('voisin');
    const known = await pages.post(there, { ...sound, name: 'Autre nom' });
    expect(known.statusCode).toBe(409);
    expect(known.body).toContain('déjà sur la plateforme');
    expect(known.body).toContain('Autre nom');
    const joined = await pages.post(there, { ...sound, name: 'Autre nom', connue: 'rattacher' });
    expect(joined.statusCode).toBe(303);
    const { rows } = await house.owner.query(
      `select name from network.organisation where siret = '73282932000074'`,
    );
    expect(rows).toEqual([{ name: 'Mission locale de la Creuse' }]);
  });

  test.each<[Partial<typeof sound>, string]>([
    [{ siret: '73282932000075' }, 'Ce n’est pas un SIRET'],
    [{ name: '' }, 'Donnez le nom'],
    [{ legalForm: '' }, 'Choisissez une forme juridique'],
    [{ commune: 'Trifouillis' }, 'Aucune commune trouvée'],
    [{ commune: '23000' }, 'laquelle est la bonne'],
    [{ from: '2026-02-30' }, 'une date qui existe'],
    [{ legalForm: 'company', siret: '', name: 'SARL' }, 'Seule une structure à but non lucratif'],
  ])('%j is refused beside its field', async (typed, words) => {
    const answer = await pages.post(url, { ...sound, ...typed });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain('Claire Aubuge');
  });
});

describe('a place', () => {
  const url = () => networkPaths.newPlace(SLUG, gueret.organisationId);
  const sound = {
    name: 'Annexe de Saint-Denis',
    address: '2 rue Pasteur',
    commune: '97400 Saint-Denis',
    communeCode: '97411',
    rooms: '3',
    stepFree: 'oui',
  };

  test('takes its clock and its holidays from its commune', async () => {
    const answer = await pages.post(url(), { ...sound, commune: '' });
    expect(answer.headers.location).toBe(`${home()}?fait=lieu`);
    const { body } = await pages.get(home());
    expect(body).toContain('heure de La Réunion');
    expect(body).toContain('jours fériés de La Réunion');
    expect(body).toContain('Local non attesté');
  });

  test('of others is shared, after it was said', async () => {
    const there = networkPaths.newPlace(SLUG, bayonne.organisationId);
    const known = await pages.post(there, { ...sound, commune: '', name: 'ANNEXE DE SAINT DENIS' });
    expect(known.statusCode).toBe(409);
    const joined = await pages.post(there, { ...sound, commune: '', connu: 'rejoindre' });
    expect(joined.statusCode).toBe(303);
    const again = await pages.post(there, { ...sound, commune: '', connu: 'rejoindre' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('reçoit déjà dans ce lieu');
  });

  test.each<[Partial<typeof sound>, number]>([
    [{ rooms: '200', name: 'A' }, 303],
    [{ rooms: '201', name: 'B' }, 422],
    [{ rooms: '0', name: 'C' }, 303],
    [{ rooms: '', name: 'D' }, 422],
    [{ name: '' }, 422],
    [{ communeCode: '', commune: '' }, 422],
  ])('%j answers %i', async (typed, status) => {
    expect((await pages.post(url(), { ...sound, commune: '', ...typed })).statusCode).toBe(status);
  });
});

describe('a room is attested item by item', () => {
  const all = ['isolatedRoom', 'confidential', 'computer', 'internet', 'webcam', 'microphone'];

  test('by the manager, incomplete then whole', async () => {
    pages.actAs(manager);
    const url = networkPaths.ownAttestRoom(gueret.placeId);
    expect((await pages.get(url)).body).toContain('2027-11-02');
    await pages.post(url, { items: all.slice(1), validUntil: '2027-11-02' });
    house.clock.set(house.clock.now().add({ minutes: 1 }));
    expect((await pages.get(networkPaths.ownStructure)).body).toContain(
      'Local à compléter\u00a0: espace isolé',
    );
    const whole = await pages.post(url, { items: all, validUntil: '2027-11-02' });
    expect(whole.headers.location).toBe('/pro/structure?fait=attestation');
    expect((await pages.get(networkPaths.ownStructure)).body).toContain(
      'attesté jusqu’au 02/11/2027',
    );
    const past = await pages.post(url, { items: all, validUntil: '2026-11-01' });
    expect(past.statusCode).toBe(422);
    expect(past.body).toContain('un jour à venir');
  });

  test('a place of another structure is not found', async () => {
    pages.actAs(manager);
    expect((await pages.get(networkPaths.ownAttestRoom(bayonne.placeId))).statusCode).toBe(404);
  });
});

describe('people', () => {
  const sound = {
    givenName: 'Lina',
    familyName: 'Bastide',
    email: 'lina.bastide@structures.example',
    role: 'adviser',
    from: '2026-11-02',
    languages: 'français, basque',
  };

  test('a manager adds an adviser, who is invited; then ends the role, and its effect is said', async () => {
    pages.actAs(manager);
    const added = await pages.post(networkPaths.ownNewMember, { ...sound, invite: 'oui' });
    expect(added.headers.location).toBe('/pro/structure?fait=personne-invitee');
    const page = await pages.get(added.headers.location ?? '');
    expect(page.body).toContain('son invitation part par courriel');
    expect(page.body).toContain('français et basque');
    const { rows } = await house.owner.query(
      `select 1 from accounts.invitation where email = 'lina.bastide@structures.example'`,
    );
    expect(rows).toHaveLength(1);
    const url = networkPaths.ownEndMember(await memberId(gueret.organisationId, 'Lina'));
    expect((await pages.get(url)).body).toContain('Ses créneaux s’arrêtent après');
    expect((await pages.post(url, { until: '2026-11-01', reason: 'Départ' })).body).toContain(
      'avant le premier',
    );
    expect((await pages.post(url, { until: '2026-12-31', reason: '' })).statusCode).toBe(422);
    const ended = await pages.post(url, { until: '2026-12-31', reason: 'Départ' });
    const after = await pages.get(ended.headers.location ?? '');
    expect(after.body).toContain('Ses créneaux s’arrêtent après le 31/12/2026');
  });

  test('the last adviser: the suspension is said before (SM-92)', async () => {
    await hireAdviser(house, { networkId, organisationId: bayonne.organisationId }, 'Maïa');
    const member = await memberId(bayonne.organisationId, 'Maïa');
    const url = networkPaths.endMember(SLUG, bayonne.organisationId, member);
    expect((await pages.get(url)).body).toContain('la structure sera suspendue');
    await pages.post(url, { until: '2026-11-01', reason: 'Départ' });
    const { body } = await pages.get(networkPaths.structure(SLUG, bayonne.organisationId));
    expect(body).toContain('Structure suspendue');
    expect(body).toContain('rôle terminé');
    expect((await pages.get(url)).statusCode).toBe(404);
  });

  test('roles that are not the manager’s to give or to end', async () => {
    await pages.post(networkPaths.newMember(SLUG, gueret.organisationId), {
      ...sound,
      givenName: 'Rémi',
      email: 'remi@structures.example',
      role: 'referent',
    });
    const referent = await memberId(gueret.organisationId, 'Rémi');
    pages.actAs(manager);
    const statuses = [
      await pages.post(networkPaths.ownNewMember, { ...sound, email: 'x@y.fr', role: 'manager' }),
      await pages.get(networkPaths.ownEndMember(referent)),
      await pages.post(networkPaths.ownInvite(referent), {}),
    ];
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  });

  test.each<[Partial<typeof sound> & { placeId?: string; until?: string }, number, string]>([
    [{ familyName: 'Autre' }, 422, 'une personne d’un autre nom'],
    [{ email: 'lina' }, 422, 'adresse électronique complète'],
    [{ languages: 'klingon' }, 422, 'la langue « klingon »'],
    [{ email: 'n@y.fr', until: '2026-11-01' }, 422, 'vient avant le premier'],
    [{ email: 'n@y.fr', placeId: 'inventé' }, 404, ''],
  ])('%j answers %i', async (typed, status, words) => {
    const answer = await pages.post(networkPaths.newMember(SLUG, gueret.organisationId), {
      ...sound,
      ...typed,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(words);
  });

  test('an invitation that cannot leave says why', async () => {
    const awa = await memberId(gueret.organisationId, 'Awa');
    const answer = await pages.post(networkPaths.invite(SLUG, gueret.organisationId, awa), {});
    expect((await pages.get(answer.headers.location ?? '')).body).toContain(
      'Aucune adresse électronique',
    );
  });
});

describe('what is not yours is not found', () => {
  test('by a referent, another structure’s manager, another network’s coordinator, a visitor', async () => {
    const elsewhere = await foundNetwork(house, 'ailleurs');
    const awa = await memberId(gueret.organisationId, 'Awa');
    const scope = {
      kind: 'organisation',
      networkId,
      organisationId: bayonne.organisationId,
    } as const;
    for (const actor of [
      professional('referent', scope),
      professional('manager', scope),
      professional('coordinator', { kind: 'network', networkId: elsewhere }),
      { kind: 'visitor' } as const,
    ]) {
      pages.actAs(actor);
      const answers = [
        await pages.get(networkPaths.newStructure(SLUG)),
        await pages.get(networkPaths.newPlace(SLUG, gueret.organisationId)),
        await pages.get(networkPaths.attestRoom(SLUG, gueret.organisationId, gueret.placeId)),
        await pages.get(networkPaths.newMember(SLUG, gueret.organisationId)),
        await pages.get(networkPaths.endMember(SLUG, gueret.organisationId, awa)),
        await pages.post(networkPaths.endMember(SLUG, gueret.organisationId, awa), {
          until: '2026-12-31',
          reason: 'x',
        }),
        await pages.post(networkPaths.invite(SLUG, gueret.organisationId, awa), {}),
        await pages.get(networkPaths.ownEndMember(awa)),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404));
    }
  });

  test('ended structures stand apart', async () => {
    await house.owner.query(
      `update network.affiliation set until_date = '2026-10-31' where organisation_id = $1`,
      [bayonne.organisationId],
    );
    const list = networkPaths.structures(SLUG);
    expect((await pages.get(list)).body).not.toContain('Info Jeunes Bayonne');
    expect((await pages.get(`${list}?liste=terminees`)).body).toContain('Info Jeunes Bayonne');
    expect((await pages.get(`${list}?page=99`)).statusCode).toBe(200);
    expect((await pages.get(`${list}?page=x`)).statusCode).toBe(200);
  });
});
