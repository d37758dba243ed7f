/** WGS 84, decimal degrees. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** Mean radius of the Earth (IUGG), in kilometres. */
const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance in kilometres (haversine): as the crow flies, not by road. */
export function distanceKm(a: Point, b: Point): number {
  const northward = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const eastward = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const chord =
    northward + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * eastward;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
