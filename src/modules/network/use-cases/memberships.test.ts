import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NetworkId, PersonId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import {
  BAYONNE,
  GUERET,
  INSTALLER,
  LIMOGES,
  accepted,
  answerOf,
  day,
  foundNetwork,
  foundStructure,
  hireAdviser,
  professional,
  writeFact,
} from '#tests/network/so-mobilite.ts';
import { addMember } from './add-member.ts';
import { endMembership } from './end-membership.ts';
import { findMembership, listMemberships, listReferents } from './read-memberships.ts';
import { recordBookingFact } from './record-booking-fact.ts';

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

const coordinator = () =>
  house.as(professional('coordinator', { kind: 'network', networkId }, coordinatorId));
const stranger = () =>
  house.as(professional('coordinator', { kind: 'network', networkId: otherNetworkId }));

describe('memberships', () => {
  test('one person may hold several roles, each somewhere and dated (SM-68)', async () => {
    const { organisationId, placeId } = await foundStructure(house, networkId, LIMOGES);
    const personId = await hireAdviser(house, { networkId, organisationId }, 'Inès');
    const ctx = house.as(INSTALLER);
    const from = day('2026-09-01');
    accepted(
      await addMember(ctx, {
        personId,
        role: 'coordinator',
        scope: { kind: 'network', networkId },
        from,
        until: null,
      }),
    );
    accepted(
      await addMember(ctx, {
        personId,
        role: 'referent',
        scope: { kind: 'place', networkId, organisationId, placeId },
        from,
        until: null,
        title: 'Limoges',
      }),
    );
    const roles = await listMemberships(ctx, personId);
    expect(
      roles.map(({ role, organisationName, placeName, zone, networkSlug }) => [
        role,
        organisationName,
        placeName,
        zone,
        networkSlug,
      ]),
    ).toEqual([
      ['adviser', 'Info Jeunes Limoges', null, 'Europe/Paris', 'so-mobilite'],
      ['coordinator', null, null, 'Europe/Paris', 'so-mobilite'],
      ['referent', 'Info Jeunes Limoges', 'Info Jeunes Limoges', 'Europe/Paris', 'so-mobilite'],
    ]);
    const referents = await listReferents(ctx, { networkId, day: from });
    expect(referents).toMatchObject([
      { personId, site: 'Limoges', communeCode: '87085', phone: '+33555000001' },
    ]);
    expect(await listReferents(ctx, { networkId, day: day('2026-08-31') })).toEqual([]);
  });

  test('a manager adds and removes advisers of the own structure, nobody else (SM-93)', async () => {
    const { organisationId } = await foundStructure(house, networkId, GUERET);
    const other = await foundStructure(house, networkId, BAYONNE);
    const personId = await house.person('Nadia');
    const manager = house.as(
      professional('manager', { kind: 'organisation', networkId, organisationId }),
    );
    const scope = { kind: 'organisation', networkId, organisationId } as const;
    const member = {
      personId,
      role: 'adviser',
      scope,
      from: day('2026-11-02'),
      until: null,
    } as const;
    const answers = [
      await addMember(manager, member),
      await addMember(manager, member),
      await addMember(manager, { ...member, role: 'manager' }),
      await addMember(manager, {
        ...member,
        role: 'administrator',
        scope: { kind: 'installation' },
      }),
      await addMember(manager, {
        ...member,
        scope: { ...scope, organisationId: other.organisationId },
      }),
      await addMember(coordinator(), {
        ...member,
        role: 'coordinator',
        scope: { kind: 'network', networkId },
      }),
      await addMember(coordinator(), {
        ...member,
        role: 'manager',
        scope: { ...scope, kind: 'place', placeId: other.placeId },
      }),
      await addMember(coordinator(), {
        ...member,
        scope: { ...scope, kind: 'place', placeId: other.placeId },
      }),
      await addMember(coordinator(), { ...member, role: 'manager', until: day('2026-11-01') }),
    ];
    expect(answers.map(answerOf)).toEqual([
      'accepted',
      'already-member',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'role-does-not-fit-scope',
      'not-at-place',
      'ends-before-start',
    ]);

    const [membership] = await listMemberships(manager, personId);
    if (!membership) throw new Error('no membership');
    const end = { membershipId: membership.id, until: day('2026-11-30'), reason: 'départ' };
    const otherManager = professional('manager', {
      ...scope,
      organisationId: other.organisationId,
    });
    expect(answerOf(await endMembership(house.as(otherManager), end))).toBe('not-allowed');
    expect(answerOf(await endMembership(manager, { ...end, until: day('2026-11-01') }))).toBe(
      'ends-before-start',
    );
    expect(answerOf(await endMembership(manager, end))).toBe('accepted');
    expect((await findMembership(manager, membership.id))?.until?.toString()).toBe('2026-11-30');
    // Back the day after.
    expect(answerOf(await addMember(manager, { ...member, from: day('2026-12-01') }))).toBe(
      'accepted',
    );
  });

  test('nobody works for a structure that is not of the network', async () => {
    const { organisationId } = await foundStructure(house, otherNetworkId, GUERET);
    const personId = await house.person('Théo');
    const scope = { kind: 'organisation', networkId, organisationId } as const;
    const answer = await addMember(coordinator(), {
      personId,
      role: 'adviser',
      scope,
      from: day('2026-11-02'),
      until: null,
    });
    expect(answerOf(answer)).toBe('not-affiliated');
  });
});

describe('facts', () => {
  test('a fact takes the place of one about the same thing, once; it is never changed', async () => {
    const { organisationId } = await foundStructure(house, networkId, GUERET);
    const personId = await hireAdviser(house, { networkId, organisationId }, 'Awa');
    const first = await writeFact(house, {
      networkId,
      organisationId,
      kind: 'agreement-ends',
      date: '2026-12-31',
    });
    const fact = {
      networkId,
      subject: { kind: 'organisation', organisationId },
      kind: 'agreement-ends',
      date: day('2027-01-31'),
      note: 'avenant',
      supersedes: first,
    } as const;
    const person = { kind: 'person', personId } as const;
    const answers = [
      await recordBookingFact(stranger(), fact),
      await recordBookingFact(coordinator(), { ...fact, kind: 'agreement-starts' }),
      await recordBookingFact(coordinator(), { ...fact, kind: 'trained' }),
      await recordBookingFact(coordinator(), { ...fact, subject: person, kind: 'trained' }),
      await recordBookingFact(coordinator(), { ...fact, date: null, supersedes: null }),
      await recordBookingFact(coordinator(), fact),
      await recordBookingFact(coordinator(), { ...fact, date: null }),
    ];
    expect(answers.map(answerOf)).toEqual([
      'not-allowed',
      'not-the-same-fact',
      'kind-does-not-fit-subject',
      'not-the-same-fact',
      'without-date',
      'accepted',
      'already-superseded',
    ]);
    await expect(
      house.db.inInstallation((tx) =>
        tx.execute(`update network.booking_fact set date = '2030-01-01'`),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
