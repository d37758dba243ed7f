import type { Browser } from 'playwright-core';

import { within } from '#platform/embedded-postgres/roles.ts';

import type { OpenedPage, PageOptions } from '../browser/browser.ts';
import { newPage, openBrowser } from '../browser/browser.ts';
import { createTestDatabase } from '../database.ts';
import { startProgram } from '../program.ts';

/** The built program with its demonstration on a database of its own, and a browser beside it. */
export interface Stage {
  readonly baseUrl: string;
  /** A fresh person on a fresh device. */
  readonly open: (options: Omit<PageOptions, 'baseUrl'>) => Promise<OpenedPage>;
  /** As the owner of the tables: to look, or to bring about what only time brings. */
  readonly query: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** An incident that a journey provokes on purpose: it must have been noted. */
  readonly expectIncident: (pattern: RegExp) => void;
  /** Fails on any other incident, shown on a page or not. */
  readonly close: () => Promise<void>;
}

/** Journeys of a whole file come from one address and in a minute or two: limits are looked at elsewhere. */
const NO_LIMIT = { LIMIT_READ: '100000', LIMIT_WRITE: '100000', LIMIT_SIGN_IN: '100000' };

/** One per test file: `beforeAll`, and `stage.close()` in `afterAll`. */
export async function openStage(env: Readonly<Record<string, string>> = NO_LIMIT): Promise<Stage> {
  const database = await createTestDatabase();
  const program = await startProgram({
    program: 'main',
    env: {
      CAIRN_MODE: 'demonstration',
      LOG_LEVEL: 'error',
      // Vitest sets one of its own; an empty setting is one that is not given.
      BASE_URL: '',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      ...env,
    },
  });
  const browser: Browser = await openBrowser();
  const expected: RegExp[] = [];
  return {
    baseUrl: program.baseUrl,
    open: (options) => newPage(browser, { ...options, baseUrl: program.baseUrl }),
    query: (sql) =>
      within(database.ownerUrl, async (owner) => (await owner.query(sql)).rows as never),
    expectIncident: (pattern) => {
      if (!pattern.test(program.output())) throw new Error(`no incident about ${pattern}`);
      expected.push(pattern);
    },
    close: async () => {
      await browser.close();
      const code = await program.stop();
      await database.drop();
      if (code !== 0) throw new Error(`the program ended with ${code}:\n${program.output()}`);
      const incidents = program
        .output()
        .split('\n')
        .filter((line) => line.includes('"incident"'))
        .filter((line) => !expected.some((pattern) => pattern.test(line)));
      if (incidents.length > 0) throw new Error(`incidents:\n${incidents.join('\n')}`);
    },
  };
}
