import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/chance.ts';
import type { NetworkId, YouthFileId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import { accepted, answerOf, day, foundNetwork } from '#tests/network/so-mobilite.ts';
import { closeHelpRequest } from './close-help-request.ts';
import { openHelpRequest } from './open-help-request.ts';
import { openYouthFile } from './open-youth-file.ts';
import { findHelpRequest, listHelpRequests, listTimeline } from './read-youth-files.ts';
import { writeExchange } from './write-exchange.ts';

let house: House;
let networkId: NetworkId;
let youthFileId: YouthFileId;

beforeAll(async () => {
  house = await openHouse();
  networkId = await foundNetwork(house);
  const ctx = house.as({ kind: 'visitor' });
  youthFileId = accepted(
    await ctx.db.inNetwork(networkId, (tx) =>
      openYouthFile(ctx, tx, {
        networkId,
        firstName: 'Léa',
        birthDate: day('2009-03-10'),
        communeCode: null,
        accessNeeds: null,
        contacts: [{ channel: 'email', value: 'lea@exemple.fr' }],
        guardian: null,
        underFifteenConsent: true,
        zone: 'Europe/Paris',
      }),
    ),
  );
});
afterAll(() => house.close());

function open(subject: string | null) {
  const ctx = house.as({ kind: 'visitor' });
  return ctx.db.inNetwork(networkId, (tx) =>
    openHelpRequest(ctx, tx, { networkId, youthFileId, origin: 'booking-page', subject }),
  );
}

test('a help request is opened in words, and closed once', async () => {
  const ctx = house.as({ kind: 'visitor' });
  const helpRequestId = await open('  partir six mois au Québec ');
  const where = { networkId, helpRequestId };
  const openedAt = house.clock.now();
  expect(await findHelpRequest(ctx, where)).toMatchObject({
    youthFileId,
    subject: 'partir six mois au Québec',
    status: 'open',
    closedAt: null,
    openedAt,
  });
  house.clock.set(openedAt.add({ hours: 1 }));
  const close = () => ctx.db.inNetwork(networkId, (tx) => closeHelpRequest(ctx, tx, where));
  expect(answerOf(await close())).toBe('accepted');
  house.clock.set(openedAt.add({ hours: 2 }));
  expect(answerOf(await close())).toBe('accepted');
  expect(await findHelpRequest(ctx, where)).toMatchObject({
    status: 'closed',
    closedAt: openedAt.add({ hours: 1 }),
  });
  const unknown = await ctx.db.inNetwork(networkId, (tx) =>
    closeHelpRequest(ctx, tx, { networkId, helpRequestId: newId<'HelpRequest'>() }),
  );
  expect(answerOf(unknown)).toBe('not-found');
  expect(
    (await listHelpRequests(ctx, { networkId, youthFileIds: [youthFileId] })).map(({ id }) => id),
  ).toContain(helpRequestId);
});

test('a thing is once on the timeline: its owner rewrites it', async () => {
  const ctx = house.as({ kind: 'visitor' });
  const helpRequestId = await open(null);
  const write = (ownerId: string, at: string, summaryCode: string) =>
    ctx.db.inNetwork(networkId, (tx) =>
      writeExchange(ctx, tx, {
        networkId,
        helpRequestId,
        kind: 'appointment',
        owner: { module: 'appointments', id: ownerId },
        at: Temporal.Instant.from(at),
        summaryCode,
        facts: { mode: 'video' },
      }),
    );
  const first = newId();
  const second = newId();
  await write(first, '2026-11-10T09:00Z', 'booked');
  await write(second, '2026-11-12T09:00Z', 'booked');
  await write(first, '2026-11-14T09:00Z', 'moved');
  const timeline = await listTimeline(ctx, { networkId, helpRequestIds: [helpRequestId] });
  expect(
    timeline.map(({ owner, at, summaryCode, facts }) => [
      owner.id,
      at.toString(),
      summaryCode,
      facts,
    ]),
  ).toEqual([
    [second, '2026-11-12T09:00:00Z', 'booked', { mode: 'video' }],
    [first, '2026-11-14T09:00:00Z', 'moved', { mode: 'video' }],
  ]);
  expect(await listTimeline(ctx, { networkId, helpRequestIds: [] })).toEqual([]);
});
