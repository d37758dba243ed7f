import { OWNER_ROLE, within } from '#platform/embedded-postgres/roles.ts';

import { openClient } from './client.ts';
import type { Client, Shot } from './client.ts';
import { addCrowd } from './crowd.ts';
import type { Figure } from './measure.ts';
import { loadTheDemonstration, openHouse, openScratch } from './scratch.ts';
import type { House } from './scratch.ts';

/*
 * The public search page of a region, over HTTP, at the size of the demonstration and at that of a country: 20,000 advisers and a million interviews, each
 * region's in its own network (So Mobilité is one of them). 200 requests of each, after as many unmeasured ones, in turns of twenty.
 */
const NATIONAL = { advisers: 20_000, appointments: 1_000_000 };
const REQUESTS = 200;
const TURN = 20;

export async function bench(): Promise<readonly Figure[]> {
  const scratch = await openScratch();
  const client = openClient();
  try {
    await loadTheDemonstration(scratch);
    const national = scratch.urlsOf('national');
    await within(scratch.urlsOf('postgres').superuserUrl, (superuser) =>
      superuser.query(`create database national template cairn owner ${OWNER_ROLE}`),
    );
    await addCrowd(national.superuserUrl, NATIONAL);
    const communes = await listCommunes(scratch.ownerUrl);
    const houses = [await openHouse(scratch), await openHouse(national)] as const;
    const commune = await p95Of(client, houses, communes.map(fromCommune));
    const remote = await p95Of(client, houses, communes.map(remoteSlots));
    for (const house of houses) await house.close();
    return [figure('search.commune', commune, 2), figure('search.remote', remote, 4)];
  } finally {
    await client.close();
    await scratch.remove();
  }
}

const fromCommune = (code: string): Shot => ({
  path: `/so-mobilite/rendez-vous?communeCode=${code}`,
});

const remoteSlots = (code: string): Shot => ({
  path: `/so-mobilite/rendez-vous/creneaux?mode=visio&commune=${code}`,
});

/** Of all sizes, all over the region. */
async function listCommunes(ownerUrl: string): Promise<readonly string[]> {
  const { rows } = await within(ownerUrl, (owner) =>
    owner.query<{ code: string }>(
      `select commune.code from territories.commune join territories.departement d on d.code = departement_code
       where d.region_code = '75' and commune.is_current and latitude is not null order by md5(commune.code) limit $1`,
      [REQUESTS],
    ),
  );
  return rows.map(({ code }) => code);
}

/** Milliseconds at the 95th percentile, of the first house and of the second. */
async function p95Of(
  client: Client,
  houses: readonly [House, House],
  shots: readonly Shot[],
): Promise<readonly [number, number]> {
  const seen: [number[], number[]] = [[], []];
  for (const isMeasured of [false, true]) {
    for (let first = 0; first < REQUESTS; first += TURN) {
      for (const side of [0, 1] as const) {
        const told = await client.fire(houses[side].port, {
          shots: shots.slice(first, first + TURN),
          connections: 1,
          status: 200,
        });
        if (isMeasured) seen[side].push(...told.latenciesMs);
      }
    }
  }
  return [p95(seen[0]), p95(seen[1])];
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

function figure(name: string, [small, large]: readonly [number, number], bound: number): Figure {
  const [value, reference] = [Math.round(large * 100) / 100, Math.round(small * 100) / 100];
  return {
    name,
    value,
    unit: 'ms',
    against: 'the same at the size of the demonstration',
    reference,
    ratio: Math.round((large / small) * 100) / 100,
    bound,
    better: 'lower',
  };
}
