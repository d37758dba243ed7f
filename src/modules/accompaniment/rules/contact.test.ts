import { expect, test } from 'vitest';
import { speaksForFile } from './contact.ts';

test('what was typed later without proof does not speak for the file', () => {
  const contact = { channel: 'email', value: 'lea@exemple.fr' } as const;
  const at = Temporal.Instant.from('2026-11-02T10:00Z');
  expect(speaksForFile({ ...contact, origin: 'opening', verifiedAt: null })).toBe(true);
  expect(speaksForFile({ ...contact, origin: 'professional', verifiedAt: null })).toBe(true);
  expect(speaksForFile({ ...contact, origin: 'unproven', verifiedAt: null })).toBe(false);
  expect(speaksForFile({ ...contact, origin: 'unproven', verifiedAt: at })).toBe(true);
});
