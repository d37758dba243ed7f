import { describe, expect, test } from 'vitest';
import type { Id } from '#platform/kernel/id.ts';
import type { MembershipCard } from './membership.ts';
import {
  actorOf,
  FRESH_PROOF_MS,
  isProofFresh,
  isSecondFactorRecent,
  mayEnrol,
  PASSING_PROOF_MS,
  REMEMBERED_PROOF_MS,
} from './standing.ts';

const at = Temporal.Instant.from('2026-11-20T09:00:00Z');
const proof = { at, kind: 'totp' } as const;
const personId = '01890000-0000-7000-8000-000000000001' as Id<'Person'>;
const membership: MembershipCard = {
  membershipId: '01890000-0000-7000-8000-000000000002' as Id<'Membership'>,
  role: 'manager',
  label: 'Responsable, Guéret',
  scope: { kind: 'installation' },
};
const after = (milliseconds: number) => at.add({ milliseconds });

describe('a second factor', () => {
  test.each([
    [true, 0, true],
    [true, REMEMBERED_PROOF_MS - 1, true],
    [true, REMEMBERED_PROOF_MS, false],
    [false, PASSING_PROOF_MS - 1, true],
    [false, PASSING_PROOF_MS, false],
    // A clock set back: what is not yet is not recent.
    [true, -1, false],
  ])('remembered %s, %i ms after: %s', (remembered, elapsed, expected) => {
    expect(isSecondFactorRecent({ proof, remembered, now: after(elapsed) })).toBe(expected);
  });

  test('never given is never recent', () => {
    expect(isSecondFactorRecent({ proof: null, remembered: true, now: at })).toBe(false);
    expect(isProofFresh(null, at)).toBe(false);
  });

  test('shows recovery codes for ten minutes', () => {
    expect(isProofFresh(proof, after(FRESH_PROOF_MS - 1))).toBe(true);
    expect(isProofFresh(proof, after(FRESH_PROOF_MS))).toBe(false);
    expect(isProofFresh(proof, after(-1))).toBe(false);
  });
});

describe('who acts in a session', () => {
  const standing = {
    personId,
    membership,
    proof,
    remembered: true,
    now: after(1),
    space: 'professional',
  } as const;

  test('a professional with membership and recent second factor', () => {
    expect(actorOf(standing)).toEqual({
      kind: 'professional',
      personId,
      membershipId: membership.membershipId,
      role: 'manager',
      scope: { kind: 'installation' },
    });
  });

  test.each([
    ['without a second factor', { proof: null }],
    ['with an old one', { now: after(REMEMBERED_PROOF_MS) }],
    ['whose membership has ended, or is not chosen', { membership: null }],
  ])('unproven %s', (_case, change) => {
    expect(actorOf({ ...standing, ...change })).toEqual({ kind: 'unproven', personId });
  });

  test('in one’s own space a young person, whatever is proven', () => {
    expect(actorOf({ ...standing, space: 'own' })).toEqual({ kind: 'youth', personId });
    expect(actorOf({ ...standing, space: 'own', proof: null })).toEqual({
      kind: 'youth',
      personId,
    });
  });
});

describe('setting a second factor up', () => {
  const facts = { proof: null, remembered: false, now: at, enrolmentUntil: null };

  test('is open to who has no profession', () => {
    expect(mayEnrol({ ...facts, isProfessional: false })).toBe(true);
  });

  test.each([
    ['by nothing', {}, false],
    ['by an invitation', { enrolmentUntil: after(1) }, true],
    ['by an invitation that just ended', { enrolmentUntil: at }, false],
    ['by the one already given', { proof }, true],
  ])('to a professional %s', (_case, change, expected) => {
    expect(mayEnrol({ ...facts, ...change, isProfessional: true })).toBe(expected);
  });
});
