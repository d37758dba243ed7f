import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { slotsSuite } from './slots.ts';

const file = fileURLToPath(new URL('../../../shared/cases/slots.json', import.meta.url));

describe.skipIf(!existsSync(file))('outside cases of slots (../shared/cases/slots.json)', () => {
  test('every case passes', () => {
    const results = slotsSuite(JSON.parse(readFileSync(file, 'utf8')), null);
    expect(results.filter((result) => !result.passed)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(102);
  });
});
