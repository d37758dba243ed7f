/** Choices that look like chance and are the same at each loading. */
export interface Chance {
  /** 0 … below `count`. */
  below(count: number): number;
  /** True that share of the time (0 to 1). */
  happens(share: number): boolean;
  /** Throws on an empty list. */
  pick<Item>(items: readonly Item[]): Item;
}

/** The same name gives the same choices, in the same order. */
export function chanceOf(name: string): Chance {
  let state = seedOf(name);
  // mulberry32: small, and good enough for choosing who comes when.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    happens: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

function seedOf(name: string): number {
  let sum = 2_166_136_261;
  for (const letter of name) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return sum | 0;
}
