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

/** Something to time; a sample is the mean of `times` runs in a row, so that short and long work make samples of like length. */
export interface Contestant {
  readonly run: () => unknown;
  readonly times: number;
}

/**
 * Median milliseconds of one run of each, in their order. They take turns, in one direction then in the other, so that all meet
 * the same machine; 41 samples each after 15 unmeasured ones.
 */
export function mediansOf(contestants: readonly Contestant[]): readonly number[] {
  const lanes = contestants.map((contestant) => ({ contestant, samples: [] as number[] }));
  for (let round = 0; round < WARM_UP_RUNS + RUNS; round += 1) {
    for (const { contestant, samples } of round % 2 === 0 ? lanes : lanes.toReversed()) {
      const took = timed(contestant);
      if (round >= WARM_UP_RUNS) samples.push(took);
    }
  }
  return lanes.map(({ samples }) => median(samples));
}

function timed({ run, times }: Contestant): number {
  const start = performance.now();
  for (let turn = 0; turn < times; turn += 1) run();
  return (performance.now() - start) / times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
