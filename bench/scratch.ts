import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { setup as buildWhatIsStale } from '../tests/build-setup.ts';
import { loadAssets } from '#app/assets.ts';
import type { Assets } from '#app/assets.ts';
import { readConfig } from '#app/config.ts';
import type { Config } from '#app/config.ts';
import { loadDemonstration } from '#app/demonstration/load.ts';
import { openInstallation } from '#app/installation.ts';
import type { Installation } from '#app/installation.ts';
import { loadReferenceData } from '#app/reference-data.ts';
import { openWeb } from '#app/web.ts';
import { migrate } from '#platform/db/migrate.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#platform/embedded-postgres/embedded-postgres.ts';
import { databaseUrl } from '#platform/embedded-postgres/roles.ts';

/** A PostgreSQL server of the bench's own, with the settings of a real one, that leaves nothing behind. */
export interface Scratch {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The same three with another database, that the caller makes. */
  readonly urlsOf: (database: string) => Pick<Scratch, 'superuserUrl' | 'ownerUrl' | 'appUrl'>;
  readonly remove: () => Promise<void>;
}

/** Its database is migrated and holds the reference data. */
export async function openScratch(): Promise<Scratch> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cairn-bench-'));
  const { superuserUrl, ownerUrl, appUrl } = await startEmbeddedPostgres({ dataDir });
  await migrate(ownerUrl);
  await loadReferenceData(ownerUrl);
  return {
    superuserUrl: databaseUrl(superuserUrl, 'cairn'),
    ownerUrl,
    appUrl,
    urlsOf: (database) => ({
      superuserUrl: databaseUrl(superuserUrl, database),
      ownerUrl: databaseUrl(ownerUrl, database),
      appUrl: databaseUrl(appUrl, database),
    }),
    remove: () => removeEmbeddedPostgres(dataDir),
  };
}

/** The whole application in this process, as in production: every plugin, no demonstration clock, no limit met. */
export interface House {
  readonly config: Config;
  readonly installation: Installation;
  readonly assets: Assets;
  /** Where it listens. */
  readonly port: number;
  readonly close: () => Promise<void>;
}

const POOL = 10;
const NO_LIMIT = '1000000000';

export async function openHouse(urls: Pick<Scratch, 'appUrl'>): Promise<House> {
  buildWhatIsStale();
  const config = readConfig({
    CAIRN_MODE: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_POOL: String(POOL),
    LIMIT_READ: NO_LIMIT,
    LIMIT_WRITE: NO_LIMIT,
  });
  const installation = await openInstallation(config, urls.appUrl, {
    onError: (error, where) => {
      throw new Error(`an incident in ${where}`, { cause: error });
    },
  });
  const assets = loadAssets('dist/browser');
  const app = await openWeb(config, installation, assets);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    config,
    installation,
    assets,
    port: Number(new URL(address).port),
    close: async () => {
      await app.close();
      await installation.close();
    },
  };
}

/** Fills a database with the demonstration. */
export async function loadTheDemonstration(urls: Pick<Scratch, 'appUrl'>): Promise<void> {
  const house = await openHouse(urls);
  await loadDemonstration(house.installation.services);
  await house.close();
}
