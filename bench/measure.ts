/** One figure that the project claims, as printed. `bound` is on `ratio`: at most it when lower is better, at least it when higher is. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly against: string;
  readonly reference: number;
  readonly ratio: number;
  readonly bound: number;
  readonly better: 'lower' | 'higher';
}

/** A bench answers its figures; one that could not check that both sides agree throws. */
export type Bench = () => readonly Figure[] | Promise<readonly Figure[]>;

export function keepsBound(figure: Figure): boolean {
  return figure.better === 'lower' ? figure.ratio <= figure.bound : figure.ratio >= figure.bound;
}

const WARM_UP_RUNS = 15;
const RUNS = 41;

/**
 * Median milliseconds of each of two ways of doing the same thing, run turn and turn about so that both meet the same machine;
 * 41 runs each after 15 unmeasured ones.
 */
export function medianOfBoth(one: () => unknown, other: () => unknown): readonly [number, number] {
  const times: readonly [number[], number[]] = [[], []];
  for (let run = 0; run < WARM_UP_RUNS + RUNS; run += 1) {
    const took = run % 2 === 0 ? [timed(one), timed(other)] : [timed(other), timed(one)].reverse();
    if (run < WARM_UP_RUNS) continue;
    times[0].push(took[0] ?? 0);
    times[1].push(took[1] ?? 0);
  }
  return [median(times[0]), median(times[1])];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
