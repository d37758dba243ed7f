import { rmSync } from 'node:fs';
import path from 'node:path';

import { APP_ROLE } from '../db/pool.ts';
import {
  createCluster,
  findRunning,
  findServerProcess,
  hasCluster,
  roleUrl,
  startCluster,
  stopCluster,
  superuserUrl,
} from './cluster.ts';
import type { Location } from './location.ts';
import { chooseLocation } from './location.ts';
import { OWNER_ROLE, databaseUrl, ensureRolesAndDatabase } from './roles.ts';
import type { Settings } from './settings.ts';
import { choosePort, mintSettings, readSettings, saveSettings } from './settings.ts';

export interface EmbeddedPostgresOptions {
  /** Where the cluster is kept; made when absent. */
  readonly dataDir: string;
  /** `cairn` by default. */
  readonly database?: string;
  /** Server parameters over the defaults, such as `max_connections`. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Role `cairn_owner`: migrations and reference data. */
  readonly ownerUrl: string;
  /** Role `cairn_app`: web and jobs. */
  readonly appUrl: string;
  /** Only for tests and tools: databases are cloned with it. */
  readonly superuserUrl: string;
  /** `borrowed`: another living Cairn looks after that server, `stop` then leaves it running. */
  readonly found: 'started' | 'adopted' | 'borrowed';
  /** The server's first process: a test kills it to see what is left. */
  readonly pid: number;
  /** Call it last, once pools are closed. May be called twice. */
  readonly stop: () => Promise<void>;
}

/** A port can be taken between the moment it is found free and the moment the server listens. */
const PORT_ATTEMPTS = 3;

/**
 * Starts the embedded server, or takes up one that still runs on these files (left by a killed Cairn), with its roles
 * and database ready. Throws `EmbeddedPostgresError`, whose message is one French line, when this machine cannot.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const location = chooseLocation(path.resolve(options.dataDir));
  const { settings, found } = await takeUp(location, options);
  const database = options.database ?? 'cairn';
  if (found !== 'borrowed') {
    saveSettings(location.directory, { ...settings, keeper: process.pid });
    await ensureRolesAndDatabase(superuserUrl(settings), { ...settings, database });
  }
  return {
    ownerUrl: databaseUrl(roleUrl(settings.port, OWNER_ROLE, settings.ownerPassword), database),
    appUrl: databaseUrl(roleUrl(settings.port, APP_ROLE, settings.appPassword), database),
    superuserUrl: superuserUrl(settings),
    found,
    pid: findServerProcess(location),
    stop: once(async () => {
      if (found === 'borrowed') return;
      await stopCluster(location, 'fast');
      saveSettings(location.directory, { ...settings, keeper: null });
    }),
  };
}

/** Stops whatever server runs on these files and deletes them: the end of a throwaway cluster. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const location = chooseLocation(path.resolve(dataDir));
  if (hasCluster(location)) await stopCluster(location, 'immediate');
  rmSync(location.directory, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

async function takeUp(
  location: Location,
  options: EmbeddedPostgresOptions,
): Promise<{ settings: Settings; found: EmbeddedPostgres['found'] }> {
  const known = hasCluster(location) ? readSettings(location.directory) : undefined;
  const port = known && (await findRunning(location, known));
  if (known === undefined || port === undefined) {
    return { settings: await startAnew(location, known, options), found: 'started' };
  }
  return { settings: { ...known, port }, found: isKept(known) ? 'borrowed' : 'adopted' };
}

async function startAnew(
  location: Location,
  known: Settings | undefined,
  options: EmbeddedPostgresOptions,
): Promise<Settings> {
  let settings = known ?? mintSettings();
  if (!known) await createCluster(location, settings);
  for (let attempt = 1; ; attempt += 1) {
    settings = { ...settings, port: await choosePort(settings.port) };
    // Saved first: a Cairn killed during the start must find the password of the server it leaves.
    saveSettings(location.directory, settings);
    try {
      await startCluster(location, { port: settings.port, parameters: options.parameters ?? {} });
      return settings;
    } catch (error) {
      const lostPort = (await choosePort(settings.port)) !== settings.port;
      if (!lostPort || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

/** Whether the process that looked after the server still lives. */
function isKept(settings: Settings): boolean {
  if (settings.keeper === null || settings.keeper === process.pid) return false;
  try {
    process.kill(settings.keeper, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
