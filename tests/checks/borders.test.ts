import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkBorders } from './borders.ts';

const M = 'src/modules/appointments';

/** A small house that respects every row. */
const HOUSE: Readonly<Record<string, string>> = {
  'src/main.ts': `import { serve } from '#app/serve.ts';\nserve();\n`,
  'src/app/serve.ts': `import { routes } from '#modules/appointments/web/routes.ts';\nexport const serve = () => routes;\n`,
  'src/platform/kernel/id.ts': `export type Id = string;\n`,
  'src/platform/db/pool.ts': `import pg from 'pg';\nexport const pool = pg;\n`,
  'src/platform/http/form.ts': `export const readForm = 1;\n`,
  'src/ui/button.tsx': `import { h } from 'preact';\nexport const Button = h;\n`,
  'src/ui/mail.tsx': `import { h } from 'preact';\nexport const Mail = h;\n`,
  'src/modules/network/index.ts': `export { find } from './use-cases/find.ts';\nexport type { Net } from './rules/net.ts';\n`,
  'src/modules/network/pure.ts': `export { mayBe } from './rules/net.ts';\n`,
  'src/modules/network/ui.tsx': `export { field } from './web/field.tsx';\n`,
  'src/modules/network/web/field.tsx': `export const field = 1;\n`,
  'src/modules/network/rules/net.ts': `export type Net = string;\nexport const mayBe = true;\n`,
  'src/modules/network/use-cases/find.ts': `import { nets } from '../data/nets.ts';\nexport const find = nets;\n`,
  'src/modules/network/data/nets.ts': `export const nets = 1;\n`,
  'src/modules/accounts/use-cases/identity/identity.ts': `import { betterAuth } from 'better-auth';\nexport const identity = betterAuth;\n`,
  'src/modules/callbacks/index.ts': `export { call } from './use-cases/call.ts';\n`,
  'src/modules/callbacks/use-cases/call.ts': `export const call = 1;\n`,
  [`${M}/index.ts`]: `export { book } from './use-cases/book.ts';\n`,
  [`${M}/rules/slot.ts`]: `import type { Net } from '#modules/network/index.ts';\nimport { mayBe } from '#modules/network/pure.ts';\nimport type { Id } from '#platform/kernel/id.ts';\nexport const slot: [Net, Id, boolean] = ['', '', mayBe];\n`,
  [`${M}/rules/slot.test.ts`]: `import { expect } from 'vitest';\nimport fc from 'fast-check';\nimport { build } from '#tests/builders.ts';\nimport { slot } from './slot.ts';\nexpect([fc, build, slot]);\n`,
  [`${M}/data/schema.ts`]: `import { pgTable } from 'drizzle-orm/pg-core';\nexport const slots = pgTable;\n`,
  [`${M}/data/search.query.ts`]: `import { slots } from './schema.ts';\nexport const search = slots;\n`,
  [`${M}/emails/mail.tsx`]: `import { Mail } from '#ui/mail.tsx';\nexport const mail = Mail;\n`,
  [`${M}/use-cases/book.ts`]: `import { slots } from '../data/schema.ts';\nimport { mail } from '../emails/mail.tsx';\nimport { find } from '#modules/network/index.ts';\nimport { pool } from '#platform/db/pool.ts';\nexport const book = [slots, mail, find, pool];\n`,
  [`${M}/web/routes.ts`]: `import type { FastifyInstance } from 'fastify';\nimport { z } from 'zod';\nimport { Button } from '#ui/button.tsx';\nimport { readForm } from '#platform/http/form.ts';\nimport { field } from '#modules/network/ui.tsx';\nimport { book } from '../use-cases/book.ts';\nimport { search } from '../data/search.query.ts';\nexport const routes: [FastifyInstance?, ...unknown[]] = [undefined, z, Button, readForm, field, book, search];\n`,
  [`${M}/web/islands/picker.tsx`]: `import { h } from 'preact';\nimport { slot } from '../../rules/slot.ts';\nimport { mayBe } from '#modules/network/pure.ts';\nimport { Button } from '#ui/button.tsx';\nexport const picker = [h, slot, mayBe, Button];\n`,
  'src/modules/content/web/page.ts': `export const page = 1;\n`,
  'src/modules/content/data/articles.ts': `export const articles = 1;\n`,
  'tests/builders.ts': `export const build = 1;\n`,
};

const PACKAGES = [
  'pg',
  'preact',
  'zod',
  'fastify',
  'drizzle-orm',
  'nodemailer',
  'better-auth',
  'lodash',
];
const DEVELOPMENT_PACKAGES = ['vitest', 'fast-check', 'tsx'];

const DOORS = `export { page } from './web/page.ts';\nexport { articles } from './data/articles.ts';`;

/** Row, planted file, its text. Each is laid alone in the small house and must be caught under that row's name. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['rules', `${M}/rules/bad-1.ts`, `import pg from 'pg';\nexport const bad = pg;`],
  [
    'rules',
    `${M}/rules/bad-2.ts`,
    `import { createHash } from 'node:crypto';\nexport const bad = createHash;`,
  ],
  [
    'rules',
    `${M}/rules/bad-3.ts`,
    `import { slots } from '../data/schema.ts';\nexport const bad = slots;`,
  ],
  [
    'rules',
    `${M}/rules/bad-4.ts`,
    `import { pool } from '#platform/db/pool.ts';\nexport const bad = pool;`,
  ],
  [
    'rules-door-types',
    `${M}/rules/bad-5.ts`,
    `import { find } from '#modules/network/index.ts';\nexport const bad = find;`,
  ],
  ['rules+tests', `${M}/rules/bad-6.test.ts`, `import pg from 'pg';\npg;`],
  [
    'data',
    `${M}/data/bad-7.ts`,
    `import { book } from '../use-cases/book.ts';\nexport const bad = book;`,
  ],
  [
    'data',
    `${M}/data/bad-8.ts`,
    `import { routes } from '../web/routes.ts';\nexport const bad = routes;`,
  ],
  [
    'data',
    `${M}/data/bad-9.ts`,
    `import nodemailer from 'nodemailer';\nexport const bad = nodemailer;`,
  ],
  [
    'data',
    `${M}/data/bad-10.ts`,
    `import { nets } from '#modules/network/data/nets.ts';\nexport const bad = nets;`,
  ],
  ['data+tests', `${M}/data/bad-11.test.ts`, `import { book } from '../use-cases/book.ts';\nbook;`],
  [
    'use-cases',
    `${M}/use-cases/bad-12.ts`,
    `import { eq } from 'drizzle-orm';\nexport const bad = eq;`,
  ],
  [
    'use-cases',
    `${M}/use-cases/bad-13.ts`,
    `import fastify from 'fastify';\nexport const bad = fastify;`,
  ],
  [
    'use-cases',
    `${M}/use-cases/bad-14.ts`,
    `import { Button } from '#ui/button.tsx';\nexport const bad = Button;`,
  ],
  [
    'use-cases',
    `${M}/use-cases/bad-15.ts`,
    `import { routes } from '../web/routes.ts';\nexport const bad = routes;`,
  ],
  [
    'use-cases',
    `${M}/use-cases/bad-16.ts`,
    `import { readForm } from '#platform/http/form.ts';\nexport const bad = readForm;`,
  ],
  [
    'use-cases+tests',
    `${M}/use-cases/bad-17.test.ts`,
    `import { routes } from '../web/routes.ts';\nroutes;`,
  ],
  [
    'use-cases',
    'src/modules/accounts/use-cases/bad-0.ts',
    `import { betterAuth } from 'better-auth';\nexport const bad = betterAuth;`,
  ],
  [
    'identity',
    'src/modules/accounts/use-cases/identity/bad.ts',
    `import { eq } from 'drizzle-orm';\nexport const bad = eq;`,
  ],
  [
    'identity+tests',
    'src/modules/accounts/use-cases/identity/bad.test.ts',
    `import { eq } from 'drizzle-orm';\neq;`,
  ],
  [
    'identity-store',
    'src/modules/accounts/data/identity-store.ts',
    `import nodemailer from 'nodemailer';\nexport const bad = nodemailer;`,
  ],
  [
    'emails',
    `${M}/emails/bad-18.tsx`,
    `import { slots } from '../data/schema.ts';\nexport const bad = slots;`,
  ],
  [
    'emails',
    `${M}/emails/bad-19.tsx`,
    `import { book } from '../use-cases/book.ts';\nexport const bad = book;`,
  ],
  [
    'emails',
    `${M}/emails/bad-20.tsx`,
    `import { Button } from '#ui/button.tsx';\nexport const bad = Button;`,
  ],
  [
    'emails+tests',
    `${M}/emails/bad-21.test.tsx`,
    `import { routes } from '../web/routes.ts';\nroutes;`,
  ],
  ['web', `${M}/web/bad-22.ts`, `import { eq } from 'drizzle-orm';\nexport const bad = eq;`],
  [
    'web',
    `${M}/web/bad-23.ts`,
    `import { slots } from '../data/schema.ts';\nexport const bad = slots;`,
  ],
  [
    'web',
    `${M}/web/bad-24.ts`,
    `import { pool } from '#platform/db/pool.ts';\nexport const bad = pool;`,
  ],
  [
    'web',
    `${M}/web/bad-25.ts`,
    `import { mail } from '../emails/mail.tsx';\nexport const bad = mail;`,
  ],
  [
    'web-fastify-types',
    `${M}/web/bad-26.ts`,
    `import fastify from 'fastify';\nexport const bad = fastify;`,
  ],
  ['web+tests', `${M}/web/bad-27.test.ts`, `import { slots } from '../data/schema.ts';\nslots;`],
  [
    'islands',
    `${M}/web/islands/bad-28.tsx`,
    `import { book } from '../../use-cases/book.ts';\nexport const bad = book;`,
  ],
  [
    'islands',
    `${M}/web/islands/bad-29.tsx`,
    `import { find } from '#modules/network/index.ts';\nexport const bad = find;`,
  ],
  ['islands', `${M}/web/islands/bad-30.tsx`, `import { z } from 'zod';\nexport const bad = z;`],
  ['islands', `${M}/web/day/islands/bad-31.tsx`, `import { z } from 'zod';\nexport const bad = z;`],
  ['islands+tests', `${M}/web/islands/bad-32.test.tsx`, `import { z } from 'zod';\nz;`],
  ['door', 'src/modules/content/index.ts', DOORS],
  ['door-types', 'src/modules/content/index.ts', DOORS],
  ['page-door', 'src/modules/content/ui.tsx', `export { articles } from './data/articles.ts';`],
  [
    'use-cases',
    `${M}/use-cases/bad-page-door.ts`,
    `import { field } from '#modules/network/ui.tsx';\nexport const bad = field;`,
  ],
  [
    'islands',
    `${M}/web/islands/bad-page-door.tsx`,
    `import { field } from '#modules/network/ui.tsx';\nexport const bad = field;`,
  ],
  ['pure-door', 'src/modules/content/pure.ts', `export { articles } from './data/articles.ts';`],
  [
    'door-only',
    `${M}/use-cases/bad-33.ts`,
    `import { mayBe } from '#modules/network/rules/net.ts';\nexport const bad = mayBe;`,
  ],
  [
    'door-only',
    `${M}/use-cases/bad-34.ts`,
    `import { mayBe } from '../../network/rules/net.ts';\nexport const bad = mayBe;`,
  ],
  [
    'neighbour:appointments',
    `${M}/use-cases/bad-35.ts`,
    `import { call } from '#modules/callbacks/index.ts';\nexport const bad = call;`,
  ],
  [
    'neighbour:network',
    'src/modules/network/use-cases/bad-36.ts',
    `import type { book } from '#modules/appointments/index.ts';\nexport type Bad = typeof book;`,
  ],
  [
    'neighbour:undeclared',
    'src/modules/unheard/rules/bad-37.ts',
    `import type { Id } from '#platform/kernel/id.ts';\nexport type Bad = Id;`,
  ],
  ['kernel', 'src/platform/kernel/bad-38.ts', `import pg from 'pg';\nexport const bad = pg;`],
  [
    'platform',
    'src/platform/db/bad-39.ts',
    `import { find } from '#modules/network/index.ts';\nexport const bad = find;`,
  ],
  [
    'platform',
    'src/platform/db/bad-40.ts',
    `import { Button } from '#ui/button.tsx';\nexport const bad = Button;`,
  ],
  [
    'ui',
    'src/ui/bad-41.tsx',
    `import { find } from '#modules/network/index.ts';\nexport const bad = find;`,
  ],
  [
    'ui',
    'src/ui/bad-42.tsx',
    `import { pool } from '#platform/db/pool.ts';\nexport const bad = pool;`,
  ],
  ['main', 'src/main-web.ts', `import { find } from '#modules/network/index.ts';\nfind;`],
  [
    'app-is-known-by-none',
    'src/platform/db/bad-43.ts',
    `import { serve } from '#app/serve.ts';\nexport const bad = serve;`,
  ],
  [
    'app-is-known-by-none',
    `${M}/web/bad-44.ts`,
    `import type { serve } from '#app/serve.ts';\nexport type Bad = typeof serve;`,
  ],
  ['main-is-known-by-none', 'src/app/bad-45.ts', `import '../main.ts';`],
  [
    'tests-stay-outside',
    'src/app/bad-46.ts',
    `import { build } from '#tests/builders.ts';\nexport const bad = build;`,
  ],
  ['tests-stay-outside', 'src/app/bad-47.ts', `import '#modules/appointments/rules/slot.test.ts';`],
  [
    'no-cycle',
    'src/app/first.ts',
    `import { second } from './second.ts';\nexport const first = second;`,
  ],
  [
    'resolved',
    'src/app/bad-48.ts',
    `import { gone } from '#platform/gone.ts';\nexport const bad = gone;`,
  ],
  ['resolved', 'src/app/bad-49.ts', `import gone from 'gone';\nexport const bad = gone;`],
  [
    'declared-package',
    'src/app/bad-50.ts',
    `import lodash from 'lodash';\nexport const bad = lodash;`,
  ],
  [
    'no-development-package',
    'src/app/bad-51.ts',
    `import tsx from 'tsx';\nexport const bad = tsx;`,
  ],
  ['place', `${M}/lib/bad-52.ts`, `export const bad = 1;`],
];

let house: string;

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'cairn-borders-'));
  for (const [file, text] of Object.entries(HOUSE)) write(file, text);
  for (const name of ['.dependency-cruiser.cjs', 'modules.json', 'tsconfig.json']) {
    cpSync(name, path.join(house, name));
  }
  for (const name of [...PACKAGES, ...DEVELOPMENT_PACKAGES]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
  write('node_modules/drizzle-orm/pg-core.js', 'module.exports = {};');
  const imports = Object.fromEntries(
    ['platform', 'ui', 'modules', 'app'].map((name) => [`#${name}/*`, `./src/${name}/*`]),
  );
  write(
    'package.json',
    JSON.stringify({
      name: 'house',
      type: 'module',
      imports: { ...imports, '#tests/*': './tests/*' },
      dependencies: versions(PACKAGES.filter((name) => name !== 'lodash')),
      devDependencies: versions(DEVELOPMENT_PACKAGES),
    }),
  );
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the borders', () => {
  it('hold in this project', () => {
    expect(checkBorders('.').problems).toEqual([]);
  });

  it('hold in a small house that respects every row', () => {
    expect(checkBorders(house).problems).toEqual([]);
  });

  describe('with violations planted', () => {
    let caught: readonly string[];

    beforeAll(() => {
      for (const [, file, text] of PLANTED) write(file, `${text}\n`);
      write(
        'src/app/second.ts',
        `import { first } from './first.ts';\nexport const second = first;\n`,
      );
      caught = checkBorders(house).problems;
      for (const [, file] of [...PLANTED, ['', 'src/app/second.ts']]) {
        rmSync(path.join(house, String(file)), { force: true });
      }
    });

    it.each(PLANTED)('%s catches %s', (rule, file) => {
      const rules = caught
        .filter((problem) => problem.includes(`: ${file} `))
        .map((problem) => problem.split(': ')[0]);
      expect(rules).toContain(rule);
    });
  });

  it('has a planted violation for each rule', async () => {
    const file = path.resolve('.dependency-cruiser.cjs');
    const config = (await import(file)) as {
      default: { forbidden: readonly { name: string }[] };
    };
    const planted = new Set(PLANTED.map(([rule]) => rule));
    const unproved = config.default.forbidden
      .map(({ name }) => name)
      // One neighbour's rule is made as all others; files named `index.test.ts` and the like do not exist.
      .filter(
        (name) =>
          !name.startsWith('neighbour:') &&
          !/^((pure|page)-)?door\+|^(main|kernel|identity-store)\+/.test(name),
      )
      .filter((name) => !planted.has(name));
    expect(unproved).toEqual([]);
  });

  it('fails a run that saw too few modules', () => {
    const { problems } = checkBorders(house, ['--exclude', '^src/modules']);
    expect(problems).toContain(`too-few: ${M}/rules/slot.ts was not looked at`);
  });

  it('fails a run that saw the files and not their imports', () => {
    const { problems } = checkBorders(house, ['--max-depth', '1', '--exclude', '^(?!src/app)']);
    expect(problems).toContain('too-few: no import seen in src/app/serve.ts');
  });
});

function write(file: string, text: string): void {
  const target = path.join(house, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function versions(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, '*']));
}
