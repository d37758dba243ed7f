import { expect, test } from 'vitest';
import type { NamedMembership } from './membership.ts';
import { membershipHolds, roleFitsScope } from './membership.ts';

function membership(zone: string): NamedMembership {
  return {
    id: 'm' as NamedMembership['id'],
    personId: 'p' as NamedMembership['personId'],
    role: 'coordinator',
    scope: { kind: 'installation' },
    title: null,
    from: Temporal.PlainDate.from('2026-09-01'),
    until: Temporal.PlainDate.from('2026-09-30'),
    zone,
    networkSlug: null,
    networkName: null,
    organisationName: null,
    placeName: null,
  };
}

test('a role holds on the local days of its network', () => {
  const paris = membership('Europe/Paris');
  expect(membershipHolds(paris, Temporal.Instant.from('2026-08-31T21:59Z'))).toBe(false);
  expect(membershipHolds(paris, Temporal.Instant.from('2026-08-31T22:00Z'))).toBe(true);
  expect(membershipHolds(paris, Temporal.Instant.from('2026-09-30T21:59Z'))).toBe(true);
  expect(membershipHolds(paris, Temporal.Instant.from('2026-09-30T22:00Z'))).toBe(false);
  expect(
    membershipHolds(membership('Indian/Reunion'), Temporal.Instant.from('2026-08-31T20:00Z')),
  ).toBe(true);
});

test('each role has its scopes', () => {
  const ids = { networkId: 'n', organisationId: 'o', placeId: 'p' } as never as {
    networkId: never;
    organisationId: never;
    placeId: never;
  };
  const scopes = [
    { kind: 'installation' },
    { kind: 'network', ...ids },
    { kind: 'organisation', ...ids },
    { kind: 'place', ...ids },
  ] as const;
  const fits = (role: Parameters<typeof roleFitsScope>[0]) =>
    scopes.map((scope) => roleFitsScope(role, scope));
  expect(fits('administrator')).toEqual([true, false, false, false]);
  expect(fits('coordinator')).toEqual([false, true, false, false]);
  expect(fits('manager')).toEqual([false, false, true, false]);
  expect(fits('referent')).toEqual([false, false, true, true]);
  expect(fits('adviser')).toEqual([false, false, true, true]);
});
