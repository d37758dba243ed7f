// Builds what is stale: the browser's files into dist/browser, the server into dist/server.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const SOURCES = ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'bin/build.mjs'];
const TARGETS = [
  { name: 'pages', config: 'vite.config.ts', output: 'dist/browser/.vite/manifest.json' },
  { name: 'serveur', config: 'vite.server.config.ts', output: 'dist/server/main.js' },
];

/** Builds each part whose sources changed since it was built; throws when one does not build. */
export function ensureBuilt({ quiet = false, force = false } = {}) {
  for (const target of TARGETS) {
    const print = fingerprint([...SOURCES, target.config]);
    const stamp = path.join(root, 'dist', `.${target.config}.built`);
    const output = path.join(root, target.output);
    const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === print && existsSync(output);
    if (fresh && !force) continue;
    if (!quiet) console.log(`Cairn : construction (${target.name})…`);
    rmSync(stamp, { force: true });
    build(target);
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, print);
  }
}

function build(target) {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', target.config, '--logLevel', 'warn'];
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (done.signal === 'SIGINT') process.exit(130);
  const said = `${done.stdout}${done.stderr}`.trim();
  if (done.status !== 0) throw new Error(`la construction (${target.name}) a échoué.\n${said}`);
  if (said) console.warn(said);
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of listFiles(path.join(root, source))) {
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function listFiles(place) {
  if (!existsSync(place)) return [];
  if (path.extname(place)) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureBuilt({ force: process.argv.includes('--force') });
  } catch (error) {
    console.error(`Cairn : ${error.message}`);
    process.exit(1);
  }
}
