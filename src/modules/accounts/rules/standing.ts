import type { Actor, PersonId } from '#platform/kernel/actor.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/kernel/time.ts';
import type { MembershipCard } from './membership.ts';

export type SecondFactorKind = 'totp' | 'passkey' | 'recovery-code' | 'demonstration';

export interface SecondFactorProof {
  readonly at: Temporal.Instant;
  readonly kind: SecondFactorKind;
}

/** On a device that its owner asked to be remembered, the second factor is asked again every 30 days. */
export const REMEMBERED_PROOF_MS = 30 * DAY_MS;
/** Elsewhere it holds for a working day. */
export const PASSING_PROOF_MS = 12 * HOUR_MS;

interface ProofFacts {
  readonly proof: SecondFactorProof | null;
  readonly remembered: boolean;
  /** The system's clock: sign-in never follows the demonstration's. */
  readonly now: Temporal.Instant;
}

/** Whether the second factor given in this session still opens a professional membership. */
export function isSecondFactorRecent({ proof, remembered, now }: ProofFacts): boolean {
  if (!proof) return false;
  const age = now.epochMilliseconds - proof.at.epochMilliseconds;
  return age >= 0 && age < (remembered ? REMEMBERED_PROOF_MS : PASSING_PROOF_MS);
}

/** Recovery codes are shown, or replaced, only just after the second factor was given. */
export const FRESH_PROOF_MS = 10 * MINUTE_MS;

export function isProofFresh(proof: SecondFactorProof | null, now: Temporal.Instant): boolean {
  if (!proof) return false;
  const age = now.epochMilliseconds - proof.at.epochMilliseconds;
  return age >= 0 && age < FRESH_PROOF_MS;
}

export interface Standing extends ProofFacts {
  readonly personId: PersonId;
  readonly space: 'own' | 'professional';
  /** The membership that the session took up, read again from its owner; null when none is, or it has ended. */
  readonly membership: MembershipCard | null;
}

/**
 * Who acts in a session. One's own space needs no second factor; a professional membership is never opened by a link or
 * a password alone (design §5).
 */
export function actorOf(standing: Standing): Actor {
  const { personId, space, membership } = standing;
  if (space === 'own') return { kind: 'youth', personId };
  if (!membership || !isSecondFactorRecent(standing)) return { kind: 'unproven', personId };
  return {
    kind: 'professional',
    personId,
    membershipId: membership.membershipId,
    role: membership.role,
    scope: membership.scope,
  };
}

interface EnrolmentFacts extends ProofFacts {
  readonly enrolmentUntil: Temporal.Instant | null;
  /** A professional's first factor is opened by an invitation only: a mailbox alone must not be enough to replace it. */
  readonly isProfessional: boolean;
}

/** Whether this session may set up a new second factor (an application, a passkey). */
export function mayEnrol({
  enrolmentUntil,
  isProfessional,
  proof,
  remembered,
  now,
}: EnrolmentFacts): boolean {
  if (!isProfessional || isSecondFactorRecent({ proof, remembered, now })) return true;
  return enrolmentUntil !== null && Temporal.Instant.compare(now, enrolmentUntil) < 0;
}
