import { describe, expect, it } from 'vitest';

import { HABITS, checkHabits, findBrokenHabits, findClockInMigration } from './habits.ts';

const RULE = 'src/modules/appointments/rules/x.ts';
const DATA = 'src/modules/appointments/data/x.ts';
const PAGE = 'src/modules/appointments/web/x/page.tsx';

const PLANTED: readonly (readonly [string, string, string])[] = [
  ['clock', RULE, 'export const x = Temporal.Now.instant();'],
  ['clock', DATA, 'export const x = Date.now();'],
  ['clock', 'src/app/x.ts', 'export const x = new Date();'],
  ['clock', 'src/app/x.ts', 'export const x = Date();'],
  ['sql-clock', DATA, 'export const x = sql`select now()`;'],
  [
    'sql-clock',
    DATA,
    'export const x = sql`delete from a where at < ${x} or b < CURRENT_TIMESTAMP`;',
  ],
  ['sql-clock', DATA, `export const x = "select 'now'::timestamptz";`],
  ['sql-clock', DATA, `export const x = sql\`select date 'today'\`;`],
  ['sql-clock', DATA, `export const x = timestamp('at').defaultNow();`],
  ['pure-rules', RULE, 'export async function x() {}'],
  ['pure-rules', RULE, 'export const x = Math.random();'],
  ['pure-rules', RULE, 'export const x = process.env.PORT;'],
  ['pure-rules', RULE, 'export const x = crypto.randomUUID();'],
  ['pure-rules', 'src/modules/network/pure.ts', 'export const x = fetch("/");'],
  ['named-exports', 'src/platform/x.ts', 'export default function x() {}'],
  ['named-exports', 'src/platform/x.ts', 'const x = 1;\nexport default x;'],
  ['named-exports', 'src/platform/x.ts', 'const x = 1;\nexport { x as default };'],
  ['no-any', 'src/platform/x.ts', 'export let x: any;'],
  ['no-any', 'tests/x.ts', 'export const x = (y: unknown) => y as any[];'],
  ['no-inline', PAGE, `export const X = () => <p style={{ color: 'red' }} />;`],
  [
    'no-inline',
    'src/ui/x.tsx',
    'export const X = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;',
  ],
  ['no-inline', 'src/app/x.tsx', 'export const X = () => <script>{"1"}</script>;'],
  ['no-inline', PAGE, 'export const X = () => <style>{"p {}"}</style>;'],
  ['no-inline', PAGE, 'export const X = () => <button onclick="x()" />;'],
];

const ALLOWED: readonly (readonly [string, string])[] = [
  ['src/platform/clock.ts', 'export const x = Date.now();'],
  [RULE, '// Never Date.now() here.\nexport const x = new Date(0);'],
  [DATA, '/** now() is not read. */\nexport const x = sql`select ${now} as know`;'],
  [DATA, `export const x = sql\`select jsonb_build_object('toDay', 1)\`;`],
  [`${RULE.slice(0, -3)}.test.ts`, 'export const x = async () => Date.now();'],
  ['src/ui/mail.tsx', `export const X = () => <p style="color: red" />;`],
  [PAGE, 'export const X = () => <script src="/assets/x.js" type="module" />;'],
  ['src/modules/appointments/web/islands/x.tsx', 'export const X = () => <a onClick={open} />;'],
];

describe('the habits', () => {
  it('are kept in this project', () => {
    const { seen, problems } = checkHabits();
    expect(problems).toEqual([]);
    expect(seen).toBeGreaterThan(100);
  });

  it.each(PLANTED)('%s: sees %s %s', (habit, file, text) => {
    expect(findBrokenHabits(file, text).map((line) => line.split(' ')[1])).toContain(habit);
  });

  it.each(ALLOWED)('lets %s be', (file, text) => {
    expect(findBrokenHabits(file, text)).toEqual([]);
  });

  it('each has a planted violation', () => {
    const planted = new Set(PLANTED.map(([name]) => name));
    expect(HABITS.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });

  it('sees the clock in a migration, not in its comments', () => {
    const text =
      '-- now() is not read\n/* nor\n current_date */\ncreate table a (\n at timestamptz default now());';
    expect(findClockInMigration('db/migrations/1.sql', text)).toEqual([
      'db/migrations/1.sql:5 sql-clock',
    ]);
  });
});
