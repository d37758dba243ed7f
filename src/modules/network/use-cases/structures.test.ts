import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import {
  BAYONNE,
  GUERET,
  LIMOGES,
  accepted,
  answerOf,
  day,
  foundNetwork,
  foundStructure,
  placeIn,
  professional,
} from '#tests/network/so-mobilite.ts';
import { affiliate } from './affiliate.ts';
import { attestRoom } from './attest-room.ts';
import { endAffiliation } from './end-affiliation.ts';
import { openPlaceTo } from './open-place-to.ts';
import { findOrganisation, findPlace, listAffiliations, listPlaces } from './read-organisations.ts';
import type { NewOrganisation } from './register-organisation.ts';
import { registerOrganisation } from './register-organisation.ts';
import { registerPlace } from './register-place.ts';

let house: House;
let networkId: NetworkId;
let otherNetworkId: NetworkId;
let coordinatorId: PersonId;

beforeAll(async () => {
  house = await openHouse();
  networkId = await foundNetwork(house);
  coordinatorId = await house.person('Solène');
  otherNetworkId = await foundNetwork(house, 'un-autre-reseau');
});
afterAll(() => house.close());

const townHall: NewOrganisation = {
  name: 'Commune de Martignas',
  shortName: null,
  legalForm: 'collectivite',
  siret: null,
  address: null,
  communeCode: '33273',
  representative: null,
  phone: null,
  email: ' Accueil@Mairie.Example ',
  website: null,
};

const coordinator = () =>
  house.as(professional('coordinator', { kind: 'network', networkId }, coordinatorId));
const stranger = () =>
  house.as(professional('coordinator', { kind: 'network', networkId: otherNetworkId }));

describe('organisations', () => {
  test('a SIRET is kept in fourteen digits, once in the installation (SM-112)', async () => {
    const id = accepted(
      await registerOrganisation(coordinator(), { ...townHall, siret: '307 336 636 000 39' }),
    );
    expect(await findOrganisation(coordinator(), id)).toMatchObject({
      siret: '30733663600039',
      nonProfit: true,
      email: 'accueil@mairie.example',
      representative: null,
    });
    const again = await registerOrganisation(coordinator(), {
      ...townHall,
      siret: '30733663600039',
    });
    expect(answerOf(again)).toBe('siret-taken');
    const wrong = await registerOrganisation(coordinator(), {
      ...townHall,
      siret: '30733663600038',
    });
    expect(answerOf(wrong)).toBe('invalid-siret');
  });

  test('the database has the same idea of a SIRET', async () => {
    const { rows } = await house.owner.query<{ siret: string; ok: boolean }>(
      `select siret, network.is_siret(siret) as ok from unnest(array['30733663600039', '21470157500018', '35600000049837',
        '30733663600038', '35600000049838', '3073366360003']) siret`,
    );
    expect(rows.map(({ ok }) => ok)).toEqual([true, true, true, false, false, false]);
  });

  test('an adviser, a manager, a visitor register none', async () => {
    const { organisationId } = await foundStructure(house, networkId, BAYONNE);
    const scope = { kind: 'organisation', networkId, organisationId } as const;
    for (const actor of [
      professional('adviser', scope),
      professional('manager', scope),
      { kind: 'visitor' } as const,
    ]) {
      expect(answerOf(await registerOrganisation(house.as(actor), townHall))).toBe('not-allowed');
    }
  });

  test('only a non-profit organisation receives young people (SM-25); a partner may be a company', async () => {
    const company = accepted(
      await registerOrganisation(coordinator(), { ...townHall, legalForm: 'company' }),
    );
    const cooperative = accepted(
      await registerOrganisation(coordinator(), {
        ...townHall,
        legalForm: 'cooperative',
        nonProfitByStatutes: true,
      }),
    );
    const link = { networkId, infoJeunes: false, from: day('2026-01-01'), until: null };
    const answers = [
      await affiliate(coordinator(), { ...link, organisationId: company, kind: 'operator' }),
      await affiliate(coordinator(), { ...link, organisationId: company, kind: 'partner' }),
      await affiliate(coordinator(), { ...link, organisationId: cooperative, kind: 'operator' }),
      await affiliate(coordinator(), { ...link, organisationId: cooperative, kind: 'partner' }),
      await affiliate(stranger(), { ...link, organisationId: cooperative, kind: 'partner' }),
    ];
    expect(answers.map(answerOf)).toEqual([
      'not-non-profit',
      'accepted',
      'accepted',
      'already-affiliated',
      'not-allowed',
    ]);
  });

  test('an affiliation ends on a day and may begin again the day after', async () => {
    const { organisationId } = await foundStructure(house, networkId, LIMOGES);
    const [current] = (await listAffiliations(coordinator(), networkId)).filter(
      (one) => one.organisationId === organisationId,
    );
    if (!current) throw new Error('no affiliation');
    const end = {
      affiliationId: current.id,
      until: day('2026-11-30'),
      reason: 'fin de convention',
    };
    expect(answerOf(await endAffiliation(stranger(), end))).toBe('not-allowed');
    expect(
      answerOf(await endAffiliation(coordinator(), { ...end, until: day('2025-12-31') })),
    ).toBe('ends-before-start');
    expect(answerOf(await endAffiliation(coordinator(), end))).toBe('accepted');
    const again = {
      networkId,
      organisationId,
      kind: 'operator',
      infoJeunes: true,
      until: null,
    } as const;
    expect(answerOf(await affiliate(coordinator(), { ...again, from: day('2026-11-30') }))).toBe(
      'already-affiliated',
    );
    expect(answerOf(await affiliate(coordinator(), { ...again, from: day('2026-12-01') }))).toBe(
      'accepted',
    );
  });
});

describe('places', () => {
  test('a place has its zone and may serve several organisations', async () => {
    const first = await foundStructure(house, networkId, GUERET);
    const second = await foundStructure(house, networkId, GUERET);
    const share = {
      placeId: first.placeId,
      organisationId: second.organisationId,
      from: day('2026-11-01'),
      until: null,
    };
    expect(answerOf(await openPlaceTo(coordinator(), share))).toBe('accepted');
    expect(answerOf(await openPlaceTo(coordinator(), share))).toBe('already-there');
    const [place] = await listPlaces(coordinator(), {
      placeIds: [first.placeId],
      from: day('2026-11-02'),
    });
    expect(place?.organisationIds.toSorted()).toEqual(
      [first.organisationId, second.organisationId].toSorted(),
    );
    expect(await findPlace(coordinator(), first.placeId)).toEqual({
      ...placeIn(GUERET),
      id: first.placeId,
    });
    expect(
      answerOf(
        await registerPlace(coordinator(), {
          ...placeIn(GUERET),
          timeZone: 'Europe/Gueret',
          organisationId: first.organisationId,
          from: day('2026-01-01'),
        }),
      ),
    ).toBe('unknown-zone');
  });

  test('places of a network leave out those of others, and those left before that day', async () => {
    const mine = await foundStructure(house, networkId, BAYONNE);
    const theirs = await foundStructure(house, otherNetworkId, BAYONNE);
    const listed = async (from: string) =>
      (await listPlaces(coordinator(), { networkId, from: day(from) })).map(({ id }) => id);
    expect(await listed('2026-11-02')).toContain(mine.placeId);
    expect(await listed('2026-11-02')).not.toContain(theirs.placeId);
    await house.owner.query(
      `update network.place_organisation set until_date = '2026-11-02' where place_id = $1`,
      [mine.placeId],
    );
    expect(await listed('2026-11-02')).toContain(mine.placeId);
    expect(await listed('2026-11-03')).not.toContain(mine.placeId);
  });

  test('the room is attested by the structure, for a day to come (SM-42 to SM-44)', async () => {
    const { organisationId, placeId } = await foundStructure(house, networkId, GUERET);
    const elsewhere = await foundStructure(house, networkId, BAYONNE);
    const items = {
      isolatedRoom: true,
      confidential: true,
      computer: true,
      internet: true,
      webcam: true,
      microphone: true,
      speakers: false,
    };
    const managerId = await house.person('Maud');
    const manager = house.as(
      professional('manager', { kind: 'organisation', networkId, organisationId }, managerId),
    );
    const attest = { networkId, organisationId, placeId, items, validUntil: day('2026-11-02') };
    const answers = [
      await attestRoom(manager, attest),
      await attestRoom(manager, { ...attest, validUntil: day('2026-11-01') }),
      await attestRoom(manager, { ...attest, placeId: elsewhere.placeId }),
      await attestRoom(manager, { ...attest, organisationId: elsewhere.organisationId }),
      await attestRoom(house.as({ kind: 'visitor' }), attest),
    ];
    expect(answers.map(answerOf)).toEqual([
      'accepted',
      'already-past',
      'not-at-place',
      'not-allowed',
      'not-allowed',
    ]);
  });
});
