import type { Network } from './network.ts';

/** What the site of a network says of itself and how it looks; its name and address are the installation's to give. */
export type NetworkIdentity = Pick<
  Network,
  'contactEmail' | 'contactPhone' | 'controllerName' | 'wording' | 'colours'
>;

export type IdentityProblem = 'contactEmail' | 'contactPhone' | 'controllerName' | 'warm' | 'cool';

const COLOUR = /^#[0-9a-f]{6}$/;

/** The parts that cannot be kept; empty when the whole can. Contrast is not one: pages adjust a colour until it reads well. */
export function findIdentityProblems(identity: NetworkIdentity): readonly IdentityProblem[] {
  const { contactEmail, contactPhone, controllerName, colours } = identity;
  const checks: readonly (readonly [IdentityProblem, boolean])[] = [
    [
      'contactEmail',
      contactEmail === null || /^[^\s@A-Z]+@[^\s@A-Z]+\.[^\s@A-Z]+$/.test(contactEmail),
    ],
    ['contactPhone', contactPhone === null || /^\+[1-9]\d{5,14}$/.test(contactPhone)],
    ['controllerName', controllerName.trim() !== ''],
    ['warm', COLOUR.test(colours.warm)],
    ['cool', COLOUR.test(colours.cool)],
  ];
  return checks.flatMap(([part, holds]) => (holds ? [] : [part]));
}
