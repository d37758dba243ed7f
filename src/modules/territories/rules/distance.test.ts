import { expect, it } from 'vitest';
import { distanceKm } from './distance.ts';

const gueret = { latitude: 46.1677, longitude: 1.8723 };
const bordeaux = { latitude: 44.8405, longitude: -0.5814 };

it('is nothing from a place to itself, and the same both ways', () => {
  expect(distanceKm(gueret, gueret)).toBe(0);
  expect(distanceKm(gueret, bordeaux)).toBeCloseTo(distanceKm(bordeaux, gueret), 9);
});

it.each([
  ['a quarter of a meridian', { latitude: 0, longitude: 0 }, { latitude: 90, longitude: 0 }, 10007.557],
  ['the antipodes', { latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }, 20015.115],
  ['across the date line', { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111.195],
])('%s', (_, from, to, km) => {
  expect(distanceKm(from, to)).toBeCloseTo(km, 2);
});

it('Guéret to Bordeaux is about 240 km as the crow flies', () => {
  expect(Math.round(distanceKm(gueret, bordeaux) / 10)).toBe(24);
});
