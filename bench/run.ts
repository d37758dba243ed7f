import { pathToFileURL } from 'node:url';
import { keepsBound } from './measure.ts';
import type { Bench, Figure } from './measure.ts';

/** Each bench is the file of its name beside this one, that exports `bench`. Loaded only when asked for. */
const NAME = /^[a-z][a-z-]*$/;

async function load(name: string): Promise<Bench> {
  const file = new URL(`./${name}.ts`, pathToFileURL(`${import.meta.dirname}/`));
  const loaded = (await import(file.href)) as { readonly bench?: Bench };
  if (loaded.bench === undefined) throw new Error(`bench/${name}.ts exports no bench`);
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
  if (name === undefined || !NAME.test(name)) {
    console.error('usage: run.ts <name> [--json]');
    return 2;
  }
  const bench = await load(name);
  const figures = await bench();
  for (const figure of figures) {
    console.log(args.includes('--json') ? JSON.stringify(figure) : inWords(figure));
  }
  return figures.every(keepsBound) ? 0 : 1;
}

process.exitCode = await run(process.argv.slice(2));
