import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import {
  INSTALLER,
  accepted,
  answerOf,
  foundNetwork,
  professional,
} from '#tests/network/so-mobilite.ts';
import { changeNetworkSettings } from './change-network-settings.ts';
import { createNetwork } from './create-network.ts';
import { findNetwork, findNetworkBySlug, listNetworks } from './read-networks.ts';

let house: House;
let networkId: NetworkId;

beforeAll(async () => {
  house = await openHouse();
  networkId = await foundNetwork(house);
});
afterAll(() => house.close());

const another = {
  slug: 'une-boussole',
  name: 'La Boussole des jeunes',
  preset: 'local-compass',
  parentId: null,
  territory: { kind: 'departement', code: '23' },
  controllerName: 'Djepva',
  contactEmail: null,
  contactPhone: null,
  wording: 'vous',
  colours: { warm: '#d9622b', cool: '#1f6f78' },
} as const;

describe('a network', () => {
  test('is found by its address and by its id, with the settings of its preset', async () => {
    const visitor = house.as({ kind: 'visitor' });
    const network = await findNetworkBySlug(visitor, 'so-mobilite');
    expect(network).toMatchObject({
      id: networkId,
      territory: { kind: 'region', code: '75' },
      colours: { warm: '#d9622b', cool: '#1f6f78' },
      settings: { ageMax: 35, slotMinutes: 60 },
    });
    expect(await findNetwork(visitor, networkId)).toEqual(network);
    expect(await findNetworkBySlug(visitor, 'ailleurs')).toBeNull();
    expect((await listNetworks(visitor)).map(({ slug }) => slug)).toContain('so-mobilite');
  });

  test('may be made by the installation only, under a free and allowed address', async () => {
    const coordinator = professional('coordinator', { kind: 'network', networkId });
    expect(answerOf(await createNetwork(house.as(coordinator), another))).toBe('not-allowed');
    const ctx = house.as(INSTALLER);
    expect(answerOf(await createNetwork(ctx, { ...another, slug: 'pro' }))).toBe('invalid-slug');
    expect(answerOf(await createNetwork(ctx, { ...another, slug: 'so-mobilite' }))).toBe(
      'slug-taken',
    );
    expect(answerOf(await createNetwork(ctx, { ...another, settings: { slotMinutes: 0 } }))).toBe(
      'invalid-settings',
    );
    expect(
      answerOf(
        await createNetwork(ctx, { ...another, settings: { contactDelay: { min: 1, max: 7 } } }),
      ),
    ).toBe('accepted');
  });

  test('the database itself refuses a reserved word', async () => {
    await expect(
      house.owner.query(`update network.network set slug = 'mon-espace' where id = $1`, [
        networkId,
      ]),
    ).rejects.toMatchObject({ code: '23514' });
  });

  test('its settings are changed by its coordinator, whole or not at all, and it is written down', async () => {
    const coordinator = professional('coordinator', { kind: 'network', networkId });
    const settings = accepted(
      await changeNetworkSettings(house.as(coordinator), {
        networkId,
        changes: { minimumNoticeHours: 24, videoPattern: 'https://meet.example/{code}' },
      }),
    );
    expect(settings).toMatchObject({ minimumNoticeHours: 24, slotMinutes: 60 });
    expect((await findNetwork(house.as(coordinator), networkId))?.settings).toEqual(settings);
    const { rows } = await house.owner.query(
      `select actor_kind, facts from platform.audit_entry where verb = 'network.change-network-settings'`,
    );
    expect(rows).toEqual([
      {
        actor_kind: 'professional',
        facts: { minimumNoticeHours: '24', videoPattern: '"https://meet.example/{code}"' },
      },
    ]);

    const refused = await changeNetworkSettings(house.as(coordinator), {
      networkId,
      changes: { slotMinutes: 45, furthestDays: 1, minimumNoticeHours: 48 },
    });
    expect(answerOf(refused)).toBe('invalid-settings');
    expect((await findNetwork(house.as(coordinator), networkId))?.settings.slotMinutes).toBe(60);
  });

  test('a coordinator of another network, a visitor: refused', async () => {
    const other = accepted(
      await createNetwork(house.as(INSTALLER), { ...another, slug: 'pdn-24' }),
    );
    const stranger = professional('coordinator', { kind: 'network', networkId: other });
    for (const actor of [stranger, { kind: 'visitor' } as const]) {
      const answer = await changeNetworkSettings(house.as(actor), {
        networkId,
        changes: { slotMinutes: 30 },
      });
      expect(answerOf(answer)).toBe('not-allowed');
    }
  });
});
