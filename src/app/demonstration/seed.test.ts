import { expect, test } from 'vitest';
import { chanceOf } from './seed.ts';

test('the same name gives the same choices, another name others', () => {
  const draw = (name: string) => {
    const chance = chanceOf(name);
    return Array.from({ length: 20 }, () => chance.below(1000));
  };
  expect(draw('guéret')).toEqual(draw('guéret'));
  expect(draw('guéret')).not.toEqual(draw('limoges'));
});

test('shares come out as asked; an empty list is refused', () => {
  const chance = chanceOf('a');
  const times = Array.from({ length: 4000 }, () => chance.happens(0.25)).filter(Boolean).length;
  expect(times).toBeGreaterThan(900);
  expect(times).toBeLessThan(1100);
  expect(chance.happens(0)).toBe(false);
  expect(chance.happens(1)).toBe(true);
  expect(() => chance.pick([])).toThrow();
});
