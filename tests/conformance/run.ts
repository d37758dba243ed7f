import { readFileSync } from 'node:fs';
import { slotsSuite } from './slots.ts';
import { UnknownForm } from './suite.ts';
import type { Suite } from './suite.ts';

/** One line per suite of outside cases. */
const SUITES: Readonly<Record<string, Suite>> = {
  slots: slotsSuite,
};

/** Answers what the process must exit with: 0 all passed, 1 some failed, 2 nothing could be run. */
function run([name, file, rulesFile]: readonly string[]): number {
  const suite = name === undefined ? undefined : SUITES[name];
  if (suite === undefined || file === undefined) {
    console.error(`usage: run.ts <${Object.keys(SUITES).join('|')}> <file> [<rules file>]`);
    return 2;
  }
  try {
    const results = suite(readJson(file), rulesFile === undefined ? null : readJson(rulesFile));
    const failed = results.filter((result) => !result.passed);
    for (const { id, expected, got } of failed)
      console.log(`${id}: expected ${expected}, got ${got}`);
    console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
    return failed.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnknownForm)) throw error;
    console.error(error.message);
    return 2;
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UnknownForm(`${file} cannot be read: ${String(error)}`);
  }
}

process.exitCode = run(process.argv.slice(2));
