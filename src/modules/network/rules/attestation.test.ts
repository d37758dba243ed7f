import { expect, test } from 'vitest';
import type { RoomAttestation } from './attestation.ts';
import { REQUIRED_ROOM_ITEMS, attestationStanding } from './attestation.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

function attestation(changes: Partial<RoomAttestation> = {}): RoomAttestation {
  return {
    isolatedRoom: true,
    confidential: true,
    computer: true,
    internet: true,
    webcam: true,
    microphone: true,
    speakers: false,
    attestedAt: Temporal.Instant.from('2026-01-05T09:00Z'),
    validUntil: day('2026-12-31'),
    ...changes,
  };
}

test('none; whole until its last day; then expired', () => {
  expect(attestationStanding([], day('2026-12-31')).kind).toBe('missing');
  expect(attestationStanding([attestation()], day('2026-12-31')).kind).toBe('valid');
  expect(attestationStanding([attestation()], day('2027-01-01')).kind).toBe('expired');
});

test.each(REQUIRED_ROOM_ITEMS)(
  'without %s it is not whole (SM-42 to SM-44); speakers are optional',
  (item) => {
    expect(attestationStanding([attestation({ [item]: false })], day('2026-06-01'))).toEqual({
      kind: 'incomplete',
      lacking: [item],
    });
  },
);

test('the latest counts, whatever the order', () => {
  const renewed = attestation({
    attestedAt: Temporal.Instant.from('2027-01-05T09:00Z'),
    validUntil: day('2027-12-31'),
  });
  for (const list of [
    [attestation(), renewed],
    [renewed, attestation()],
  ]) {
    expect(attestationStanding(list, day('2027-12-31')).kind).toBe('valid');
  }
});
