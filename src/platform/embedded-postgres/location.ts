import { createHash } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';

import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError, findBinaries } from './binaries.ts';
import type { ServerUser } from './server-user.ts';
import { canEnter, findServerUser } from './server-user.ts';

/** Where the server's programs and files are, and whom it runs as. */
export interface Location {
  readonly binaries: string;
  /** Belongs to the server's user and holds `pgdata`, the log and the settings. */
  readonly directory: string;
  readonly user: ServerUser | undefined;
}

/**
 * The place asked for. Where root starts Cairn from a place that the user `postgres` cannot enter (a home closed to
 * others, say), what it cannot reach lives under one directory per checkout in the system's lasting temporary place.
 */
export function chooseLocation(directory: string): Location {
  const user = findServerUser();
  const binaries = findBinaries();
  // The parent first: one made with the mode of its child would be closed to the server's user.
  mkdirSync(path.dirname(directory), { recursive: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!user) return { binaries: binaries.root, directory: requireOwn(directory), user };
  const programsReachable = canEnter(user, path.join(binaries.root, 'bin'));
  const dataReachable = canEnter(user, path.dirname(directory));
  return {
    binaries: programsReachable ? binaries.root : copyBinaries(binaries, makeShelter(binaries)),
    directory: ownedBy(
      user,
      dataReachable ? directory : path.join(makeShelter(binaries), `data-${shortHash(directory)}`),
    ),
    user,
  };
}

/** Files made while root started Cairn belong to another user: said, rather than met as a refusal deep inside. */
function requireOwn(directory: string): string {
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return directory;
  } catch {
    throw new EmbeddedPostgresError(
      `${directory} appartient à un autre utilisateur : lancez Cairn comme la première fois, ou changez-en le propriétaire.`,
    );
  }
}

function ownedBy(user: ServerUser, directory: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chownSync(directory, user.uid, user.gid);
  return directory;
}

/** Anyone may write in that place, so a directory laid there beforehand by somebody else is refused. */
function makeShelter(binaries: Binaries): string {
  const checkout = binaries.root.slice(0, binaries.root.indexOf(`${path.sep}node_modules`));
  const shelter = path.join('/var/tmp', `cairn-${shortHash(checkout)}`);
  if (!existsSync(shelter)) mkdirSync(shelter, { mode: 0o755 });
  const found = lstatSync(shelter);
  if (!found.isDirectory() || found.uid !== 0) {
    throw new EmbeddedPostgresError(
      `${shelter} appartient à quelqu’un d’autre : supprimez-le, ou placez Cairn là où « postgres » peut entrer.`,
    );
  }
  return shelter;
}

/** Copied beside, then renamed: a copy cut short is never taken for a whole one. */
function copyBinaries(binaries: Binaries, shelter: string): string {
  const target = path.join(shelter, `postgresql-${binaries.version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true });
  if (existsSync(target)) rmSync(unfinished, { recursive: true, force: true });
  else renameSync(unfinished, target);
  return target;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
