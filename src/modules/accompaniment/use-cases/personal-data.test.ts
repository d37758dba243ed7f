import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/chance.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, YouthFileId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import { accepted, day, foundNetwork } from '#tests/network/so-mobilite.ts';
import { claimYouthFiles } from './claim-youth-files.ts';
import { openHelpRequest } from './open-help-request.ts';
import { openYouthFile } from './open-youth-file.ts';
import { personalData } from './personal-data.ts';
import { findYouthFile } from './read-youth-files.ts';
import { writeExchange } from './write-exchange.ts';

let house: House;
let networkId: NetworkId;

beforeAll(async () => {
  house = await openHouse();
  networkId = await foundNetwork(house);
});
afterAll(() => house.close());

const inNetwork = <Result>(work: (tx: Tx) => Promise<Result>) =>
  house.db.inNetwork(networkId, work);
const now = () => house.clock.now();

async function fileWithAppointment(email: string, at: Temporal.Instant): Promise<YouthFileId> {
  const ctx = house.as({ kind: 'visitor' });
  return inNetwork(async (tx) => {
    const id = accepted(
      await openYouthFile(ctx, tx, {
        networkId,
        firstName: 'Léa',
        birthDate: day('2009-03-10'),
        communeCode: '23096',
        accessNeeds: null,
        contacts: [{ channel: 'email', value: email }],
        guardian: null,
        underFifteenConsent: true,
        zone: 'Europe/Paris',
      }),
    );
    const helpRequestId = await openHelpRequest(ctx, tx, {
      ...{ networkId, youthFileId: id, origin: 'booking-page', subject: 'le Québec' },
    });
    await writeExchange(ctx, tx, {
      ...{
        networkId,
        helpRequestId,
        kind: 'appointment',
        at,
        summaryCode: 'booked',
        facts: { mode: 'video' },
      },
      owner: { module: 'appointments', id: newId() },
    });
    return id;
  });
}

test('a person reads what is known of them, then has it erased; figures stay', async () => {
  const id = await fileWithAppointment('lea@exemple.fr', now().add({ hours: 72 }));
  const other = await fileWithAppointment('autre@exemple.fr', now().add({ hours: 72 }));
  const personId = await house.person('Léa');
  const contact = { channel: 'email', value: 'lea@exemple.fr' } as const;
  await claimYouthFiles(house.as({ kind: 'youth', personId }), { networkId, personId, contact });
  const asked = { subject: { kind: 'person', personId }, networkId, now: now() } as const;

  expect(await inNetwork((tx) => personalData.export(tx, asked))).toMatchObject({
    files: [
      {
        firstName: 'Léa',
        birthDate: '2009-03-10',
        contacts: [contact],
        helpRequests: [
          { subject: 'le Québec', exchanges: [{ kind: 'appointment', summaryCode: 'booked' }] },
        ],
      },
    ],
  });

  await inNetwork((tx) => personalData.erase(tx, asked));
  expect(await inNetwork((tx) => personalData.export(tx, asked))).toBeNull();
  const { rows } = await house.owner.query(
    `select f.first_name, f.birth_date::text, f.commune_code, f.person_id, r.subject, e.facts, e.summary_code,
       (select count(*)::int from accompaniment.youth_contact c where c.youth_file_id = f.id) as contacts
     from accompaniment.youth_file f join accompaniment.help_request r on r.youth_file_id = f.id
     join accompaniment.exchange e on e.help_request_id = r.id where f.id = $1`,
    [id],
  );
  expect(rows).toEqual([
    {
      first_name: 'Dossier anonyme',
      birth_date: '2009-01-01',
      commune_code: null,
      person_id: null,
      subject: null,
      facts: {},
      summary_code: 'booked',
      contacts: 0,
    },
  ]);
  expect(
    (await findYouthFile(house.as({ kind: 'visitor' }), { networkId, youthFileId: other }))
      ?.firstName,
  ).toBe('Léa');
});

test('files are anonymised from the first instant after their last contact', async () => {
  const id = await fileWithAppointment('ancien@exemple.fr', now().add({ hours: 24 }));
  const lastContact = now().add({ hours: 24 });
  const read = () => findYouthFile(house.as({ kind: 'visitor' }), { networkId, youthFileId: id });
  await inNetwork((tx) => personalData.retain(tx, { before: lastContact, now: now() }));
  expect((await read())?.firstName).toBe('Léa');
  const before = lastContact.add({ milliseconds: 1 });
  expect(await inNetwork((tx) => personalData.retain(tx, { before, now: now() }))).toBe(1);
  expect((await read())?.contacts).toEqual([]);
  expect(await inNetwork((tx) => personalData.retain(tx, { before, now: now() }))).toBe(0);
});
