import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

import { EmbeddedPostgresError } from './binaries.ts';

/** Whom the server runs as. PostgreSQL refuses root, so root lends it the system's `postgres` user. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined when the person who starts Cairn is not root: the server then runs as that person. */
export function findServerUser(): ServerUser | undefined {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined;
  const existing = lookUp('postgres');
  if (existing) return existing;
  createSystemUser();
  const created = lookUp('postgres');
  if (created) return created;
  throw new EmbeddedPostgresError(
    'Lancé par root, Cairn n’a pas pu créer l’utilisateur système « postgres » : créez-le, ou lancez Cairn sans root.',
  );
}

/** Whether that user may go into `directory`, by asking as that user: modes, groups and ACLs all count. */
export function canEnter(user: ServerUser, directory: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -r .', 'sh', directory], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return asked.status === 0;
}

function lookUp(name: string): ServerUser | undefined {
  const uid = numberFrom(['-u', name]);
  const gid = numberFrom(['-g', name]);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function numberFrom(args: readonly string[]): number | undefined {
  const answer = spawnSync('id', args, { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

/** `useradd` is Debian's and Fedora's, `adduser -S` is Alpine's. */
function createSystemUser(): void {
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', 'postgres'],
    { stdio: 'ignore' },
  );
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', 'postgres'], { stdio: 'ignore' });
}
