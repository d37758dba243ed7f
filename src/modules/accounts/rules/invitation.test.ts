import { describe, expect, test } from 'vitest';
import type { Actor, ProfessionalRole, Scope } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import { decideInvitation, INVITATION_MS, mayInvite } from './invitation.ts';
import type { MembershipCard } from './membership.ts';

const idOf = <Thing extends string>(n: number) =>
  `01890000-0000-7000-8000-00000000000${n}` as Id<Thing>;
const network = (n: number): Scope => ({ kind: 'network', networkId: idOf<'Network'>(n) });
const organisation = (n: number, o: number): Scope => ({
  kind: 'organisation',
  networkId: idOf<'Network'>(n),
  organisationId: idOf<'Organisation'>(o),
});
const place = (n: number, o: number): Scope => ({
  kind: 'place',
  networkId: idOf<'Network'>(n),
  organisationId: idOf<'Organisation'>(o),
  placeId: idOf<'Place'>(9),
});
const card = (role: ProfessionalRole, scope: Scope): MembershipCard => ({
  membershipId: idOf<'Membership'>(5),
  label: '',
  role,
  scope,
});
const actor = (role: ProfessionalRole, scope: Scope): Actor => ({
  kind: 'professional',
  personId: idOf<'Person'>(6),
  membershipId: idOf<'Membership'>(7),
  role,
  scope,
});

describe('who may invite', () => {
  test.each<[string, Actor, MembershipCard[], boolean]>([
    [
      'a coordinator, in the network',
      actor('coordinator', network(1)),
      [card('adviser', organisation(1, 2))],
      true,
    ],
    [
      'a coordinator, another coordinator',
      actor('coordinator', network(1)),
      [card('coordinator', network(1))],
      true,
    ],
    [
      'a coordinator, in another network',
      actor('coordinator', network(1)),
      [card('adviser', organisation(3, 2))],
      false,
    ],
    [
      'a coordinator, an administrator',
      actor('coordinator', network(1)),
      [card('adviser', organisation(1, 2)), card('administrator', { kind: 'installation' })],
      false,
    ],
    [
      'a manager, in the organisation',
      actor('manager', organisation(1, 2)),
      [card('adviser', organisation(1, 2))],
      true,
    ],
    [
      'a manager, at a place of it',
      actor('manager', organisation(1, 2)),
      [card('referent', place(1, 2))],
      true,
    ],
    [
      'a manager, in another organisation',
      actor('manager', organisation(1, 2)),
      [card('adviser', organisation(1, 3))],
      false,
    ],
    [
      'a manager, for another network',
      actor('manager', organisation(1, 2)),
      [card('adviser', organisation(3, 2))],
      false,
    ],
    [
      'a manager, a coordinator',
      actor('manager', organisation(1, 2)),
      [card('adviser', organisation(1, 2)), card('coordinator', network(1))],
      false,
    ],
    [
      'an adviser',
      actor('adviser', organisation(1, 2)),
      [card('adviser', organisation(1, 2))],
      false,
    ],
    ['a referent', actor('referent', place(1, 2)), [card('adviser', organisation(1, 2))], false],
    [
      'the administrator',
      actor('administrator', { kind: 'installation' }),
      [card('coordinator', network(3))],
      true,
    ],
    [
      'the administrator, someone without any role',
      actor('administrator', { kind: 'installation' }),
      [],
      false,
    ],
    [
      'the installation itself',
      { kind: 'system', job: 'import' },
      [card('adviser', organisation(1, 2))],
      true,
    ],
    ['a visitor', { kind: 'visitor' }, [card('adviser', organisation(1, 2))], false],
    [
      'someone unproven',
      { kind: 'unproven', personId: idOf<'Person'>(6) },
      [card('adviser', organisation(1, 2))],
      false,
    ],
  ])('%s', (...[, who, memberships, expected]) => {
    expect(mayInvite(who, memberships)).toBe(expected);
  });
});

describe('an invitation', () => {
  const sent = Temporal.Instant.from('2026-11-20T09:00:00Z');
  const expiresAt = sent.add({ milliseconds: INVITATION_MS });
  const open = { expiresAt, acceptedAt: null, revokedAt: null };

  test('serves until the last millisecond of its seventh day', () => {
    expect(decideInvitation(open, expiresAt.subtract({ milliseconds: 1 })).ok).toBe(true);
    expect(decideInvitation(open, expiresAt)).toEqual({ ok: false, refusal: 'expired' });
  });

  test('that was taken up, replaced or never sent is said so', () => {
    expect(decideInvitation({ ...open, acceptedAt: sent }, sent)).toEqual({
      ok: false,
      refusal: 'used',
    });
    expect(decideInvitation({ ...open, revokedAt: sent }, sent)).toEqual({
      ok: false,
      refusal: 'unknown',
    });
    expect(decideInvitation(null, sent)).toEqual({ ok: false, refusal: 'unknown' });
  });
});
