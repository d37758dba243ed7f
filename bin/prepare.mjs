// Runs before anything is installed, on whatever Node the machine has: plain JavaScript, no dependency, no syntax that
// an old Node refuses before it could be told that it is too old.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const lock = path.join(root, 'package-lock.json');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.cairn-installed');

/** What decides the content of node_modules: the lock, and what the manifest says about dependencies. */
function fingerprint() {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = manifest;
  return createHash('sha256')
    .update(existsSync(lock) ? readFileSync(lock) : '')
    .update(
      JSON.stringify([
        dependencies,
        devDependencies,
        optionalDependencies,
        overrides,
        allowScripts,
        process.platform,
        process.arch,
      ]),
    )
    .digest('hex');
}

function isInstalled() {
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint() &&
    existsSync(path.join(modules, 'vite', 'package.json')) &&
    pinnedNodeWorks()
  );
}

/** The pinned Node comes by an install script, which a machine's own npm settings may have skipped. */
function pinnedNodeWorks() {
  const program = path.join(
    modules,
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** `npm run` puts the pinned Node first; an install that replaces it must not run on it. */
function machinePath() {
  return (process.env.PATH || process.env.Path || '')
    .split(path.delimiter)
    .filter((entry) => !entry.endsWith(path.join('node_modules', '.bin')))
    .join(path.delimiter);
}

function install() {
  const verb = existsSync(lock) ? 'ci' : 'install';
  const began = Date.now();
  console.log('Cairn : installation des paquets (une à deux minutes la première fois)…');
  const done = spawnSync(
    'npm',
    [verb, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: { ...process.env, PATH: machinePath(), npm_config_ignore_scripts: 'false' },
    },
  );
  if (done.signal === 'SIGINT') process.exit(130);
  if (done.error) fail(`npm est introuvable (${done.error.message}).`);
  if (done.status !== 0) {
    fail(`« npm ${verb} » a échoué : ${reasonIn(done.stderr)} (pour tout lire : npm ${verb}).`);
  }
  if (!pinnedNodeWorks()) {
    fail(
      'le paquet « node » ne s’est pas installé : vérifiez l’accès au registre npm, puis relancez.',
    );
  }
  writeFileSync(stamp, fingerprint());
  console.log(`Cairn : paquets installés en ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** The line of npm's report that says what happened, without its stack and its codes. */
function reasonIn(report) {
  const lines = report
    .split('\n')
    .filter((line) => line.startsWith('npm error '))
    .map((line) => line.slice('npm error '.length).trim())
    .filter((line) => line && !/^(code|syscall|errno|path|at|command)\b/.test(line));
  return lines[0] || 'sans dire pourquoi';
}

function fail(reason) {
  console.error(`Cairn : ${reason}`);
  process.exit(1);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE) {
  fail(`Node ${OLDEST_NODE} ou plus récent est nécessaire, celui-ci est ${process.version}.`);
}
if (process.argv.includes('--stamp')) {
  // After an install made by hand or by a server of continuous integration.
  if (existsSync(modules)) writeFileSync(stamp, fingerprint());
} else if (!isInstalled()) {
  install();
}
