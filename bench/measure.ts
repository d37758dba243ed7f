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
 * 41 samples each after 15 unmeasured ones. A sample is the mean of `times` runs in a row.
 */
export function medianOfBoth(
  one: () => unknown,
  other: () => unknown,
  times = 1,
): readonly [number, number] {
  const samples: readonly [number[], number[]] = [[], []];
  for (let run = 0; run < WARM_UP_RUNS + RUNS; run += 1) {
    const took =
      run % 2 === 0
        ? [timed(one, times), timed(other, times)]
        : [timed(other, times), timed(one, times)].reverse();
    if (run < WARM_UP_RUNS) continue;
    samples[0].push(took[0] ?? 0);
    samples[1].push(took[1] ?? 0);
  }
  return [median(samples[0]), median(samples[1])];
}

function timed(work: () => unknown, times: number): number {
  const start = performance.now();
  for (let run = 0; run < times; run += 1) work();
  return (performance.now() - start) / times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
