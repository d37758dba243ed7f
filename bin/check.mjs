// Every check and every test, to the end even after a failure; the last line counts them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = path.join(root, 'node_modules');
const report = path.join(root, 'test-results', 'vitest.json');

const CHECKS = [
  ['types', [path.join(bin, 'typescript', 'bin', 'tsc')]],
  ['lint', [path.join(bin, 'oxlint', 'bin', 'oxlint'), '--type-aware', '--quiet']],
  ['format', [path.join(bin, 'oxfmt', 'bin', 'oxfmt'), '--check', '.']],
  ['frontières', ['tests/checks/run-borders.ts']],
  ['code inutilisé', [path.join(bin, 'knip', 'bin', 'knip.js'), '--no-progress']],
  ['construction', ['bin/build.mjs']],
];

/** One at a time: two cores, and messages that stay together. */
function run(args, extra = {}) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...extra },
  });
}

function stopIfInterrupted(done) {
  if (done.signal === 'SIGINT' || done.status === 130) process.exit(130);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

let passed = 0;
const failures = [];

for (const [name, args] of CHECKS) {
  const began = Date.now();
  const done = run(args);
  stopIfInterrupted(done);
  console.log(`${done.status === 0 ? '✓' : '✗'} ${name} (${seconds(began)})`);
  if (done.status === 0) passed += 1;
  else failures.push(name);
}

rmSync(report, { force: true });
mkdirSync(path.dirname(report), { recursive: true });
const began = Date.now();
const tests = run([
  path.join(bin, 'vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
stopIfInterrupted(tests);
countTests(tests.status);
console.log(`${tests.status === 0 ? '✓' : '✗'} tests (${seconds(began)})`);

if (failures.length > 0) console.log(`\nEn échec : ${failures.join(', ')}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** A file that does not even load has no failed test of its own, and neither has a broken setup: each counts for one. */
function countTests(status) {
  const before = failures.length;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    for (const file of result.testResults) {
      const failed = file.assertionResults.filter((test) => test.status === 'failed');
      failures.push(...failed.map((test) => test.fullName));
      if (file.status === 'failed' && failed.length === 0)
        failures.push(path.relative(root, file.name));
    }
    if (result.numPassedTests === 0) failures.push('aucun test');
  } catch {
    failures.push('rapport de Vitest absent');
  }
  if (status !== 0 && failures.length === before) failures.push('Vitest');
}
