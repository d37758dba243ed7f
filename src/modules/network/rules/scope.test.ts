import { describe, expect, test } from 'vitest';
import type {
  Actor,
  MembershipId,
  NetworkId,
  OrganisationId,
  PersonId,
  PlaceId,
  ProfessionalRole,
  Scope,
} from '#platform/kernel/actor.ts';
import {
  mayAdminister,
  mayCoordinate,
  mayManageStaff,
  mayRegister,
  maySeeOrganisation,
  maySeeStructures,
} from './authority.ts';
import { scopeCovers } from './scope.ts';

const networkId = 'n1' as NetworkId;
const otherNetwork = 'n2' as NetworkId;
const organisationId = 'o1' as OrganisationId;
const otherOrganisation = 'o2' as OrganisationId;
const placeId = 'p1' as PlaceId;
const otherPlace = 'p2' as PlaceId;

const installation: Scope = { kind: 'installation' };
const ofNetwork: Scope = { kind: 'network', networkId };
const ofOrganisation: Scope = { kind: 'organisation', networkId, organisationId };
const ofPlace: Scope = { kind: 'place', networkId, organisationId, placeId };

describe('what a scope covers', () => {
  test.each([
    [installation, { networkId: otherNetwork }, true],
    [ofNetwork, { networkId, organisationId, placeId }, true],
    [ofNetwork, { networkId: otherNetwork, organisationId }, false],
    [ofOrganisation, { networkId, organisationId }, true],
    [ofOrganisation, { networkId, organisationId, placeId: otherPlace }, true],
    [ofOrganisation, { networkId }, false],
    [ofOrganisation, { networkId, organisationId: otherOrganisation }, false],
    [ofOrganisation, { networkId: otherNetwork, organisationId }, false],
    [ofPlace, { networkId, organisationId, placeId }, true],
    [ofPlace, { networkId, organisationId, placeId: otherPlace }, false],
    [ofPlace, { networkId, organisationId: otherOrganisation, placeId }, false],
    [ofPlace, { networkId, organisationId }, false],
  ])('%j, %j: %s', (scope, target, covered) => {
    expect(scopeCovers(scope, target)).toBe(covered);
  });
});

function actor(role: ProfessionalRole, scope: Scope): Actor {
  return {
    kind: 'professional',
    personId: 'x' as PersonId,
    membershipId: 'm' as MembershipId,
    role,
    scope,
  };
}

const target = { networkId, organisationId };

describe('who may', () => {
  test.each<[string, Actor, readonly boolean[]]>([
    //                                                        administer coordinate register staff see structures
    ['the installation', { kind: 'system', job: 'demo' }, [true, true, true, true, true, true]],
    [
      'an administrator',
      actor('administrator', installation),
      [true, true, true, true, true, true],
    ],
    ['the coordinator', actor('coordinator', ofNetwork), [false, true, true, true, true, true]],
    [
      'a coordinator of another network',
      actor('coordinator', { kind: 'network', networkId: otherNetwork }),
      [false, false, true, false, false, false],
    ],
    ['the manager', actor('manager', ofOrganisation), [false, false, false, true, true, false]],
    [
      'a manager of another structure',
      actor('manager', { ...ofOrganisation, organisationId: otherOrganisation }),
      [false, false, false, false, false, false],
    ],
    ['a site referent', actor('referent', ofPlace), [false, false, false, false, true, true]],
    [
      'an adviser of the structure',
      actor('adviser', ofOrganisation),
      [false, false, false, false, false, false],
    ],
    [
      'a young person',
      { kind: 'youth', personId: 'y' as PersonId },
      [false, false, false, false, false, false],
    ],
    ['a visitor', { kind: 'visitor' }, [false, false, false, false, false, false]],
  ])('%s', (_, who, expected) => {
    expect([
      mayAdminister(who),
      mayCoordinate(who, networkId),
      mayRegister(who),
      mayManageStaff(who, target),
      maySeeOrganisation(who, target),
      maySeeStructures(who, networkId),
    ]).toEqual(expected);
  });
});
