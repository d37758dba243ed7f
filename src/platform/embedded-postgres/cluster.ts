import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { EmbeddedPostgresError } from './binaries.ts';
import type { Location } from './location.ts';
import { runProgram } from './programs.ts';
import { within } from './roles.ts';
import type { Settings } from './settings.ts';

const SUPERUSER = 'postgres';

/** Seconds; a first start on a slow disk, or a recovery after a kill, may take long. */
const PATIENCE = '120';

const ORPHAN_ATTEMPTS = 20;
const ORPHAN_PAUSE_MS = 250;

export function superuserUrl(settings: Settings): string {
  return roleUrl(settings.port, SUPERUSER, settings.superuserPassword);
}

export function roleUrl(port: number, role: string, password: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`;
}

export function hasCluster(location: Location): boolean {
  return existsSync(path.join(dataOf(location), 'PG_VERSION'));
}

/**
 * French words sort by the ICU collations that every database has; the default order is the code points', the same
 * on every machine. An attempt cut short leaves no PG_VERSION and is cleared.
 */
export async function createCluster(location: Location, settings: Settings): Promise<void> {
  const data = dataOf(location);
  rmSync(data, { recursive: true, force: true });
  const secret = path.join(location.directory, 'initdb-password');
  writeFileSync(secret, settings.superuserPassword, { mode: 0o600 });
  if (location.user) chownSync(secret, location.user.uid, location.user.gid);
  const made = await runProgram(location, 'initdb', [
    ...['--pgdata', data, '--username', SUPERUSER, '--pwfile', secret],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...['--locale', 'C', '--lc-ctype', characterTypes()],
  ]);
  rmSync(secret, { force: true });
  if (made.code === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw new EmbeddedPostgresError(
    `PostgreSQL n’a pas pu préparer ses fichiers dans ${location.directory} : ${lastLine(made.output)}`,
  );
}

/** Text search asks the system, not PostgreSQL, which characters are letters: « ’ » must not be one. */
function characterTypes(): string {
  if (process.platform === 'win32') return 'C';
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

/** Waits until the server accepts connections; its answers are on the loopback only, without socket file. */
export async function startCluster(
  location: Location,
  options: { readonly port: number; readonly parameters: Readonly<Record<string, string>> },
): Promise<void> {
  const parameters = {
    port: String(options.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.parameters,
  };
  const flags = Object.entries(parameters).map(([name, value]) => `-c ${name}='${value}'`);
  const args = [
    ...['start', '--wait', '--timeout', PATIENCE, '--pgdata', dataOf(location)],
    ...['--log', logOf(location), '--options', flags.join(' ')],
  ];
  for (let attempt = 1; ; attempt += 1) {
    rmSync(logOf(location), { force: true });
    const started = await runProgram(location, 'pg_ctl', args);
    if (started.code === 0) return;
    const said = readLog(location) || started.output;
    // Killed outright, a server leaves a trace of itself, and children who need a moment to see that they are orphans.
    const mayPass = /shared memory block|lock file "postmaster.pid" already exists/.test(said);
    if (!mayPass || attempt === ORPHAN_ATTEMPTS) {
      throw new EmbeddedPostgresError(
        `PostgreSQL ne démarre pas : ${lastLine(said)} (journal : ${logOf(location)})`,
      );
    }
    await setTimeout(ORPHAN_PAUSE_MS);
    forgetZombie(location);
  }
}

/** The port of a server that runs on these files and takes our password: one left by a kill, or another Cairn's. */
export async function findRunning(
  location: Location,
  settings: Settings,
): Promise<number | undefined> {
  const status = await runProgram(location, 'pg_ctl', ['status', '--pgdata', dataOf(location)]);
  if (status.code !== 0) return undefined;
  // The fourth line of postmaster.pid is the port, the first the process (PostgreSQL, "pidfile.h").
  const port = Number(readPidFile(location)[3]);
  try {
    // A process number used again by another program looks like a running server: only an answer proves it.
    await within(superuserUrl({ ...settings, port }), (client) => client.query('select 1'));
    return port;
  } catch {
    return undefined;
  }
}

/** Fast: sessions still open are ended, what they confirmed is on disk. */
export async function stopCluster(location: Location, mode: 'fast' | 'immediate'): Promise<void> {
  await runProgram(location, 'pg_ctl', [
    ...['stop', '--wait', '--timeout', PATIENCE, '--mode', mode, '--pgdata', dataOf(location)],
  ]);
}

/**
 * In a container whose first process does not bury its dead, a killed server keeps its number for ever, and PostgreSQL
 * takes it for a living one.
 */
function forgetZombie(location: Location): void {
  try {
    const stat = readFileSync(`/proc/${findServerProcess(location)}/stat`, 'utf8');
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    if (state === 'Z') rmSync(path.join(dataOf(location), 'postmaster.pid'));
  } catch {
    // Buried meanwhile, or a system without /proc: PostgreSQL then judges by itself.
  }
}

/** The process of the server that runs on these files. */
export function findServerProcess(location: Location): number {
  return Number(readPidFile(location)[0]);
}

function readPidFile(location: Location): string[] {
  return readFileSync(path.join(dataOf(location), 'postmaster.pid'), 'utf8').split('\n');
}

function dataOf(location: Location): string {
  return path.join(location.directory, 'pgdata');
}

function logOf(location: Location): string {
  return path.join(location.directory, 'postgresql.log');
}

function readLog(location: Location): string {
  const log = logOf(location);
  return existsSync(log) ? readFileSync(log, 'utf8') : '';
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
