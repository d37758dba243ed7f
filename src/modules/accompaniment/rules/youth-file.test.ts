import { expect, test } from 'vitest';
import type { NetworkId } from '#platform/kernel/actor.ts';
import type { YouthSaid } from './youth-file.ts';
import { decideOpening } from './youth-file.ts';

const today = Temporal.PlainDate.from('2026-11-02');

function said(changes: Partial<YouthSaid> = {}): YouthSaid {
  return {
    networkId: 'n' as NetworkId,
    firstName: 'Léa',
    birthDate: Temporal.PlainDate.from('2009-03-10'),
    communeCode: '23096',
    accessNeeds: null,
    contacts: [{ channel: 'email', value: 'lea@exemple.fr' }],
    guardian: null,
    underFifteenConsent: true,
    ...changes,
  };
}

const young = Temporal.PlainDate.from('2011-11-03');
const guardian = { name: 'Claire Faure', contact: 'claire@exemple.fr' };

test.each<[string, Partial<YouthSaid>, string]>([
  ['17 years old', {}, 'yes'],
  ['no contact', { contacts: [] }, 'no-contact'],
  ['born today', { birthDate: today, guardian }, 'yes'],
  ['born tomorrow', { birthDate: today.add({ days: 1 }), guardian }, 'not-born'],
  ['15 tomorrow, alone', { birthDate: young }, 'guardian-needed'],
  ['15 tomorrow, with a parent', { birthDate: young, guardian }, 'yes'],
  ['15 today, alone', { birthDate: today.subtract({ years: 15 }) }, 'yes'],
  [
    '15 tomorrow, network that does not ask',
    { birthDate: young, underFifteenConsent: false },
    'yes',
  ],
])('%s: %s', (_, changes, answer) => {
  const decision = decideOpening(said(changes), today);
  expect(decision.ok ? 'yes' : decision.refusal).toBe(answer);
});
