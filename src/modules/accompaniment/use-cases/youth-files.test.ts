import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/chance.ts';
import type { Actor, NetworkId, YouthFileId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import { accepted, answerOf, day, foundNetwork, professional } from '#tests/network/so-mobilite.ts';
import type { Contact } from '../rules/contact.ts';
import { claimYouthFiles } from './claim-youth-files.ts';
import type { OpenFileInput } from './open-youth-file.ts';
import { findOrOpenYouthFile, openYouthFile } from './open-youth-file.ts';
import {
  findYouthFile,
  findYouthFileByContact,
  listYouthFiles,
  listYouthFilesOf,
} from './read-youth-files.ts';

let house: House;
let networkId: NetworkId;
let otherNetworkId: NetworkId;
let people = 0;
let email: Contact;

beforeAll(async () => {
  house = await openHouse();
  networkId = await foundNetwork(house);
  otherNetworkId = await foundNetwork(house, 'un-autre-reseau');
});
afterAll(() => house.close());

beforeEach(() => {
  people += 1;
  email = { channel: 'email', value: `lea.${people}@exemple.fr` };
});

const visitor: Actor = { kind: 'visitor' };
const phone: Contact = { channel: 'phone', value: '+33639980001' };

function said(changes: Partial<OpenFileInput> = {}): OpenFileInput {
  return {
    networkId,
    firstName: ' Léa ',
    birthDate: day('2009-03-10'),
    communeCode: '23096',
    accessNeeds: 'fauteuil roulant',
    contacts: [email],
    guardian: null,
    underFifteenConsent: true,
    zone: 'Europe/Paris',
    ...changes,
  };
}

function findOrOpen(input: OpenFileInput, actor: Actor = visitor) {
  const ctx = house.as(actor);
  return ctx.db.inNetwork(input.networkId, (tx) => findOrOpenYouthFile(ctx, tx, input));
}

async function opened(input: OpenFileInput = said()): Promise<YouthFileId> {
  return accepted(await findOrOpen(input)).id;
}

const read = (youthFileId: YouthFileId, of: NetworkId = networkId) =>
  findYouthFile(house.as(visitor), { networkId: of, youthFileId });

describe('a youth file', () => {
  test('is opened with what was said', async () => {
    const id = await opened(said({ contacts: [email, phone], birthDate: day('2009-03-11') }));
    expect(await read(id)).toEqual({
      id,
      networkId,
      firstName: 'Léa',
      birthDate: day('2009-03-11'),
      communeCode: '23096',
      accessNeeds: 'fauteuil roulant',
      personId: null,
      guardian: null,
      createdAt: house.clock.now(),
      contacts: [
        { ...email, origin: 'opening', verifiedAt: null },
        { ...phone, origin: 'opening', verifiedAt: null },
      ],
    });
  });

  test('under 15 a parent agrees, and it is kept when', async () => {
    const birthDate = day('2012-05-01');
    expect(answerOf(await findOrOpen(said({ birthDate })))).toBe('guardian-needed');
    const guardian = { name: 'Claire Faure', contact: 'claire@exemple.fr' };
    const id = await opened(said({ birthDate, guardian }));
    expect((await read(id))?.guardian).toEqual({ ...guardian, agreedAt: house.clock.now() });
  });

  test('is found again by one same contact and the birth date, in the same network only', async () => {
    const id = await opened();
    expect(accepted(await findOrOpen(said({ firstName: 'Autre', communeCode: '87085' })))).toEqual({
      id,
      opened: false,
    });
    expect((await read(id))?.firstName).toBe('Léa');
    expect((await read(id))?.communeCode).toBe('23096');
    // A brother or sister behind the same address; the same person elsewhere.
    expect(await opened(said({ birthDate: day('2009-03-11') }))).not.toBe(id);
    expect(await opened(said({ networkId: otherNetworkId }))).not.toBe(id);
  });

  test('a contact typed later proves nothing: it neither finds nor claims the file', async () => {
    const id = await opened();
    const intruder: Contact = { channel: 'email', value: `intrus.${people}@exemple.fr` };
    expect(await opened(said({ contacts: [email, intruder] }))).toBe(id);
    expect((await read(id))?.contacts).toMatchObject([
      { origin: 'opening' },
      { ...intruder, origin: 'unproven' },
    ]);
    const search = { networkId, birthDate: day('2009-03-10') };
    expect(
      await findYouthFileByContact(house.as(visitor), { ...search, contacts: [intruder] }),
    ).toBeNull();
    expect(await findYouthFileByContact(house.as(visitor), { ...search, contacts: [email] })).toBe(
      id,
    );
    const personId = await house.person('Intrus');
    expect(
      await claimYouthFiles(house.as({ kind: 'youth', personId }), {
        networkId,
        personId,
        contact: intruder,
      }),
    ).toEqual([]);
  });

  test('a professional who adds a contact answers for it', async () => {
    const id = await opened();
    const given: Contact = { channel: 'phone', value: '+33639980077' };
    await findOrOpen(
      said({ contacts: [email, given] }),
      professional('adviser', { kind: 'network', networkId }),
    );
    const search = { networkId, birthDate: day('2009-03-10'), contacts: [given] };
    expect(await findYouthFileByContact(house.as(visitor), search)).toBe(id);
  });

  test('without a contact there is none', async () => {
    expect(answerOf(await findOrOpen(said({ contacts: [] })))).toBe('no-contact');
  });

  test('two requests at once open one file', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        findOrOpen(
          said({
            contacts: index % 2 === 0 ? [email, phone] : [phone, email],
            birthDate: day('2009-07-01'),
          }),
        ),
      ),
    );
    const files = answers.map(accepted);
    expect(new Set(files.map(({ id }) => id)).size).toBe(1);
    expect(files.filter((file) => file.opened)).toHaveLength(1);
  });

  test('staff open a new one for someone they know to be another', async () => {
    const id = await opened();
    const ctx = house.as(visitor);
    const other = await ctx.db.inNetwork(networkId, (tx) => openYouthFile(ctx, tx, said()));
    expect(accepted(other)).not.toBe(id);
  });
});

describe('claiming by proof of a contact', () => {
  test('files become the person’s, once', async () => {
    const id = await opened();
    const sister = await opened(said({ birthDate: day('2007-01-02') }));
    const personId = await house.person('Léa');
    const ctx = house.as({ kind: 'youth', personId });
    expect(
      (await claimYouthFiles(ctx, { networkId, personId, contact: email })).toSorted(),
    ).toEqual([id, sister].toSorted());
    expect((await read(id))?.contacts).toMatchObject([{ verifiedAt: house.clock.now() }]);
    expect(
      (await listYouthFilesOf(ctx, { networkId, personId })).map((file) => file.id).toSorted(),
    ).toEqual([id, sister].toSorted());
    const thief = await house.person('Autre');
    expect(
      await claimYouthFiles(house.as({ kind: 'youth', personId: thief }), {
        networkId,
        personId: thief,
        contact: email,
      }),
    ).toEqual([]);
  });
});

describe('row-level security', () => {
  test('another network reads nothing, whatever it asks', async () => {
    const id = await opened();
    expect(await read(id, otherNetworkId)).toBeNull();
    const ctx = house.as(visitor);
    const asked = await ctx.db.inNetwork(otherNetworkId, (tx) =>
      listYouthFiles(tx, { networkId, ids: [id] }),
    );
    expect(asked).toEqual([]);
    const counts = await Promise.all(
      ['youth_file', 'youth_contact', 'help_request', 'exchange'].map((table) =>
        house.db.inInstallation(
          async (tx) => (await tx.execute(`select from accompaniment.${table}`)).rows.length,
        ),
      ),
    );
    expect(counts).toEqual([0, 0, 0, 0]);
  });

  test('a row of another network cannot be written', async () => {
    const written = house.db.inNetwork(otherNetworkId, (tx) =>
      tx.execute(`insert into accompaniment.youth_file (id, network_id, first_name, birth_date, created_at)
        values ('${newId()}', '${networkId}', 'Léa', '2009-03-10', '2026-11-02T09:00Z')`),
    );
    await expect(written).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
