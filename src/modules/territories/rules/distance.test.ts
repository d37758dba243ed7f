import { expect, it } from 'vitest';
import { distanceKm } from './distance.ts';

const gueret = { latitude: 46.1677, longitude: 1.8723 };
const bordeaux = { latitude: 44.8405, longitude: -0.5814 };

it('is nothing from a place to itself, and the same both ways', () => {
  expect(distanceKm(gueret, gueret)).toBe(0);
  expect(distanceKm(gueret, bordeaux)).toBeCloseTo(distanceKm(bordeaux, gueret), 9);
});

const origin = { latitude: 0, longitude: 0 };

it.each([
  {
    of: 'a quarter of a meridian',
    from: origin,
    to: { latitude: 90, longitude: 0 },
    km: 10007.557,
  },
  { of: 'half the equator', from: origin, to: { latitude: 0, longitude: 180 }, km: 20015.115 },
  {
    of: 'a degree across the date line',
    from: { latitude: 0, longitude: 179.5 },
    to: { latitude: 0, longitude: -179.5 },
    km: 111.195,
  },
])('$of', ({ from, to, km }) => {
  expect(distanceKm(from, to)).toBeCloseTo(km, 2);
});

it('Guéret to Bordeaux is about 240 km as the crow flies', () => {
  expect(Math.round(distanceKm(gueret, bordeaux) / 10)).toBe(24);
});
