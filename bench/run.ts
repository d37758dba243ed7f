import { existsSync } from 'node:fs';
import { keepsBound } from './measure.ts';
import type { Bench, Figure } from './measure.ts';

/** Each bench is the file of its name beside this one, that exports `bench`. Loaded only when asked for. */
const NAME = /^[a-z][a-z-]*$/;

async function load(name: string): Promise<Bench | undefined> {
  const file = new URL(`${name}.ts`, import.meta.url);
  if (!NAME.test(name) || !existsSync(file)) return undefined;
  const loaded = (await import(file.href)) as { readonly bench?: Bench };
  return loaded.bench;
}

function inWords(figure: Figure): string {
  const verdict = keepsBound(figure) ? 'kept' : 'BROKEN';
  const { name, value, unit, ratio, against, reference, bound } = figure;
  return `${name}: ${value} ${unit}, ${ratio} × ${against} (${reference}), bound ${bound}: ${verdict}`;
}

/** `run.ts <name> [--json]`: prints the figures; exits 1 when a bound is broken, 2 when there is no such bench. */
async function run(args: readonly string[]): Promise<number> {
  const name = args.find((arg) => !arg.startsWith('--'));
  const bench = name === undefined ? undefined : await load(name);
  if (bench === undefined) {
    console.error(`usage: run.ts <name> [--json]; there is no bench ${name ?? 'without a name'}`);
    return 2;
  }
  const figures = await bench();
  for (const figure of figures) {
    console.log(args.includes('--json') ? JSON.stringify(figure) : inWords(figure));
  }
  return figures.every(keepsBound) ? 0 : 1;
}

process.exitCode = await run(process.argv.slice(2));
