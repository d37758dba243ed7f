import { median } from './measure.ts';

const WARM_UP_TURNS = 5;
const TURNS = 31;

/** Does one sample of its work, answers its rate or its time. */
export type Sample = () => Promise<number>;

/** Median of 31 samples of each, in their order, after 5 unmeasured ones; they take turns, so that all meet the same machine. */
export async function mediansInTurn(samples: readonly Sample[]): Promise<readonly number[]> {
  const lanes = samples.map((sample) => ({ sample, seen: [] as number[] }));
  for (let turn = 0; turn < WARM_UP_TURNS + TURNS; turn += 1) {
    for (const { sample, seen } of turn % 2 === 0 ? lanes : lanes.toReversed()) {
      const value = await sample();
      if (turn >= WARM_UP_TURNS) seen.push(value);
    }
  }
  return lanes.map(({ seen }) => median(seen));
}
