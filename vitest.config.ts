import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

/** The one test server has connections for so many. */
const WORKERS = Math.min(8, Math.max(2, availableParallelism() - 1));

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Whatever the other two do not take: no test file is left out.
          include: ['{src,tests,bench}/**/*.test.{ts,tsx}'],
          exclude: ['tests/{browser,e2e,races}/**'],
          globalSetup: ['tests/global-setup.ts'],
          pool: 'forks',
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/{e2e,races}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/build-setup.ts', 'tests/global-setup.ts'],
          // One browser at a time, once the rest is done: two would fight for the processor and for nothing else.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          pool: 'forks',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
