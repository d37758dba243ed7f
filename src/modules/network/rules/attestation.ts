/** SM-42 to SM-44: what the structure attests of its room, item by item. */
export interface RoomItems {
  readonly isolatedRoom: boolean;
  readonly confidential: boolean;
  readonly computer: boolean;
  readonly internet: boolean;
  readonly webcam: boolean;
  readonly microphone: boolean;
  /** The only one that is optional (SM-43). */
  readonly speakers: boolean;
}

export interface RoomAttestation extends RoomItems {
  readonly attestedAt: Temporal.Instant;
  /** Last local day on which it counts. */
  readonly validUntil: Temporal.PlainDate;
}

export const REQUIRED_ROOM_ITEMS = [
  'isolatedRoom',
  'confidential',
  'computer',
  'internet',
  'webcam',
  'microphone',
] as const satisfies readonly (keyof RoomItems)[];

export type AttestationStanding =
  | { readonly kind: 'missing' }
  | { readonly kind: 'incomplete'; readonly lacking: readonly (keyof RoomItems)[] }
  | { readonly kind: 'expired'; readonly validUntil: Temporal.PlainDate }
  | { readonly kind: 'valid'; readonly validUntil: Temporal.PlainDate };

/** The standing on a local day of the latest attestation of an organisation for a place. */
export function attestationStanding(
  attestations: readonly RoomAttestation[],
  day: Temporal.PlainDate,
): AttestationStanding {
  const latest = attestations.toSorted((a, b) =>
    Temporal.Instant.compare(b.attestedAt, a.attestedAt),
  )[0];
  if (!latest) return { kind: 'missing' };
  const lacking = REQUIRED_ROOM_ITEMS.filter((item) => !latest[item]);
  if (lacking.length > 0) return { kind: 'incomplete', lacking };
  const { validUntil } = latest;
  return Temporal.PlainDate.compare(day, validUntil) <= 0
    ? { kind: 'valid', validUntil }
    : { kind: 'expired', validUntil };
}
