import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import type { Structure } from '#tests/network/so-mobilite.ts';
import {
  BAYONNE,
  GUERET,
  INSTALLER,
  LIMOGES,
  accepted,
  day,
  foundNetwork,
  foundStructure,
  hireAdviser,
  placeIn,
  writeFact,
} from '#tests/network/so-mobilite.ts';
import type { BookableAdviser } from '../rules/supply.ts';
import { addMember } from './add-member.ts';
import { listBookableSupply } from './list-bookable-supply.ts';
import { registerPlace } from './register-place.ts';

let house: House;
let networkId: NetworkId;
let gueret: Structure;
let limoges: Structure;
let bayonne: Structure;
let awa: PersonId;
let networks = 0;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

beforeEach(async () => {
  networks += 1;
  networkId = await foundNetwork(house, `reseau-${networks}`);
  gueret = await foundStructure(house, networkId, GUERET);
  limoges = await foundStructure(house, networkId, LIMOGES);
  bayonne = await foundStructure(house, networkId, BAYONNE);
  awa = await hireAdviser(house, { networkId, organisationId: gueret.organisationId }, 'Awa');
  await hireAdviser(house, { networkId, organisationId: limoges.organisationId }, 'Inès');
  await hireAdviser(house, { networkId, organisationId: bayonne.organisationId }, 'Paul');
});

const from = day('2026-11-02');

function supply(filter: Omit<Parameters<typeof listBookableSupply>[1], 'networkId' | 'from'> = {}) {
  return listBookableSupply(house.as({ kind: 'visitor' }), { networkId, from, ...filter });
}

const names = (advisers: readonly BookableAdviser[]) =>
  advisers.map(({ displayName }) => displayName);

const readable = ({ facts }: BookableAdviser) => ({
  zone: facts.zone,
  trainedOn: facts.trainedOn?.toString() ?? null,
  agreement: facts.agreement.map(({ from: start, endsOn }) => [
    start.toString(),
    endsOn?.toString() ?? null,
  ]),
  serviceFrom: facts.serviceFrom?.toString() ?? null,
  affiliated: facts.affiliated.map((one) => [one.from.toString(), one.until?.toString() ?? null]),
  member: facts.member.map((one) => [one.from.toString(), one.until?.toString() ?? null]),
});

async function only(personId: PersonId): Promise<BookableAdviser> {
  const [adviser] = await supply({ personIds: [personId] });
  if (!adviser) throw new Error('not listed');
  return adviser;
}

describe('the advisers who could be booked', () => {
  test('each with the structure, places, languages and facts', async () => {
    await writeFact(house, {
      networkId,
      personId: awa,
      kind: 'service-starts',
      date: '2026-04-01',
    });
    await writeFact(house, {
      networkId,
      organisationId: gueret.organisationId,
      kind: 'agreement-ends',
      date: '2026-12-31',
    });
    const adviser = await only(awa);
    expect(adviser).toMatchObject({
      personId: awa,
      networkId,
      displayName: 'Awa',
      languages: ['fr', 'en'],
      presentation: null,
      organisation: { id: gueret.organisationId, name: 'Info Jeunes Guéret', shortName: null },
    });
    expect(adviser.places).toEqual([
      {
        ...placeIn(GUERET),
        id: gueret.placeId,
        served: [{ from: day('2026-02-01'), until: null }],
      },
    ]);
    expect(readable(adviser)).toEqual({
      zone: 'Europe/Paris',
      trainedOn: '2026-03-12',
      agreement: [['2026-01-01', '2026-12-31']],
      serviceFrom: '2026-04-01',
      affiliated: [['2026-01-01', null]],
      member: [['2026-02-01', null]],
    });
  });

  test('nearest first, as many places as asked', async () => {
    // La Souterraine, Creuse.
    const near = { lat: 46.2383, lon: 1.4864 };
    expect(names(await supply({ near }))).toEqual(['Awa', 'Inès', 'Paul']);
    expect(names(await supply({ near: { lat: 45.85, lon: 1.3 } }))).toEqual([
      'Inès',
      'Awa',
      'Paul',
    ]);
    expect(names(await supply({ near: { ...near, places: 2 } }))).toEqual(['Awa', 'Inès']);
  });

  test('by place, by organisation, by person; an empty list is nobody', async () => {
    expect(names(await supply({ placeIds: [limoges.placeId] }))).toEqual(['Inès']);
    expect(
      names(await supply({ organisationIds: [bayonne.organisationId, gueret.organisationId] })),
    ).toEqual(['Awa', 'Paul']);
    expect(names(await supply({ personIds: [] }))).toEqual([]);
    expect(names(await supply())).toEqual(['Awa', 'Inès', 'Paul']);
  });

  test('another network’s facts and people stay out', async () => {
    const other = await foundNetwork(house, `voisin-${networks}`);
    await writeFact(house, {
      networkId: other,
      personId: awa,
      kind: 'trained',
      date: '2020-01-01',
    });
    await foundStructure(house, other, GUERET);
    expect(readable(await only(awa)).trainedOn).toBe('2026-03-12');
    expect(await listBookableSupply(house.as(INSTALLER), { networkId: other, from })).toEqual([]);
  });

  test('one who serves two structures is there twice, with the facts of each', async () => {
    accepted(
      await addMember(house.as(INSTALLER), {
        personId: awa,
        role: 'adviser',
        scope: { kind: 'organisation', networkId, organisationId: limoges.organisationId },
        from: day('2026-06-01'),
        until: null,
      }),
    );
    const twice = await supply({ personIds: [awa] });
    expect(twice.map((one) => [one.organisation.name, readable(one).member])).toEqual(
      expect.arrayContaining([
        ['Info Jeunes Guéret', [['2026-02-01', null]]],
        ['Info Jeunes Limoges', [['2026-06-01', null]]],
      ]),
    );
    expect(twice).toHaveLength(2);
  });

  test('an adviser of one place is not offered at the structure’s other places', async () => {
    const annex = accepted(
      await registerPlace(house.as(INSTALLER), {
        ...placeIn(GUERET),
        name: 'Annexe',
        organisationId: gueret.organisationId,
        from: day('2026-03-01'),
      }),
    );
    const zoe = await house.person('Zoé');
    accepted(
      await addMember(house.as(INSTALLER), {
        personId: zoe,
        role: 'adviser',
        scope: { kind: 'place', networkId, organisationId: gueret.organisationId, placeId: annex },
        from: day('2026-01-01'),
        until: day('2026-12-31'),
        profile: { displayName: 'Zoé', languages: [], presentation: null },
      }),
    );
    expect((await only(awa)).places.map(({ name }) => name)).toEqual([
      'Annexe',
      'Info Jeunes Guéret',
    ]);
    expect((await only(zoe)).places).toMatchObject([
      { id: annex, served: [{ from: day('2026-03-01'), until: day('2026-12-31') }] },
    ]);
    // Untrained: the facts say it, the rule of appointments decides.
    expect(readable(await only(zoe)).trainedOn).toBeNull();
  });

  test('left out from the day after the end of the membership', async () => {
    await house.owner.query(
      `update network.membership set until_date = '2026-11-02' where person_id = $1`,
      [awa],
    );
    expect(names(await supply({ personIds: [awa] }))).toEqual(['Awa']);
    expect(await supply({ personIds: [awa] })).toHaveLength(1);
    const next = await listBookableSupply(house.as(INSTALLER), {
      networkId,
      from: day('2026-11-03'),
      personIds: [awa],
    });
    expect(next).toEqual([]);
  });

  test('without a place left: listed for a distance, not near anywhere', async () => {
    await house.owner.query(
      `update network.place_organisation set until_date = '2026-11-01' where organisation_id = $1`,
      [gueret.organisationId],
    );
    expect((await only(awa)).places).toEqual([]);
    expect(names(await supply({ near: { lat: GUERET.lat, lon: GUERET.lon } }))).toEqual([
      'Inès',
      'Paul',
    ]);
  });
});
