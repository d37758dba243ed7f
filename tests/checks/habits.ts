import { globSync, readFileSync } from 'node:fs';

import ts from 'typescript';

/** A habit of the house that a grammar can see: what is looked for, where, and where it is at home. */
export interface Habit {
  readonly name: string;
  readonly applies: RegExp;
  readonly except?: RegExp;
  readonly isBroken: (node: ts.Node) => boolean;
}

/** Words by which SQL reads the server's clock; `'now'::timestamptz` is one of them. */
const SQL_CLOCK =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(?:current_timestamp|current_date|current_time|localtime|localtimestamp)\b|'(?:now|today|tomorrow|yesterday)'\s*::|\b(?:date|time|timestamp|timestamptz)\s+'(?:now|today|tomorrow|yesterday)'/i;

const SOURCE = /^src\/.*(?<!\.test)\.tsx?$/;

export const HABITS: readonly Habit[] = [
  {
    // Time comes from ctx.now(), so that a test or the demonstration can hold it.
    name: 'clock',
    applies: SOURCE,
    except: /^src\/platform\/clock\.ts$/,
    isBroken: (node) =>
      isMember(node, 'Temporal', ['Now']) ||
      isMember(node, 'Date', ['now']) ||
      (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) ||
      (ts.isCallExpression(node) && isNamed(node.expression, 'Date')),
  },
  {
    name: 'sql-clock',
    applies: SOURCE,
    isBroken: (node) =>
      (isText(node) && SQL_CLOCK.test(node.text)) ||
      (ts.isPropertyAccessExpression(node) && node.name.text === 'defaultNow'),
  },
  {
    // A rule answers the same for the same facts: no chance, no waiting, no surroundings.
    name: 'pure-rules',
    applies: /^src\/modules\/[^/]+\/(?:rules\/.*|pure)\.tsx?$/,
    except: /\.test\.tsx?$/,
    isBroken: (node) =>
      ts.isAwaitExpression(node) ||
      node.kind === ts.SyntaxKind.AsyncKeyword ||
      isMember(node, 'Math', ['random']) ||
      (ts.isPropertyAccessExpression(node) &&
        ['process', 'crypto', 'globalThis', 'performance'].some((name) =>
          isNamed(node.expression, name),
        )) ||
      (ts.isCallExpression(node) && isNamed(node.expression, 'fetch')),
  },
  {
    name: 'named-exports',
    applies: SOURCE,
    isBroken: (node) =>
      ts.isExportAssignment(node) ||
      node.kind === ts.SyntaxKind.DefaultKeyword ||
      (ts.isExportSpecifier(node) && node.name.text === 'default'),
  },
  {
    name: 'no-any',
    applies: /^(?:src|tests|bench)\/.*\.tsx?$/,
    isBroken: (node) => node.kind === ts.SyntaxKind.AnyKeyword,
  },
  {
    // The pages' content policy refuses inline style and script; mail has no stylesheet and needs them.
    name: 'no-inline',
    applies: /^src\/(?:modules\/[^/]+\/(?:web|emails)|ui|app)\/.*\.tsx$/,
    except: /(?:\/emails\/|\/mail\.tsx$|\.test\.tsx$)/,
    isBroken: (node) =>
      (ts.isJsxAttribute(node) &&
        ts.isIdentifier(node.name) &&
        /^(?:style|dangerouslySetInnerHTML|on[a-z]+)$/.test(node.name.text)) ||
      isInlineElement(node),
  },
];

/** `file:line habit` for each place where a habit is broken in that file. */
export function findBrokenHabits(file: string, text: string): string[] {
  const habits = HABITS.filter(({ applies, except }) => applies.test(file) && !except?.test(file));
  if (habits.length === 0) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(file));
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const habit of habits) {
      if (habit.isBroken(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push(`${file}:${line + 1} ${habit.name}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The same for a migration, whose comments may speak of the clock. */
export function findClockInMigration(file: string, text: string): string[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/--.*$/gm, '');
  return code
    .split('\n')
    .flatMap((line, index) => (SQL_CLOCK.test(line) ? [`${file}:${index + 1} sql-clock`] : []));
}

/** Every file of ours, looked at; the number says that the run saw them. */
export function checkHabits(): { readonly seen: number; readonly problems: readonly string[] } {
  const files = globSync('{src,tests,bench}/**/*.{ts,tsx}').map(normal);
  const migrations = globSync('db/migrations/*.sql').map(normal);
  return {
    seen: files.length,
    problems: [
      ...files.flatMap((file) => findBrokenHabits(file, readFileSync(file, 'utf8'))),
      ...migrations.flatMap((file) => findClockInMigration(file, readFileSync(file, 'utf8'))),
    ],
  };
}

function normal(file: string): string {
  return file.replaceAll('\\', '/');
}

function kindOf(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function isMember(node: ts.Node, owner: string, names: readonly string[]): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    isNamed(node.expression, owner) &&
    names.includes(node.name.text)
  );
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);
}

function isInlineElement(node: ts.Node): boolean {
  if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return false;
  if (isNamed(node.tagName, 'style')) return true;
  if (!isNamed(node.tagName, 'script')) return false;
  return !node.attributes.properties.some(
    (attribute) =>
      ts.isJsxAttribute(attribute) &&
      ts.isIdentifier(attribute.name) &&
      attribute.name.text === 'src',
  );
}
