import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextFor } from '#platform/context.ts';
import type { Ctx } from '#platform/context.ts';
import { findNetworkBySlug, listBookableSupply } from '#modules/network/index.ts';
import type { Network } from '#modules/network/index.ts';
import { resolveCommune } from '#modules/territories/index.ts';
import { openBookingKit } from '#tests/appointments/kit.ts';
import type { BookingKit } from '#tests/appointments/kit.ts';
import { aNetwork, anAdviser, anOffice, openHours } from '#tests/appointments/supply.ts';
import { openCountedDatabase } from '#tests/network/statements.ts';
import type { CountedDatabase } from '#tests/network/statements.ts';
import { BAYONNE, GUERET, LIMOGES, day } from '#tests/network/so-mobilite.ts';
import { findPlaces } from './find-places.ts';
import { FIRST_DRAW } from './list-remote-supply.ts';
import { listDaySlots } from './list-day-slots.ts';

let kit: BookingKit;
let counted: CountedDatabase;
let ctx: Ctx;

beforeAll(async () => {
  kit = await openBookingKit();
  counted = openCountedDatabase(kit.database.appUrl);
  ctx = contextFor({ ...kit.services, db: counted.db }, { kind: 'visitor' });
});
afterAll(async () => {
  await counted.close();
  await kit.close();
});

/** The public page from its address to its answer. */
async function searchPage(slug: string, commune: string) {
  const network = await findNetworkBySlug(ctx, slug);
  const resolution = await resolveCommune(ctx, { code: '', text: commune });
  if (!network || resolution.kind !== 'found') throw new Error('not found');
  return findPlaces(ctx, { network, commune: resolution.commune });
}

async function advisers(network: Network, count: number) {
  const offices = [
    await anOffice(kit, { network, town: GUERET }),
    await anOffice(kit, { network, town: LIMOGES }),
  ];
  for (let index = 0; index < count; index += 1) {
    const office = offices[index % 2];
    if (!office) continue;
    const personId = await anAdviser(kit, network, office, `Awa ${index}`);
    await openHours(kit, { network, office }, { personId, weekdays: [4] });
  }
}

describe('a search costs a few statements, whatever the number of advisers', () => {
  test.each([1, 12])('with %i', async (count) => {
    const network = await aNetwork(kit, `a-${count}`);
    await advisers(network, count);
    const supply = await counted.statementsOf(() =>
      listBookableSupply(ctx, { networkId: network.id, from: day('2026-11-02') }),
    );
    expect(supply).toHaveLength(1);
    const page = await counted.statementsOf(() => searchPage(network.slug, 'Guéret'));
    expect(page.length).toBeLessThanOrEqual(6);
    const remote = await counted.statementsOf(() =>
      listDaySlots(ctx, { network, mode: 'video', placeId: null }),
    );
    expect(remote).toHaveLength(4);
  });
});

describe('at a distance', () => {
  test('the nearest advisers first; the whole network when they have nothing', async () => {
    const network = await aNetwork(kit, 'loin');
    const near = await anOffice(kit, { network, town: GUERET });
    const far = await anOffice(kit, { network, town: BAYONNE });
    const inPerson = await anAdviser(kit, network, near, 'Awa');
    await openHours(kit, { network, office: near }, { personId: inPerson, modes: ['in-person'] });
    const remote = await anAdviser(kit, network, far, 'Maïa');
    await openHours(kit, { network, office: far }, { personId: remote, modes: ['phone'] });
    const found = await searchPage('loin', 'Guéret');
    expect(found.places[0]?.starts).not.toHaveLength(0);
    // Both places are among the eight nearest: Bayonne's adviser is near enough to be read.
    expect(found.remote).toMatchObject([
      { mode: 'video', next: null, among: 'network' },
      { mode: 'phone', among: 'near' },
    ]);
    expect(found.remote[1]?.next).not.toBeNull();
  });

  test('a network larger than the first draw says among how many; each day others come first', async () => {
    const network = await aNetwork(kit, 'grand');
    const office = await anOffice(kit, { network });
    const count = FIRST_DRAW + 3;
    for (let index = 0; index < count; index += 1) {
      const personId = await anAdviser(kit, network, office, `Léa ${index}`);
      await openHours(
        kit,
        { network, office },
        { personId, modes: ['video'], from: 8, to: 18, slotMinutes: 30 },
      );
    }
    const ask = () => listDaySlots(ctx, { network, mode: 'video', placeId: null });
    const statements = await counted.statementsOf(ask);
    expect(statements).toHaveLength(4);
    const monday = await ask();
    expect(monday.among).toEqual({ read: FIRST_DRAW, of: count });
    expect(await ask()).toEqual(monday);
    const firstOf = (found: typeof monday) => found.slots[0]?.adviser.personId;
    const seen = new Set([firstOf(monday)]);
    for (const date of ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-09']) {
      kit.clock.set(Temporal.Instant.from(`${date}T09:00Z`));
      seen.add(firstOf(await ask()));
    }
    kit.clock.set(Temporal.Instant.from('2026-11-02T09:00Z'));
    expect(seen.size).toBeGreaterThan(1);
  });

  test('with too little to choose from, more advisers are read, until there are no more', async () => {
    const network = await aNetwork(kit, 'rare');
    const office = await anOffice(kit, { network });
    const count = FIRST_DRAW + 2;
    for (let index = 0; index < count; index += 1) {
      const personId = await anAdviser(kit, network, office, `Zoé ${index}`);
      // One start a week, the same for all: never twelve.
      await openHours(
        kit,
        { network, office },
        { personId, modes: ['phone'], weekdays: [4], from: 9, to: 10 },
      );
    }
    const ask = () => listDaySlots(ctx, { network, mode: 'phone', placeId: null });
    expect(await counted.statementsOf(ask)).toHaveLength(8);
    const found = await ask();
    expect(found.among).toBeNull();
    expect(found.slots).toHaveLength(1);
  });
});
