import { describe, expect, test } from 'vitest';
import type {
  Actor,
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
  Scope,
} from '#platform/kernel/actor.ts';
import type { MembershipId } from '#platform/kernel/actor.ts';
import { interviewAccess, reachOf } from './interview-access.ts';

const networkId = 'network' as NetworkId;
const organisationId = 'organisation' as OrganisationId;
const placeId = 'place' as PlaceId;
const lea = 'lea' as PersonId;
const target = { networkId, organisationId, personId: lea, placeId };

function who(
  role: Extract<Actor, { kind: 'professional' }>['role'],
  scope: Scope,
  personId: PersonId = 'someone' as PersonId,
): Actor {
  return { kind: 'professional', personId, membershipId: 'm' as MembershipId, role, scope };
}

const network: Scope = { kind: 'network', networkId };
const organisation: Scope = { kind: 'organisation', networkId, organisationId };
const place: Scope = { kind: 'place', networkId, organisationId, placeId };
const otherNetwork = 'other' as NetworkId;
const otherOrganisation = 'other' as OrganisationId;

describe('who sees an interview, and who acts on it', () => {
  test.each<[string, Actor, string]>([
    ['its adviser', who('adviser', organisation, lea), 'act'],
    [
      'its adviser, who acts for another structure of the network',
      who('adviser', { ...organisation, organisationId: otherOrganisation }, lea),
      'act',
    ],
    [
      'its adviser, who acts in another network',
      who('adviser', { ...organisation, networkId: otherNetwork }, lea),
      'none',
    ],
    ['a colleague', who('adviser', organisation), 'none'],
    ['the manager', who('manager', organisation), 'act'],
    [
      'another structure’s manager',
      who('manager', { ...organisation, organisationId: otherOrganisation }),
      'none',
    ],
    ['the coordinator', who('coordinator', network), 'act'],
    [
      'another network’s coordinator',
      who('coordinator', { ...network, networkId: otherNetwork }),
      'none',
    ],
    ['the site’s referent', who('referent', place), 'read'],
    ['another site’s referent', who('referent', { ...place, placeId: 'other' as PlaceId }), 'none'],
    ['an administrator', who('administrator', { kind: 'installation' }), 'none'],
    ['a job of the installation', { kind: 'system', job: 'tests' }, 'act'],
    ['a visitor', { kind: 'visitor' }, 'none'],
    ['a young person', { kind: 'youth', personId: lea }, 'none'],
    ['one whose second factor is not done', { kind: 'unproven', personId: lea }, 'none'],
  ])('%s', (_, actor, access) => {
    expect(interviewAccess(actor, target)).toBe(access);
  });

  test('at a distance it belongs to every place of its structure', () => {
    const remote = { ...target, placeId: null };
    expect(
      interviewAccess(who('referent', { ...place, placeId: 'other' as PlaceId }), remote),
    ).toBe('read');
    expect(
      interviewAccess(who('referent', { ...place, organisationId: otherOrganisation }), remote),
    ).toBe('none');
  });

  test('what a list asks for', () => {
    expect(reachOf(who('adviser', organisation, lea))).toEqual({ networkId, personId: lea });
    expect(reachOf(who('manager', organisation))).toEqual({ networkId, organisationId });
    expect(reachOf(who('referent', place))).toEqual({ networkId, organisationId, placeId });
    expect(reachOf(who('coordinator', network))).toEqual({ networkId });
    expect(reachOf(who('administrator', { kind: 'installation' }))).toBeNull();
  });
});
