import { expect, test } from 'vitest';
import type { NetworkIdentity } from './identity.ts';
import { findIdentityProblems } from './identity.ts';

const SOUND: NetworkIdentity = {
  contactEmail: 'contact@somobilite.example',
  contactPhone: '+33536490000',
  controllerName: 'Info Jeunes Nouvelle-Aquitaine',
  wording: 'tu',
  colours: { warm: '#d9622b', cool: '#1f6f78' },
};

test.each<[Partial<NetworkIdentity>, string[]]>([
  [{}, []],
  [{ contactEmail: null, contactPhone: null }, []],
  [{ contactEmail: 'contact' }, ['contactEmail']],
  [{ contactEmail: 'Contact@somobilite.example' }, ['contactEmail']],
  [{ contactPhone: '0536490000' }, ['contactPhone']],
  [{ controllerName: ' ' }, ['controllerName']],
  [{ colours: { warm: 'orange', cool: '#1f6f78' } }, ['warm']],
  [{ colours: { warm: '#d9622b', cool: '#1F6F78' } }, ['cool']],
])('%j', (changes, expected) => {
  expect(findIdentityProblems({ ...SOUND, ...changes })).toEqual(expected);
});
