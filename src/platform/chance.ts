import { createHash, randomBytes, randomInt, randomUUIDv7 } from 'node:crypto';
import type { Id } from './kernel/id.ts';

/** UUIDv7: ordered by time of creation, so that an index grows at its end. */
export function newId<Thing extends string>(): Id<Thing> {
  return randomUUIDv7() as Id<Thing>;
}

/** 192 bits in base64url: a private link's secret. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** SHA-256 in hexadecimal: how tokens stand in the database. They are random enough to need no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A short code that a person can dictate: digits and letters that are not mistaken for each other. */
export function newIncidentNumber(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
